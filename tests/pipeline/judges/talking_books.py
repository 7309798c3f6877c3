"""Talking books that their judges pass, to be broken in one place by each test."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.formats.builders import FRAME, edition, heading, paragraph
from tests.formats.daisy.talking_books import OpenedDaisy, blog202, daisy3, daisy202, rich

Changes = Mapping[tuple[str, str], str]
"""(file, text in it) → what stands there instead."""


def broken(folder: Path, book: OpenedDaisy, changes: Changes, **files: bytes | None) -> Path:
    """A book with some texts of its files replaced, and some files: None is a file less.

    A file is named with "_" in the place of its dot.
    """
    path = folder / book.file.path
    other = {name.replace("_", "."): data for name, data in files.items()}
    with zipfile.ZipFile(path, "w") as archive:
        for name in book.names:
            data = other.pop(name, book.archive.read(name))
            if data is not None:
                archive.writestr(name, _changed(name, data, changes))
        for name, data in other.items():
            archive.writestr(name, data or b"")
    return path


def _changed(name: str, data: bytes, changes: Changes) -> bytes:
    for (file, before), after in changes.items():
        if file == name:
            assert before.encode() in data, f"no “{before}” in {name}"
            data = data.replace(before.encode(), after.encode())
    return data


OLD = daisy202(rich())
"""A post as DAISY 2.02: six headings in five sections, four pages, two notes."""

NEW = daisy3(rich())
"""The same as DAISY 3."""

BLOG = blog202(rich(), edition(heading(2, "Ebb"), paragraph("Sea."), slug="other"))

LONGER = OLD.archive.read("s0001.mp3") + FRAME * 200
"""A sound with five seconds more than is played."""

SHORTER = OLD.archive.read("s0001.mp3")[: -len(FRAME) * 20]
"""A sound with half a second less than is played."""
