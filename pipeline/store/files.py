"""Files on disk: written whole or not at all, and the store of clips."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO, Self

from pipeline.errors import WriteError

DAY = 24 * 60 * 60
"""In seconds: what is half written in the cache and older than this belongs to no run."""

_PART = ".part-"
_KEPT = "kept"
_CHECKSUM = 64  # characters


def digest(*parts: bytes | str) -> str:
    """SHA-256 over some parts, each with its length, so that no two lists give the same bytes."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def sealed(data: bytes) -> bytes:
    """Bytes with a checksum in front, which `unsealed` checks."""
    return digest(data).encode() + data


def unsealed(kept: bytes) -> bytes | None:
    """The bytes that were sealed, or None where they have changed."""
    check, data = kept[:_CHECKSUM], kept[_CHECKSUM:]
    return data if check == digest(data).encode() else None


def read(path: Path) -> bytes | None:
    """The bytes of a file of ours, or None where it is missing or can't be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def real(path: Path) -> str:
    """The real path of a file or folder, links followed, as we record it."""
    return os.path.realpath(path)


def write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files under `folder`, all or none: each under a name of its own first, then renamed.

    Raises `WriteError` when the disk is full or a folder can't be written; what was there
    before is then untouched, and nothing half written is left. A run that is killed may leave
    such names behind: see `sweep`. They are on the disk before they are renamed, so that after a
    power cut each is as before or whole, and never empty.
    """
    with PartFiles(folder) as parts:
        written = [(name, parts.write(partial(_write_through, data))) for name, data in files]
        parts.place(written)


def _write(data: bytes, file: BinaryIO) -> None:
    file.write(data)


def _write_through(data: bytes, file: BinaryIO) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


class PartFiles:
    """Files of a folder that change together: written one by one, and then renamed.

    What was not renamed is removed at the end of the `with` block. Raises `WriteError`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths: list[Path] = []

    def __enter__(self) -> Self:
        make_folder(self._folder)
        return self

    def __exit__(self, *_error: object) -> None:
        with _explained(self._folder):
            for path in self._paths:
                path.unlink(missing_ok=True)

    def write(self, write: Callable[[BinaryIO], object]) -> Path:
        """A new file with what `write` writes into it.

        No folder is made for it: to make and remove one took 3 ms, for each clip.
        """
        with _explained(self._folder):
            handle, path = mkstemp(prefix=_PART, dir=self._folder)
            self._paths.append(Path(path))
            with os.fdopen(handle, "w+b") as file:
                write(file)
            self._paths[-1].chmod(0o644)
        return self._paths[-1]

    def place(self, written: Sequence[tuple[str, Path]]) -> None:
        """Give written files their names in the folder, all or none."""
        finals = [self._folder / name for name, _ in written]
        with _explained(self._folder):
            for final in finals:
                _make_room(final)
            for (_, part), final in zip(written, finals, strict=True):
                part.replace(final)


def _make_room(path: Path) -> None:
    """Make the folders above a file, and remove an empty folder that has its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        path.rmdir()


def sweep(folder: Path, age: float = 0) -> None:
    """Remove what killed runs have left half written in `folder`.

    What is younger than `age` seconds is kept, because another run may be using it.
    """
    for path in folder.glob(f"{_PART}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime >= age:
                _discard(path)


def _discard(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(
            f"this can't be written ({error.strerror or error}).",
            where=str(error.filename or folder),
            remedy="Check that the disk has room and that you may write there, then run again.",
        ) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it: better to fail now than after everything is spoken.

    Raises `WriteError`.
    """
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)


def remove(folder: Path, names: Iterable[str]) -> None:
    """Remove files that are no longer made, and the folders that are empty then.

    A name that leads out of the folder is ignored: it may come from a damaged list.
    """
    with _explained(folder):
        for path in [folder / name for name in names if _is_file_inside(folder, folder / name)]:
            path.unlink(missing_ok=True)
            for parent in path.relative_to(folder).parents:
                if parent != Path() and (folder / parent).is_dir():
                    _remove_if_empty(folder / parent)


def _is_file_inside(folder: Path, path: Path) -> bool:
    inside = Path(real(path.parent)).is_relative_to(real(folder))
    return inside and (path.is_symlink() or not path.is_dir())


def _remove_if_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()


def drafts_folder(cache: Path, output: Path) -> Path:
    """The folder of drafts for an output folder: in the cache, so that nobody uploads them."""
    return cache / "drafts" / digest(str(output.resolve()))


class Store:
    """Bytes under a key that is made of all their inputs: the same key, the same bytes.

    Each has a checksum: bytes that were damaged on disk count as missing, and are made again.
    So nothing waits for the disk: 9 ms a file, where it was measured. The time of a file is when
    it was last used, to half a day: see `prune`.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def _name(self, key: str) -> str:
        return f"{_KEPT}/{key[:2]}/{key}"

    def has(self, key: str) -> bool:
        """Whether there are undamaged bytes for a key."""
        return self.get(key) is not None

    def size(self, key: str) -> int:
        """How many bytes are stored for a key, their checksum included; 0 where there are none."""
        try:
            return os.stat(f"{self.root}{os.sep}{self._name(key)}").st_size  # noqa: PTH116 (quicker than a path)
        except OSError:
            return 0

    def get(self, key: str) -> bytes | None:
        """The bytes for a key, or None where they are missing or damaged."""
        path = self.root / self._name(key)
        kept = read(path)
        if kept is None:
            return None
        _note_use(path)
        return unsealed(kept)

    def put(self, key: str, data: bytes) -> None:
        """Store bytes under a key. Raises `WriteError`."""
        with PartFiles(self.root) as parts:
            parts.place([(self._name(key), parts.write(partial(_write, sealed(data))))])


def _note_use(path: Path) -> None:
    """Set the time of a file to now, unless that was done within half a day, or can't be done."""
    with suppress(OSError):
        if abs(time.time() - path.stat().st_mtime) > DAY / 2:
            os.utime(path)


def prune(root: Path, limit: int, begun: float) -> None:
    """Remove what a `Store` has over `limit` bytes, what was not used for longest first.

    `begun` is when the present run began, in seconds. What was used since a day before is
    never removed: this run may need it, or another that is at work now. A time that lies ahead,
    because the clock was set back, counts as the oldest.
    """
    now = time.time()
    uses = [(used if used <= now else 0.0, size, path) for used, size, path in _uses(root)]
    over = sum(size for _, size, _ in uses) - limit
    for used, size, path in sorted(uses):
        if over <= 0 or used >= begun - DAY:
            return
        with suppress(OSError):  # removed by another run, or of another user
            Path(path).unlink()
            over -= size


def _uses(root: Path) -> Iterator[tuple[float, int, str]]:
    """When each stored file was last used, its size, and its path: seven for each short post."""
    for folder, _, names in os.walk(root / _KEPT):
        for path in (f"{folder}{os.sep}{name}" for name in names):
            with suppress(OSError):
                state = os.stat(path)  # noqa: PTH116 (quicker, for thousands)
                yield state.st_mtime, state.st_size, path
