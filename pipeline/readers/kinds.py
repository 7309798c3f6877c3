"""The only list of kinds of file that are read."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.readers import archive, markdown, page
from pipeline.readers.documents import (
    epub,
    google_page,
    odt,
    office_page,
    packages,
    rst,
    rtf,
    word,
    word_page,
)
from pipeline.readers.exports import feeds, json_files, medium, substack, wordpress
from pipeline.readers.shared import files
from pipeline.readers.shared.reading import Defaults, File, FileContents
from pipeline.source import EASY_READ

LEXICON = "lexicon.csv"
"""The name of the lexicon. What has it in its name is no post, whatever it is."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file: its name for people, which files it claims, and how they are read.

    `claims` gets a file's name and its first bytes, which may be empty. A file of more than
    `largest` bytes is refused. A `packed` file is no text.
    """

    kind: str
    claims: Callable[[str, bytes], bool]
    read: Callable[[File, Defaults], FileContents]
    largest: int = files.LARGEST
    packed: bool = False


# The first that claims a file reads it: kinds known by their bytes come before those known by
# their name.
READERS = (
    Reader("Word documents (.docx)", word.claims, word.read, packages.LARGEST, packed=True),
    Reader("documents of LibreOffice (.odt)", odt.claims, odt.read, packages.LARGEST, packed=True),
    Reader("Rich Text Format (.rtf)", rtf.claims, rtf.read, packages.LARGEST, packed=True),
    Reader("books (.epub)", epub.claims, epub.read, packages.LARGEST, packed=True),
    Reader("WordPress exports (.xml)", wordpress.claims, wordpress.read, files.LARGEST_EXPORT),
    Reader("feeds (RSS and Atom) and Blogger's backups", feeds.claims, feeds.read),
    Reader("Ghost's export and other blogs in JSON", json_files.claims, json_files.read),
    Reader("Medium's export", medium.claims, medium.read),
    Reader("Substack's export", substack.claims, substack.read),
    Reader("pages saved by Word", word_page.claims, word_page.read),
    Reader("pages saved by Google Docs", google_page.claims, google_page.read),
    Reader("pages saved by LibreOffice", office_page.claims, office_page.read),
    Reader("web pages (.html)", page.claims, page.read),
    Reader("reStructuredText (.rst)", rst.claims, rst.read),
    Reader("Markdown (.md)", markdown.claims, markdown.read),
    Reader("archive pages as plain text (.txt)", archive.claims, archive.read),
)

KINDS = ", ".join(reader.kind for reader in READERS)
"""The kinds of file that can be read, for people."""


def reader_of(name: str, head: bytes) -> Reader | None:
    """The reader that claims a file; None for a lexicon or easy-read text, whatever its kind."""
    if LEXICON in name.lower() or EASY_READ in name.lower():
        return None
    return next((reader for reader in READERS if reader.claims(name, head)), None)
