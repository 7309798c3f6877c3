"""What the properties of a document say: its title, author and language, if a person said them.

Programs fill these in themselves. A name that a program made up is worse than none.
"""

import re
from collections.abc import Iterable

from lxml import etree

from pipeline.readers.documents.xml_trees import text_of
from pipeline.readers.shared import languages
from pipeline.readers.shared.chars import one_line

_DC = "{http://purl.org/dc/elements/1.1/}"

_OF_TEMPLATES = "en-US"
_TITLES = re.compile(
    r"(?:untitled|document|dokument|documento|word document|microsoft word|new microsoft word"
    r"|text document|presentation|blank document|title|titel)[\s_-]*(?:document)?[\s(_-]*\d*\)?"
    r"|microsoft word - .*|.*\.(?:docx?|odt|rtf|dotx?|pages|txt)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:microsoft office|microsoft|windows|office|ms office|default|local|pc|mac|home)?[\s_-]*"
    r"(?:user|users|admin|administrator|owner|author|benutzer|utilisateur|usuario|unknown|client)"
    r"|python-docx|apache poi|docx4j|openpyxl|pandoc|un-named|unnamed|libreoffice|openoffice.*"
    r"|google docs?|microsoft(?: word)?|word|aspose.*|root|guest|anonymous|calibre.*|none|n/?a",
    re.IGNORECASE,
)


def title(said: str) -> str:
    """A title from the properties, or "" where no person wrote it."""
    words = one_line(said)
    return "" if _TITLES.fullmatch(words) else words


def people(said: Iterable[str]) -> tuple[str, ...]:
    """The names of authors, each once, without those that programs write."""
    names = (one_line(name) for line in said for name in line.split(";"))
    return tuple(dict.fromkeys(name for name in names if name and not _PEOPLE.fullmatch(name)))


def named(root: etree._Element | None, name: str) -> list[str]:
    """The texts of one element of Dublin Core, such as "creator", anywhere in some properties."""
    if root is None:
        return []
    return [one_line(text_of(element)) for element in root.iter(f"{_DC}{name}")]


def language(root: etree._Element | None) -> str:
    """The first language that some properties name, or ""."""
    tags = (languages.tag(said) for said in named(root, "language"))
    return next(filter(None, tags), "")


def language_unless_unchosen(tag: str, root: etree._Element | None, blog: str) -> str:
    """The language of a document; "" for that of a template which nobody chose.

    Word, and the programs that write its files, say American English by themselves. `blog` is the
    language of the blog.
    """
    known = languages.tag(tag) or ""
    unchosen = known == _OF_TEMPLATES and not language(root)
    return "" if unchosen and blog.lower().partition("-")[0] == "en" else known
