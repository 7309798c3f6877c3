"""From a folder or a file to decoded text: which files may be posts."""

import os
from collections.abc import Iterator
from pathlib import Path

from pipeline import source
from pipeline.errors import ReadError
from pipeline.readers.shared import encoding
from pipeline.readers.shared.chars import clean
from pipeline.readers.shared.reading import File, TextFile
from pipeline.source import Refusal

LARGEST = 16 * 1024 * 1024
"""The largest file of posts in bytes: a hundred novels."""

LARGEST_DOCUMENT = 100 * 1024 * 1024
"""The largest document in bytes, with its pictures."""

LARGEST_EXPORT = 64 * 1024 * 1024
"""The largest export of a whole blog in bytes; most of one is comments and lists of pictures."""

HEAD = 8192
"""How many first bytes a reader gets to decide whether it claims a file."""

TITLES = "titles.txt"
"""The file beside an archive page that has its titles, one a line."""

# Folders beside the posts for other things: pictures, easy read texts, and typefaces.
_OTHER_FOLDERS = frozenset({"pictures", "easy-read", "fonts"})
_OTHER_FILES = ("readme", "licence", "license", "_index")

# The first bytes of files of other kinds.
_OTHER_KINDS = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "a document in Rich Text Format",
    b"PK\x03\x04": "a Word document or a packed file",
    b"\xd0\xcf\x11\xe0": "a Word document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}


def walk(posts: Path) -> Iterator[Path | Refusal]:
    """The files of a folder and its subfolders, in the order of their names; or the file.

    Raises `ReadError` if the folder itself can't be opened.
    """
    if os.path.lexists(posts) and source.folder_of(posts) != posts:
        yield posts
        return
    for path in source.files(posts, _OTHER_FOLDERS):
        if isinstance(path, Refusal) and path.path == posts:
            raise unreadable(path, source.printable(str(posts)))
        yield path


def explains_a_folder(path: Path) -> bool:
    """Whether a file is there to explain its folder, as README and LICENCE are, by its name."""
    return path.stem.lower() in _OTHER_FILES


def unreadable(refusal: Refusal, name: str) -> ReadError:
    """The error for a file or folder that was not read."""
    return ReadError(f"This can't be read: {refusal.why}.", where=name, remedy=refusal.remedy)


def beginning(head: bytes) -> str:
    """The first bytes of a file as text, as far as they are text; enough to know its tags."""
    return head.decode(encoding.wide(head) or "utf-8-sig", "replace").removeprefix("\ufeff")


def decode(file: File) -> TextFile:
    """The text of a file, in any encoding; `ReadError` where it is not text, or empty."""
    for sign, kind in _OTHER_KINDS.items():
        if file.data.startswith(sign):
            raise ReadError(
                f"This is {kind}, whatever its name says, and not text.",
                where=file.name,
                remedy="Open it in the program that made it, and save it as plain text.",
            )
    said, findings = encoding.text_of(file.data, file.name)
    text = clean(said)
    if not text.strip():
        raise ReadError(
            "There is nothing in this file.",
            where=file.name,
            remedy="Write the post, or delete it.",
        )
    return TextFile(file.root, file.path, file.name, text, findings=findings)
