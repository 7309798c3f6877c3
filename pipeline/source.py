"""The editor's folder: which files are in it, and the one place that opens them.

Anything may lie there: a link to somewhere else, a pipe that nobody writes to, a file that is
deleted a moment later. So every file of an editor is opened here, and one that can't be read
gives a value that says why.
"""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

LARGEST = 256 * 1024 * 1024
"""The largest file that is read, in bytes; a larger one is refused, to save memory."""

EASY_READ = ".easy."
"""In the names of files that belong to the easy-read edition of a post, and are no posts."""

_CHUNK = 1024 * 1024

# Bytes of a name that are not UTF-8, and characters that no terminal and no XML can show.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Reason(Enum):
    """Why a file was not read."""

    ABSENT = auto()
    OUTSIDE = auto()
    HIDDEN = auto()
    SPECIAL = auto()
    DENIED = auto()
    LARGE = auto()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file or folder that was not read: `why`, as the end of a sentence, and the remedy."""

    path: Path
    reason: Reason
    why: str
    remedy: str


def folder_of(source: Path) -> Path:
    """The folder of posts: the source itself, or the folder that a single file lies in."""
    return source if os.path.isdir(source) else source.parent  # noqa: PTH112 (Path.is_dir may raise)


def printable(name: str) -> str:
    """A name that can be printed and written: bytes that are not UTF-8 become "�"."""
    return _UNSHOWN.sub("\ufffd", name)


def is_hidden(name: str) -> bool:
    """Whether a file or folder is hidden, such as `.git`: nothing in it is read."""
    return name.startswith(".")


# --- listing files ----------------------------------------------------------------------


def files(folder: Path, without: frozenset[str] = frozenset()) -> Iterator[Path | Refusal]:
    """Every file in a folder and its folders, in the order of their names.

    Links to folders are not followed but given as files; the folder itself is read in its own
    place. Hidden folders are left out, and those named in `without` (in lower case).
    """
    waiting: list[Path | Refusal] = [folder]
    while waiting:
        path = waiting.pop()
        if isinstance(path, Path) and (path == folder or _is_folder(path)):
            waiting += reversed(_inside(path, without))
        else:
            yield path


def names_in(folder: Path) -> tuple[str, ...]:
    """The names in a folder that are not hidden, in their order; none if it can't be read."""
    inside = _inside(folder, frozenset())
    return tuple(path.name for path in inside if isinstance(path, Path))


def stamps(folder: Path) -> list[tuple[str, int, int]]:
    """Every file in a folder with its time (ns) and size (bytes): another list, another folder."""
    paths = (path for path in files(folder) if isinstance(path, Path))
    return sorted(filter(None, map(_stamp, paths)))


def _stamp(path: Path) -> tuple[str, int, int] | None:
    """A file's time and size; None where it vanished meanwhile, or may not be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return str(path), found.st_mtime_ns, found.st_size


def _inside(folder: Path, without: frozenset[str]) -> list[Path | Refusal]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 (names alone: paths sort otherwise)
    except OSError as error:
        return [_refusal(folder, error)]
    return [folder / name for name in names if not is_hidden(name) and name.lower() not in without]


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:  # deleted, or not accessible: reading it will say so
        return False


# --- reading a file ---------------------------------------------------------------------


def read(path: Path, folder: Path, largest: int = LARGEST) -> bytes | Refusal:
    """The bytes of a file of `folder`, or why it was not read. Never blocks, even on a pipe."""
    chunks = bytearray()
    for chunk in _chunks(path, folder, largest):
        if isinstance(chunk, Refusal):
            return chunk
        chunks += chunk
    return bytes(chunks)


def read_head(path: Path, folder: Path, length: int) -> bytes | Refusal:
    """The first bytes of a file of `folder`, or why it was not read."""
    chunk = next(_chunks(path, folder, LARGEST), b"")
    return chunk if isinstance(chunk, Refusal) else chunk[:length]


def digest(path: Path, folder: Path) -> str:
    """The digest of a file of `folder`, read in chunks; or why it can't be read."""
    total = hashlib.sha256()
    for chunk in _chunks(path, folder, LARGEST):
        if isinstance(chunk, Refusal):
            return chunk.why
        total.update(chunk)
    return total.hexdigest()


def _chunks(path: Path, folder: Path, largest: int) -> Iterator[bytes | Refusal]:
    """A file in chunks; a refusal is the last value."""
    real = _real(path, folder)
    if isinstance(real, Refusal):
        yield real
        return
    try:
        # A pipe without a writer opens at once; a link that was put here meanwhile does not open.
        handle = os.open(real, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(handle, "rb", buffering=0) as file:
            state = os.fstat(handle)
            if not stat.S_ISREG(state.st_mode):
                yield _special(path)
                return
            left = largest
            while chunk := file.read(_CHUNK):
                left -= len(chunk)
                yield chunk if left >= 0 else _too_large(path, largest)
    except (OSError, ValueError) as error:
        yield _refusal(path, error)


def _real(path: Path, folder: Path) -> str | Refusal:
    """The real path of a file, all links followed, if that is inside the folder.

    A file may be a link to a hidden one, as git-annex makes them; a hidden name is never read.
    """
    try:
        root = os.path.realpath(folder)
        named = os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118 (as above)
        real = os.path.realpath(named)
    except ValueError as error:  # a name that no file can have, such as one with a null byte
        return _refusal(path, error)
    if not (_within(named, root) and _within(real, root)):
        return Refusal(
            path,
            Reason.OUTSIDE,
            "it leads out of the folder of posts",
            "Copy the file itself into the folder.",
        )
    if any(map(is_hidden, Path(named).relative_to(root).parts)):
        return Refusal(
            path,
            Reason.HIDDEN,
            "it is hidden: a name in its path begins with a dot",
            "Give it a name without a dot at the beginning.",
        )
    return real


def _within(path: str, root: str) -> bool:
    return Path(path).is_relative_to(root)


def _special(path: Path) -> Refusal:
    remedy = "Put a file there, or remove it."
    return Refusal(path, Reason.SPECIAL, "it is not a file but a folder, pipe or device", remedy)


def _too_large(path: Path, largest: int) -> Refusal:
    size = f"{largest // (1024 * 1024)} MB"
    return Refusal(
        path,
        Reason.LARGE,
        f"it is larger than {size}",
        "Split it into smaller files, or save it in a smaller size.",
    )


def _refusal(path: Path, error: OSError | ValueError) -> Refusal:
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        remedy = "Put the file itself there, or remove the link."
        return Refusal(path, Reason.DENIED, "it is a link to a file that is not there", remedy)
    if isinstance(error, ValueError | FileNotFoundError | NotADirectoryError):
        return Refusal(path, Reason.ABSENT, "it is not there", "Put it there, and run again.")
    if error.errno in (errno.EISDIR, errno.ENXIO):  # ENXIO: a socket
        return _special(path)
    return Refusal(
        path,
        Reason.DENIED,
        f"the system says: {error.strerror or error}",
        "Check that it is a file, and that you may read it.",
    )
