"""Everything that Allways keeps: whole files written at once, and the clips it has spoken."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import WriteError


def digest(*parts: bytes | str) -> str:
    """SHA-256 over some parts, each with its length, so that no two lists run together."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files under `folder`, all or none: each beside its place first, then all renamed.

    Raises `WriteError` when the disk is full or a folder can't be written; what was there
    before is then untouched, and nothing half written is left.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        with _explained(folder):
            for name, data in files:
                ready.append((_beside(folder / name, data), folder / name))
            while ready:
                temporary, final = ready[-1]
                temporary.replace(final)
                ready.pop()
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), 0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(
            f"this can't be written ({error.strerror or error}).",
            where=str(error.filename or folder),
            remedy="See that the disk has room and that you may write there, then run again.",
        ) from error


def make_folder(folder: Path) -> None:
    """Make a folder, with those above it: better refused now than when all is spoken.

    Raises `WriteError`.
    """
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)


def remove(folder: Path, names: Iterable[str]) -> None:
    """Remove files that are no longer made, and the folders that this leaves empty."""
    with _explained(folder):
        for name in names:
            path = folder / name
            path.unlink(missing_ok=True)
            for parent in path.relative_to(folder).parents:
                if parent != Path() and (folder / parent).is_dir():
                    _remove_if_empty(folder / parent)


def _remove_if_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()


def drafts_folder(cache: Path, output: Path) -> Path:
    """Where the drafts beside an output folder are: in the cache, so that nobody uploads them."""
    return cache / "drafts" / digest(str(output.resolve()))


class Store:
    """Bytes kept under a key that names their content: same key, same bytes, for ever."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _path(self, key: str) -> Path:
        return self.root / "kept" / key[:2] / key

    def has(self, key: str) -> bool:
        """Whether the key is kept."""
        return self._path(key).is_file()

    def get(self, key: str) -> bytes | None:
        """The bytes kept under a key, or None."""
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key. Raises `WriteError`."""
        path = self._path(key)
        write_all(path.parent, [(path.name, data)])
