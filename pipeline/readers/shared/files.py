"""From a folder or a file to decoded text: which files are posts, and how they are encoded."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.readers.shared.chars import clean
from pipeline.readers.shared.reading import Source

# Folders beside the posts that hold something else: pictures, and easy read texts.
_OTHER_FOLDERS = {"pictures", "easy-read"}
_OTHER_FILES = ("readme", "licence", "license", "_index")
_UTF8_REMEDY = "Open the file in a text editor and save it as UTF-8."


def walk(source: Path) -> Iterator[Path]:
    """The files of a folder and the folders in it, in the order of their names; or the file."""
    try:
        if source.is_file():
            yield source
            return
        names = sorted(source.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise _unreadable(error, str(source)) from error
    for path in names:
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink() and path.name.lower() not in _OTHER_FOLDERS:
            yield from walk(path)
        elif path.is_file() and path.stem.lower() not in _OTHER_FILES:
            yield path


def load(path: Path, root: Path) -> Source:
    """The file's text; `root` is the folder that its pictures must lie in."""
    name = path.relative_to(root).as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(error, name) from error
    source = Source(root, path, name, clean(_decode(data, name)))
    if not source.text.strip():
        raise ReadError(
            "There is nothing in this file.", where=name, remedy="Write the post, or delete it."
        )
    return source


def _decode(data: bytes, name: str) -> str:
    """UTF-8, with or without its mark, or UTF-16 with its mark; nothing is guessed."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = (
            f"The text is not {'UTF-16' if marked else 'UTF-8'}: byte {error.start} of the file"
            f" is 0x{data[error.start]:02X}."
        )
        raise ReadError(message, where=f"{name}:{line}", remedy=_UTF8_REMEDY) from error


def _unreadable(error: OSError, name: str) -> ReadError:
    return ReadError(
        f"The file can't be opened: {error.strerror or error}.",
        where=name,
        remedy="See that it is there, and that you may read it.",
    )
