"""Rules of books that EPUBCheck and Ace let pass, each from a part of EPUB Accessibility 1.1.

A claim needs somebody who stands for it; a voice that reads the text is no access mode; lists,
tables and figures that a listener can leave are not inside each other; a note has a way back;
the contents lead to every document and are heard; every page that is marked is listed.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from pipeline.findings import Finding
from pipeline.judges.judge import Judge, always, fault, one_by_one, suffix
from pipeline.judges.opened_book import OPF, SMIL, SMIL_TYPE, OpenedBook, join, open_book

_TYPE = "{http://www.idpf.org/2007/ops}type"
_TEXTREF = "{http://www.idpf.org/2007/ops}textref"
_NOTES = frozenset({"footnote", "endnote"})
_LEFT_AT_WILL = frozenset({"list", "table", "figure", "aside"})
"""What a listener can leave (EPUB Accessibility Techniques 1.1, 3.3.4)."""

Problem = tuple[str, str, str]
"""The end of a code, the file in the book, the message."""


def _findings(path: Path) -> Iterator[Finding]:
    with zipfile.ZipFile(path) as archive:
        book = open_book(archive)
        pages = {name: etree.fromstring(archive.read(name)) for name in _documents(book)}
        problems = (*_claims(book), *_overlays(book), *_notes(pages), *_contents(book, pages))
        for code, inner, message in problems:
            yield fault(f"book-{code}", f"{path}: {inner}", message)


def _documents(book: OpenedBook) -> list[str]:
    return [join(book.path, item.get("href", "")) for item in book.spine()]


def _metas(book: OpenedBook, name: str) -> list[etree._Element]:
    return [meta for meta in book.package.iter(f"{OPF}meta") if meta.get("property") == name]


def _claims(book: OpenedBook) -> Iterator[Problem]:
    vouched = {meta.get("refines") for meta in _metas(book, "a11y:certifiedBy")}
    for claim in _metas(book, "dcterms:conformsTo"):
        if f"#{claim.get('id')}" not in vouched and claim.text != "none":
            yield "claim", book.path, "it claims to conform, and nobody stands for that"
    if any(meta.text == "auditory" for meta in _metas(book, "schema:accessMode")):
        yield "auditory", book.path, "a voice that reads the text is no access mode of its own"


# --- overlays ---------------------------------------------------------------------------


def _overlays(book: OpenedBook) -> Iterator[Problem]:
    for item in book.items().values():
        if item.get("media-type") == SMIL_TYPE:
            name = join(book.path, item.get("href", ""))
            yield from _structures(book, name, etree.fromstring(book.archive.read(name)))


def _structures(book: OpenedBook, name: str, overlay: etree._Element) -> Iterator[Problem]:
    """Each `seq` is of an element that exists, and none that can be left is inside another."""
    for seq in overlay.iter(f"{SMIL}seq"):
        document, _, place = seq.get(_TEXTREF, "").partition("#")
        if place and place not in _ids(book, join(name, document)):
            yield "structure", name, f"a part of it is of {place}, and {document} has no such place"
        around = (other.get(_TYPE) for other in seq.iterancestors(f"{SMIL}seq"))
        if seq.get(_TYPE) in _LEFT_AT_WILL and not _LEFT_AT_WILL.isdisjoint(around):
            yield "nested", name, f"{place} can be left, and so can what it is inside of"


def _ids(book: OpenedBook, name: str) -> set[str]:
    try:
        page = etree.fromstring(book.archive.read(name))
    except KeyError:
        return set()
    return {element.get("id", "") for element in page.iter("*")}


# --- pages ------------------------------------------------------------------------------


def _typed(page: etree._Element, kinds: frozenset[str]) -> Iterator[etree._Element]:
    return (e for e in page.iter("*") if kinds & set(e.get(_TYPE, "").split()))


def _notes(pages: dict[str, etree._Element]) -> Iterator[Problem]:
    """A mark leads to a note, which says that it is one and has a way back into the text."""
    for name, page in pages.items():
        notes = {f"#{note.get('id')}": note for note in _typed(page, _NOTES)}
        places = {f"#{element.get('id')}" for element in page.iter("*") if element.get("id")}
        for mark in _typed(page, frozenset({"noteref"})):
            if mark.get("href") not in notes:
                yield "note", name, f"the mark of {mark.get('href')} leads to no note"
        for place, note in notes.items():
            back = {link.get("href") for link in _typed(note, frozenset({"backlink"}))}
            if not back or not back <= places:
                yield "backlink", name, f"there is no way back from the note {place}"


def _contents(book: OpenedBook, pages: dict[str, etree._Element]) -> Iterator[Problem]:
    """The contents lead to each document, are heard in a book with sound, and list each page."""
    item = next(i for i in book.items().values() if "nav" in i.get("properties", "").split())
    name = join(book.path, item.get("href", ""))
    nav = etree.fromstring(book.archive.read(name))
    led_to = {link.partition("#")[0] for link in _links(nav, name, "toc")}
    for document in pages.keys() - led_to:
        yield "contents", name, f"they do not lead to {posixpath.relpath(document, name)}"
    if book.heard() and not item.get("media-overlay"):
        yield "silent", name, "the contents are not narrated"
    listed = set(_links(nav, name, "page-list"))
    marked = {
        f"{document}#{mark.get('id')}"
        for document, page in pages.items()
        for mark in _typed(page, frozenset({"pagebreak"}))
    }
    for place in sorted(listed ^ marked):
        yield "pages", name, f"{place} is marked and not listed, or listed and not marked"


def _links(nav: etree._Element, name: str, kind: str) -> list[str]:
    """Where the links of one list of the navigation lead: path in the book, and place."""
    lists = _typed(nav, frozenset({kind}))
    return [join(name, link.get("href", "")) for part in lists for link in part.iter("{*}a")]


BOOK = Judge("books", suffix(".epub"), always, one_by_one(_findings))
