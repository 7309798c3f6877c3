"""Digests of the inputs: the program itself, and a folder of posts."""

import importlib.metadata
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import formats
import pipeline
from pipeline import source
from pipeline.source import Refusal
from pipeline.store.files import digest

CODE = (".py", ".css", ".js", ".typ", ".csv", ".json", ".txt", ".bin", ".svg")


@cache
def program() -> str:
    """The digest of this program's own files and of the versions of its dependencies."""
    folders = [Path(package.__file__ or "").parent for package in (formats, pipeline)]
    files = sorted(path for folder in folders for path in _code(folder))
    versions = [f"{name} {importlib.metadata.version(name)}" for name in _requirements()]
    return digest(*(path.read_bytes() for path in files), *versions)


def _code(folder: Path) -> Iterator[Path]:
    """The files below a folder, without a look into the thousands of the judges from npm."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "node_modules"]
        yield from (Path(place, name) for name in names if Path(name).suffix in CODE)


def _requirements() -> list[str]:
    """The packages that pyproject.toml requires, without those of an extra."""
    named = importlib.metadata.requires("allways") or []
    names = [re.split(r"[^\w.-]", line)[0] for line in named if "extra ==" not in line]
    installed = {dist.name.lower() for dist in importlib.metadata.distributions()}
    return [name for name in names if name.lower() in installed]


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
