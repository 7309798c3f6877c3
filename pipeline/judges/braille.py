"""Whether braille can be embossed: BRF by its characters and pages, PEF by its schema's rules.

PEF after its specification and RELAX NG schema (2008-1), written here as rules. A BRF says nothing
of its page; the PEF beside it does, and both must be the same pages.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from pipeline.findings import Finding
from pipeline.judges.ebraille import faults
from pipeline.judges.judge import Judge, always, fault, one_by_one, suffix

PEF = "{http://www.daisy.org/ns/2008/pef}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MIME = "application/x-pef+xml"

_ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
_CELLS = {chr(0x2800 + dots): character for dots, character in enumerate(_ASCII)}

_USUAL = (40, 27)
"""Cells and lines of the largest usual page, for a BRF that stands alone."""

_INSIDE = {"volume": "section", "section": "page", "page": "row"}
"""What each element of PEF has in it."""

Problem = tuple[str, str]


def _findings(path: Path) -> Iterator[Finding]:
    kinds = {".brf": _brf, ".pef": _pef, ".ebrl": faults}
    for code, message in kinds[path.suffix](path):
        yield fault(code, path, message)


# --- BRF --------------------------------------------------------------------------------


def _brf(path: Path) -> Iterator[Problem]:
    data = path.read_bytes()
    twin = path.with_suffix(".pef")
    root = etree.parse(twin).getroot() if twin.exists() else None
    width, height = _USUAL if root is None else _size(root)
    allowed = {*_ASCII.encode(), *b"\r\n\f"}
    odd = sorted({byte for byte in data if byte not in allowed})
    if odd:
        yield "brf-character", f"it has bytes that are no Braille ASCII: {bytes(odd)!r:.80}"
        return
    if not data.endswith(b"\f"):
        yield "brf-end", "its last page does not end with a form feed"
    pages = [page.splitlines() for page in data.decode("ascii").removesuffix("\f").split("\f")]
    yield from _sizes("brf", pages, width, height)
    if root is not None and pages != [[_in_ascii(row) for row in page] for page in _rows(root)]:
        yield "brf-differs", f"its pages are not those of {twin.name}"


def _in_ascii(row: str) -> str:
    return "".join(_CELLS.get(cell, "?") for cell in row).rstrip()


def _sizes(kind: str, pages: Sequence[Sequence[str]], width: int, height: int) -> Iterator[Problem]:
    for number, page in enumerate(pages, 1):
        if len(page) > height:
            told = f"page {number} has {len(page)} lines, and there is room for {height}"
            yield f"{kind}-length", told
        for at, line in enumerate(page, 1):
            if len(line) > width:
                place = f"line {at} of page {number}"
                told = f"{place} has {len(line)} cells, and there is room for {width}"
                yield f"{kind}-width", told


# --- PEF --------------------------------------------------------------------------------


def _pef(path: Path) -> Iterator[Problem]:
    root = etree.parse(path).getroot()
    if root.tag != f"{PEF}pef" or root.get("version") != "2008-1":
        yield "pef-root", "it does not begin as PEF 2008-1 does"
        return
    if [child.tag for child in root] != [f"{PEF}head", f"{PEF}body"]:
        yield "pef-structure", "it has not just a head and a body"
        return
    yield from _meta(root)
    for volume in root.iter(f"{PEF}volume"):
        yield from _volume(volume)
    if root.find(f"{PEF}body/{PEF}volume") is None:
        yield "pef-structure", "it has no volume"
        return
    for element in root.iter(*(f"{PEF}{name}" for name in _INSIDE)):
        yield from _structure(element)
    yield from _cells(root)


def _meta(root: etree._Element) -> Iterator[Problem]:
    for name, value in (("format", _MIME), ("identifier", "")):
        found = [element.text or "" for element in root.findall(f"{PEF}head/{PEF}meta/{_DC}{name}")]
        if len(found) != 1 or not found[0] or value not in ("", found[0]):
            yield "pef-metadata", f"its dc:{name} is {found}"


def _volume(volume: etree._Element) -> Iterator[Problem]:
    for name in ("cols", "rows", "rowgap"):
        value = volume.get(name, "")
        if not value.isascii() or not value.isdigit() or (name != "rowgap" and not int(value)):
            yield "pef-volume", f"the {name} of a volume are “{value}”"
    if volume.get("duplex") not in ("true", "false", "1", "0"):
        yield "pef-volume", f"the duplex of a volume is “{volume.get('duplex')}”"


def _structure(element: etree._Element) -> Iterator[Problem]:
    name = etree.QName(element).localname
    wanted = f"{PEF}{_INSIDE[name]}"
    if any(child.tag != wanted for child in element):
        yield "pef-structure", f"in a {name} is something other than a {_INSIDE[name]}"
    if name != "page" and element.find(wanted) is None:
        yield "pef-structure", f"a {name} has no {_INSIDE[name]}"


def _cells(root: etree._Element) -> Iterator[Problem]:
    pages = _rows(root)
    if any(not "\u2800" <= cell <= "\u28ff" for page in pages for row in page for cell in row):
        yield "pef-character", "a row has something other than Unicode braille"
    width, height = _size(root)
    if width and height:
        yield from _sizes("pef", pages, width, height)


def _rows(root: etree._Element) -> list[list[str]]:
    pages = root.iter(f"{PEF}page")
    return [["".join(map(str, row.itertext())) for row in page.iter(f"{PEF}row")] for page in pages]


def _size(root: etree._Element) -> tuple[int, int]:
    """Cells and lines of the pages of the first volume; zeros where it does not say them."""
    volume = root.find(f"{PEF}body/{PEF}volume")
    found = [("" if volume is None else volume.get(name, "")) for name in ("cols", "rows")]
    width, height = (int(value) if value.isascii() and value.isdigit() else 0 for value in found)
    return width, height


BRAILLE = Judge("braille", suffix(".brf", ".pef", ".ebrl"), always, one_by_one(_findings))
