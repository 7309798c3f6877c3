"""Digests of the inputs: the program itself, and a folder of posts."""

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import formats
import pipeline
from pipeline import source
from pipeline.source import Refusal
from pipeline.store.files import digest

CODE = (".py", ".css", ".js", ".typ", ".csv", ".json", ".txt", ".bin", ".svg", ".woff")

_SAYS = ".dist-info"
_REQUIRES, _EXTRA = "Requires-Dist: ", "extra =="
_NAME = re.compile(r"[\w.-]+")


@cache
def program() -> str:
    """The digest of this program's own files and of the versions of its dependencies."""
    folders = [Path(package.__file__ or "").parent for package in (formats, pipeline)]
    files = sorted(path for folder in folders for path in _code(folder))
    return digest(*(Path(path).read_bytes() for path in files), *_requirements())


def _code(folder: Path) -> Iterator[str]:
    """The files below a folder, without a look into the thousands of the judges from npm."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "node_modules"]
        yield from (f"{place}/{name}" for name in names if name.endswith(CODE))


def _requirements() -> list[str]:
    """What pyproject.toml requires, without an extra: each package that is here, with its version.

    `importlib.metadata` would read what every package says of itself, which takes 0.1 s. Their
    versions are in the names of the folders where they say it.
    """
    installed = _installed()
    _, own = installed.get(_plain("allways"), ("", None))
    said = (own / "METADATA").read_text("utf-8").partition("\n\n")[0] if own else ""
    lines = [line for line in said.split("\n") if line.startswith(_REQUIRES)]
    names = [_NAME.findall(line.removeprefix(_REQUIRES))[0] for line in lines if _EXTRA not in line]
    return [f"{name} {installed[_plain(name)][0]}" for name in names if _plain(name) in installed]


def _installed() -> dict[str, tuple[str, Path]]:
    """The version of each installed package, and the folder where it says what it is.

    Of two of a name, the first on the path is imported. The names of the folders are after PyPA,
    “Recording installed projects”.
    """
    found: dict[str, tuple[str, Path]] = {}
    for place in sys.path:
        for folder in sorted(Path(place).glob(f"*{_SAYS}")):
            name, _, version = folder.name.removesuffix(_SAYS).rpartition("-")
            found.setdefault(_plain(name), (version, folder))
    return found


def _plain(name: str) -> str:
    """The name of a package as it is compared: in lower case, with one kind of sign between."""
    return re.sub(r"[-_.]+", "-", name).lower()


def folder(posts: Path, *others: str) -> str:
    """The digest of every file of a folder (or of one file), and of `others`.

    For a file that can't be read, the reason is used, so that correcting it is a change.
    """
    root = source.folder_of(posts)
    parts = [part for entry in source.files(root) for part in _parts(entry, root)]
    return digest(program(), *others, *parts)


def _parts(entry: Path | Refusal, root: Path) -> tuple[bytes, str]:
    if isinstance(entry, Refusal):
        return os.fsencode(entry.path), entry.why
    return os.fsencode(entry.relative_to(root)), source.digest(entry, root)
