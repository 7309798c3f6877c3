"""Books opened again, for the tests of what is in them."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from formats.epub import render
from formats.model import (
    Edition,
    OutputFile,
)
from tests.formats.builders import (
    RICH_MEDIA,
    edition_of,
    rich_post,
)

NAMES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "s": "http://www.w3.org/ns/SMIL",
    "epub": "http://www.idpf.org/2007/ops",
}


class Book:
    """A book opened again."""

    def __init__(self, file: OutputFile) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(file.data))
        self.package = self.xml("content.opf")

    def xml(self, name: str) -> etree._Element:
        """A file of the book, parsed."""
        return etree.fromstring(self.archive.read(f"EPUB/{name}"))

    def said(self, name: str) -> list[str]:
        """The values of a Dublin Core element."""
        return [e.text or "" for e in self.package.iterfind(f".//dc:{name}", NAMES)]

    def metas(self, name: str) -> dict[str, str]:
        """What each thing refined by this property is said to be; "" is the book."""
        return {
            e.get("refines", ""): e.text or ""
            for e in self.package.iterfind(f".//opf:meta[@property='{name}']", NAMES)
        }


def book_of(edition: Edition) -> Book:
    """The book of an edition."""
    (file,) = render(edition)
    return Book(file)


def rich() -> Edition:
    """An edition with every kind of block and inline."""
    return edition_of(rich_post(), RICH_MEDIA)


def trained(edition: Edition) -> Edition:
    """The same edition, read by a voice that was trained on recordings."""
    narration = replace(edition.narration, synthesis="trained")
    return replace(edition, narrations=(narration,))


def pars(smil: etree._Element) -> list[tuple[str, str, int, int]]:
    """(text, sound, begin, end) of each `par`, in milliseconds."""
    return list(_pars(smil))


def _pars(smil: etree._Element) -> Iterator[tuple[str, str, int, int]]:
    for par in smil.iter(f"{{{NAMES['s']}}}par"):
        text, audio = par
        begin, end = clock(audio.get("clipBegin", "")), clock(audio.get("clipEnd", ""))
        yield text.get("src", ""), audio.get("src", ""), begin, end


def clock(value: str) -> int:
    """A SMIL clock value in milliseconds."""
    found = re.fullmatch(r"(\d+):(\d\d):(\d\d)\.(\d{3})", value)
    assert found, value
    hours, minutes, seconds, thousandths = map(int, found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
