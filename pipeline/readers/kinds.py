"""The only list of kinds of file that are read.

A reader is loaded when a file looks like one of its kind: all of them, with their libraries, take
a third of a second, and most blogs need one.
"""

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from pipeline.readers.shared import files
from pipeline.readers.shared.reading import Defaults, File, FileContents
from pipeline.source import EASY_READ

LEXICON = "lexicon.csv"
"""The name of the lexicon. What has it in its name is no post, whatever it is."""

_PACK = "PK"  # how a ZIP file begins
_PAGES = (".html", ".htm", ".xhtml", ".doc")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdx", ".qmd", ".rmd")


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file: its name for people, the module that reads it, and how such files look.

    The module is one of `pipeline.readers`. Its `claims` gets a file's name and its first bytes,
    which may be empty, and its `read` returns what is in the file. It is asked about a file whose
    name ends with one of `names`, or whose text begins with one of `begins`, white space left out.
    A file of more than `largest` bytes is refused. A `packed` file is no text.
    """

    kind: str
    module: str
    names: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    largest: int = files.LARGEST
    packed: bool = False

    def claims(self, name: str, head: bytes) -> bool:
        """Whether it reads a file of this name that begins with these bytes."""
        looks = name.lower().endswith(self.names)
        looks = looks or files.beginning(head).lstrip().startswith(self.begins)
        return looks and bool(self._loaded().claims(name, head))

    def read(self, file: File, defaults: Defaults) -> FileContents:
        """What is in a file; `ReadError` where it can't be read."""
        found: FileContents = self._loaded().read(file, defaults)
        return found

    def _loaded(self) -> ModuleType:
        return import_module(f"pipeline.readers.{self.module}")


# The first that claims a file reads it: kinds known by their bytes come before those known by
# their name.
READERS = (
    Reader(
        "Word documents (.docx)",
        "documents.word",
        (".docx", ".docm", ".dotx", ".dotm"),
        largest=files.LARGEST_DOCUMENT,
        packed=True,
    ),
    Reader(
        "documents of LibreOffice (.odt)",
        "documents.odt",
        (".odt", ".ott"),
        (_PACK,),
        files.LARGEST_DOCUMENT,
        packed=True,
    ),
    Reader(
        "Rich Text Format (.rtf)",
        "documents.rtf",
        (".rtf",),
        ("{\\rtf",),
        files.LARGEST_DOCUMENT,
        packed=True,
    ),
    Reader(
        "books (.epub)",
        "documents.epub",
        (".epub",),
        (_PACK,),
        files.LARGEST_DOCUMENT,
        packed=True,
    ),
    Reader(
        "WordPress exports (.xml)",
        "exports.wordpress",
        (".xml", ".rss", ".wxr"),
        ("<",),
        files.LARGEST_EXPORT,
    ),
    Reader("feeds (RSS and Atom) and Blogger's backups", "exports.feeds", begins=("<",)),
    Reader(
        "Ghost's export and other blogs in JSON",
        "exports.json_files",
        (".json", ".jsonfeed"),
        ("{", "["),
    ),
    Reader("Medium's export", "exports.medium", (".html", ".htm")),
    Reader("Substack's export", "exports.substack", (".html", ".htm", ".csv")),
    Reader("pages saved by Word", "documents.word_page", _PAGES),
    Reader("pages saved by Google Docs", "documents.google_page", _PAGES),
    Reader("pages saved by LibreOffice", "documents.office_page", _PAGES),
    Reader("web pages (.html)", "page", _PAGES, ("<",)),
    Reader("reStructuredText (.rst)", "documents.rst", (".rst", ".rest")),
    Reader("Markdown (.md)", "markdown", _MARKDOWN),
    Reader("archive pages as plain text (.txt)", "archive", (".txt", ".html", ".htm")),
)

KINDS = ", ".join(reader.kind for reader in READERS)
"""The kinds of file that can be read, for people."""


def reader_of(name: str, head: bytes) -> Reader | None:
    """The reader that claims a file; None for a lexicon or easy-read text, whatever its kind."""
    if LEXICON in name.lower() or EASY_READ in name.lower():
        return None
    return next((reader for reader in READERS if reader.claims(name, head)), None)
