"""Digests of the inputs: the program itself, and a folder of posts."""

import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import formats
import pipeline
from pipeline import source
from pipeline.source import Refusal
from pipeline.store import packages
from pipeline.store.files import digest

CODE = (".py", ".css", ".js", ".typ", ".csv", ".json", ".txt", ".bin", ".svg", ".woff")

_SETTLED = 2 * 10**9
"""Nanoseconds: the times of some disks are so coarse that two changes may have the same."""


@cache
def program() -> str:
    """The digest of this program's own files and of the versions of its dependencies."""
    versions = (f"{name} {version}" for name, version in packages.required().items())
    return digest(*(Path(path).read_bytes() for path in code()), *versions)


def code() -> list[str]:
    """The program's own files, in order."""
    folders = [Path(package.__file__ or "").parent for package in (formats, pipeline)]
    return sorted(path for folder in folders for path in _below(folder))


def _below(folder: Path) -> Iterator[str]:
    """The files below a folder, without a look into the thousands of the judges from npm."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "node_modules"]
        yield from (f"{place}/{name}" for name in names if name.endswith(CODE))


@dataclass(frozen=True, slots=True)
class FileState:
    """The digest of a file, and its stamp: times (ns), size and number, () where it has none.

    Whatever is done to a file changes one of these, if only the time that the system itself
    keeps; so a file of the same stamp is not read again.
    """

    digest: str
    stamp: tuple[int, ...] = ()


def files(
    posts: Path, known: Mapping[str, FileState] = MappingProxyType({})
) -> dict[str, FileState]:
    """The state of every file of a folder (or of one file), by its path in it.

    `known` are those of an earlier run. For a file that can't be read, the reason stands in
    place of a digest, so that correcting it is a change.
    """
    root = source.folder_of(posts)
    now = time.time_ns()
    found: dict[str, FileState] = {}
    for entry in source.files(root):
        path = entry.path if isinstance(entry, Refusal) else entry
        name = path.relative_to(root).as_posix()
        found[name] = _state(entry, root, known.get(name), now)
    return found


def _state(entry: Path | Refusal, root: Path, known: FileState | None, now: int) -> FileState:
    if isinstance(entry, Refusal):
        return FileState(entry.why)
    stamp = _stamp(entry, now)
    if known and stamp and known.stamp == stamp:
        return known
    return FileState(source.digest(entry, root), stamp)


def _stamp(path: Path, now: int) -> tuple[int, ...]:
    """The stamp of a file; () for a link, and for a file that may be changing at this moment."""
    try:
        found = path.lstat()
    except OSError:
        return ()
    if not stat.S_ISREG(found.st_mode) or now - found.st_ctime_ns < _SETTLED:
        return ()
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def digest_of(states: Mapping[str, FileState], *others: str) -> str:
    """The digest of the files of a folder, of the program, and of `others`."""
    named = (part for name, state in states.items() for part in (name, state.digest))
    return digest(program(), *others, *named)
