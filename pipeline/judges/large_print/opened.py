"""A PDF → values, by pdfminer.six."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.utils import Matrix, decode_text, mult_matrix

from pipeline.judges.large_print.printed import (
    SHAPELESS,
    Box,
    Colour,
    Element,
    Font,
    Glyph,
    Print,
    PrintPage,
    lines_of,
)

_UA = "{http://www.aiim.org/pdfua/ns/id/}part"
_AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)
_EVEN = 0.01  # how much a letter may be stretched or turned by rounding


def opened(path: Path) -> Print:
    """The PDF of a file. Raises `ValueError`, and what else reading a broken file may raise."""
    with path.open("rb") as file:
        try:
            document = PDFDocument(PDFParser(file))
        except PSException as error:
            raise ValueError(str(error)) from error
        tree = resolve1(document.catalog.get("StructTreeRoot")) or {}
        elements = dict(_elements(tree))
        device = _Device(PDFResourceManager())
        interpreter = PDFPageInterpreter(device.rsrcmgr, device)
        pages: list[PrintPage] = []
        links: list[tuple[str, str]] = []
        for number, page in enumerate(PDFPage.create_pages(document), 1):
            device.begin(_marks(tree, page.attrs.get("StructParents"), elements))
            interpreter.process_page(page)
            pages.append(_page(number, page, device))
            links += _links(page)
        return Print(tuple(pages), tuple(elements.values()), tuple(links), _facts(document))


def _page(number: int, page: PDFPage, device: "_Device") -> PrintPage:
    left, low, right, high = page.mediabox
    glyphs, boxes = tuple(device.glyphs), tuple(device.boxes)
    tabs = _name(page.attrs.get("Tabs"))
    size = right - left, high - low
    lines = lines_of(number, glyphs)
    return PrintPage(number, *size, page.rotate, glyphs, boxes, lines, tabs)


def _links(page: PDFPage) -> Iterator[tuple[str, str]]:
    for note in resolve1(page.annots) or ():
        link = resolve1(note)
        action = resolve1(link.get("A")) or {}
        yield _text(action.get("URI")), _text(link.get("Contents"))


def _facts(document: PDFDocument) -> Mapping[str, str]:
    catalog = document.catalog
    viewer = resolve1(catalog.get("ViewerPreferences")) or {}
    marked = (resolve1(catalog.get("MarkInfo")) or {}).get("Marked")
    info = document.info[0] if document.info else {}
    metadata = resolve1(catalog.get("Metadata"))
    part = ""
    if metadata is not None:
        root = etree.fromstring(metadata.get_data())
        told = [e.text or "" for e in root.iter(_UA)] + [e.get(_UA, "") for e in root.iter("*")]
        part = next(filter(None, told), "")
    return {
        "language": _text(catalog.get("Lang")),
        "title": _text(info.get("Title")),
        "part": part,
        "marked": "yes" if marked else "",
        "shows title": "yes" if viewer.get("DisplayDocTitle") else "",
    }


def _text(value: object) -> str:
    found = resolve1(value)
    return decode_text(found) if isinstance(found, bytes) else ""


def _name(value: object) -> str:
    return str(getattr(resolve1(value), "name", ""))


# --- tags -------------------------------------------------------------------------------


def _elements(tree: Mapping[str, Any]) -> Iterator[tuple[int, Element]]:
    """The elements below the root of the structure tree, by the numbers of their objects."""
    waiting: list[tuple[object, tuple[tuple[int, str], ...]]] = [(tree.get("K"), ())]
    while waiting:
        kid, around = waiting.pop()
        if isinstance(resolve1(kid), list):
            waiting += [(one, around) for one in reversed(resolve1(kid))]
        elif isinstance(kid, PDFObjRef) and isinstance(resolve1(kid), dict):
            node = resolve1(kid)
            if _name(node.get("S")):
                path = (*around, (kid.objid, _name(node["S"])))
                yield kid.objid, Element(kid.objid, path[-1][1], path, *_told(node))
                waiting.append((node.get("K"), path))


def _told(node: Mapping[str, Any]) -> tuple[str, str]:
    """An element's description, and the scope of a header cell."""
    attributes = resolve1(node.get("A"))
    tables = attributes if isinstance(attributes, list) else [attributes]
    scopes = (_name(resolve1(t).get("Scope")) for t in tables if isinstance(resolve1(t), dict))
    return _text(node.get("Alt")), next(filter(None, scopes), "")


def _marks(
    tree: Mapping[str, Any], number: object, elements: Mapping[int, Element]
) -> Sequence[Element | None]:
    """The elements of a page by the numbers of its marked content (ISO 32000-1, 14.7.4.4)."""
    numbered = (resolve1(tree.get("ParentTree")) or {}).get("Nums", [])
    places = resolve1(numbered)
    pairs = dict(zip(places[::2], places[1::2], strict=True))
    found = resolve1(pairs.get(number)) or []
    return [elements.get(ref.objid) if isinstance(ref, PDFObjRef) else None for ref in found]


# --- what is drawn ----------------------------------------------------------------------


class _Device(PDFTextDevice):
    """Collects what a page draws, as pdfminer.six tells it."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.begin(())

    def begin(self, marks: Sequence[Element | None]) -> None:
        """Begin a page whose marked content belongs to these elements."""
        self.glyphs: list[Glyph] = []
        self.boxes: list[Box] = []
        self._marks = marks
        self._inside: list[Element | None] = []
        self._actual: list[str | None] = []
        self._fonts: dict[int, Font] = {}

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        number = props.get("MCID") if isinstance(props, dict) else None
        own = self._marks[number] if number is not None and number < len(self._marks) else None
        outer = self._inside[-1] if self._inside and _name(tag) != "Artifact" else None
        self._inside.append(own or outer)
        actual = props.get("ActualText") if isinstance(props, dict) else None
        self._actual.append(_text(actual) if actual is not None else None)

    def end_tag(self) -> None:
        self._inside.pop()
        self._actual.pop()

    def _said(self, font: PDFFont, cid: int) -> str:
        """The text of a letter; of letters with a text of their own together, the first has it."""
        if self._actual and (actual := self._actual[-1]) is not None:
            self._actual[-1] = ""
            return actual
        try:
            return font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            return "\ufffd"

    def render_image(self, name: str, stream: Any) -> None:  # noqa: ARG002 - called so
        corners = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))
        self.boxes.append(_around("image", [self._at(x, y) for x, y in corners]))

    def paint_path(self, *painted: Any, **_: Any) -> None:
        gstate, _, fill, _, path = painted
        numbers = [part[1:] for part in path if len(part) > 1]
        corners = [
            self._at(part[n], part[n + 1]) for part in numbers for n in range(0, len(part), 2)
        ]
        drawing = any(place and place.tag == "Figure" for place in self._inside)
        kind, colour = ("fill", gstate.ncolor) if fill else ("line", gstate.scolor)
        if corners:
            self.boxes.append(_around("image" if drawing else kind, corners, _colour(colour)))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page."""
        _, _, _, _, right, up = mult_matrix((1, 0, 0, 1, x, y), self.ctm or _AS_IT_IS)
        return right, up

    def render_char(self, *drawn: Any, **_: Any) -> float:
        matrix, font, fontsize, scaling, rise, cid, _, gstate = drawn
        text = self._said(font, cid).translate(SHAPELESS)
        wide = font.char_width(cid) * fontsize * scaling
        a, b, c, d, x, y = matrix
        tall = math.hypot(c, d)
        plain = abs(b) + abs(c) < _EVEN * tall and abs(a * scaling - d) < _EVEN * tall
        place = self._inside[-1] if self._inside else None
        known = self._fonts.setdefault(id(font), _font(font))
        colour = _colour(gstate.ncolor)
        self.glyphs.append(
            Glyph(text, x, y + rise, wide * a, fontsize * tall, known, colour, place, plain)
        )
        return float(wide)


def _font(font: PDFFont) -> Font:
    name = str(font.fontname)
    about = font.descriptor
    embedded = any(key in about for key in ("FontFile", "FontFile2", "FontFile3"))
    slant = float(resolve1(about.get("ItalicAngle", 0)))
    return Font(name.partition("+")[2] or name, embedded, int(about.get("Flags", 0)), slant)


def _colour(value: Any) -> Colour:
    return tuple(map(float, value)) if isinstance(value, (tuple, list)) else (float(value or 0),)


def _around(kind: str, corners: Sequence[tuple[float, float]], colour: Colour = ()) -> Box:
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Box(kind, min(across), min(up), max(across), max(up), colour)
