"""The text of an OpenDocument text → HTML (OpenDocument 1.3, part 3).

Items of lists are boxes that only say how deep they are: see `flat_lists`.
"""

from collections.abc import Callable, Iterator
from html import escape

from lxml import etree

from pipeline.readers.documents import roles
from pipeline.readers.documents.flat_lists import LEVEL, NUMBER
from pipeline.readers.documents.odt_styles import TEXT, OdtStyles, number
from pipeline.readers.documents.xml_trees import text_of

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

_DEEPEST = 150
_DEEPEST_LIST = 9
_MOST_SPACES = 100
_INDEXES = ("table-of-content", "illustration-index", "table-index", "object-index",
            "user-index", "alphabetical-index")  # fmt: skip
_NOT_READ = {
    f"{OFFICE}annotation", f"{OFFICE}forms", f"{OFFICE}scripts", f"{TEXT}tracked-changes",
    f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls",
    f"{TEXT}page-number", f"{TEXT}page-count", f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph",
    f"{TEXT}script", f"{TEXT}note-citation", f"{TEXT}alphabetical-index-mark-start",
    f"{TEXT}dde-connection-decls", f"{_SVG}title", f"{_SVG}desc", f"{OFFICE}event-listeners",
    f"{TEXT}index-title-template",
}  # fmt: skip


class OdtText:
    """One document on its way to HTML.

    `formula` gives the MathML of a part, or "". `lost` names what could not be kept.
    """

    def __init__(self, styles: OdtStyles, formula: Callable[[str], str]) -> None:
        self.lost: list[str] = []
        self._styles = styles
        self._formula = formula
        self._notes: list[str] = []
        self._boxes: list[str] = []
        self._counted: dict[str, list[int]] = {}

    def html(self, body: etree._Element) -> str:
        """The whole text, with its notes as a list at its end."""
        made = self._blocks(body, 0)
        notes = "".join(f'<li id="note-{n}">{note}</li>' for n, note in enumerate(self._notes, 1))
        return f'{made}<ol class="footnotes">{notes}</ol>' if notes else made

    # --- blocks -------------------------------------------------------------------------

    def _blocks(self, parent: etree._Element, depth: int) -> str:
        return "".join(self._block(child, depth + 1) for child in _elements(parent))

    def _block(self, element: etree._Element, depth: int) -> str:
        if element.tag in _NOT_READ or _is_off(element):
            return ""
        if depth > _DEEPEST:
            return f"<p>{escape(text_of(element))}</p>"
        if element.tag in {f"{TEXT}p", f"{TEXT}h"}:
            return self._paragraph(element, depth)
        if str(element.tag).startswith(_DRAW):
            inner = self._drawing(element, depth)
            return (f"<p>{inner}</p>" if inner else "") + self._taken_boxes()
        return self._group(element, depth)

    def _group(self, element: etree._Element, depth: int) -> str:
        """A list, a table, an index, or a section with blocks in it."""
        name = etree.QName(element).localname
        if element.tag == f"{TEXT}list":
            return self._list(element, "", 0, depth)
        if element.tag == f"{_TABLE}table":
            return f"<table>{self._rows(element, depth, head=False)}</table>"
        if name in _INDEXES:
            self.lost.append("the table of contents" if name == _INDEXES[0] else "an index")
            return ""
        return self._blocks(element, depth)

    def _paragraph(self, element: etree._Element, depth: int) -> str:
        style = element.get(f"{TEXT}style-name", "")
        role = self._styles.role(style)
        if role == "contents":
            self.lost.append("the table of contents")
            return ""
        if self._styles.is_hidden("paragraph", style):
            return ""
        if element.tag == f"{TEXT}h" and role not in {"title", "caption"}:
            role = f"h{min(number(element.get(f'{TEXT}outline-level'), 1), 6)}"
        inner = self._inline(element, depth)
        language = self._styles.language("paragraph", style)
        said = f' lang="{escape(language)}"' if language else ""
        return roles.block(role, inner, said) + self._taken_boxes()

    def _taken_boxes(self) -> str:
        boxes = "".join(self._boxes)
        self._boxes = []
        return boxes

    # --- lists and tables ---------------------------------------------------------------

    def _list(self, element: etree._Element, style: str, level: int, depth: int) -> str:
        style = element.get(f"{TEXT}style-name", "") or style
        counted = self._counted.setdefault(style, [0] * (_DEEPEST_LIST + 1))
        if level == 0 and _begins_anew(element):
            counted[:] = [0] * (_DEEPEST_LIST + 1)
        items = (item for item in _elements(element) if depth < _DEEPEST)
        return "".join(self._item(item, style, min(level, _DEEPEST_LIST), depth) for item in items)

    def _item(self, item: etree._Element, style: str, level: int, depth: int) -> str:
        own = [child for child in _elements(item) if child.tag != f"{TEXT}list"]
        made = ""
        if own and all(child.tag == f"{TEXT}h" for child in own):
            made = "".join(self._block(child, depth + 1) for child in own)  # a numbered heading
        elif own:
            inner = "".join(self._block(child, depth + 1) for child in own)
            said = self._number(item, own[0], style, level)
            made = f'<div {LEVEL}="{level}" {NUMBER}="{said}">{inner}</div>' if inner else ""
        nested = (child for child in _elements(item) if child.tag == f"{TEXT}list")
        return made + "".join(self._list(child, style, level + 1, depth + 1) for child in nested)

    def _number(self, item: etree._Element, first: etree._Element, style: str, level: int) -> str:
        """Count an item: its number as text, or "" for a bullet."""
        named = style or self._styles.list_of(first.get(f"{TEXT}style-name", ""))
        here = self._styles.level(named, level)
        counted = self._counted[style]
        last = counted[level]
        start = number(item.get(f"{TEXT}start-value"), last + 1 if last else here.start)
        counted[level:] = [start, *[0] * (_DEEPEST_LIST - level)]
        return str(start) if here.numbered else ""

    def _rows(self, table: etree._Element, depth: int, *, head: bool) -> str:
        made = ""
        for child in _elements(table):
            name = etree.QName(child).localname
            if name == "table-row":
                made += self._row(child, depth, head=head)
            elif name in {"table-header-rows", "table-rows", "table-row-group"}:
                made += self._rows(child, depth + 1, head=head or name == "table-header-rows")
        return made

    def _row(self, row: etree._Element, depth: int, *, head: bool) -> str:
        name = "th" if head else "td"
        cells = ""
        for cell in row.findall(f"{_TABLE}table-cell"):
            columns, rows = (
                number(cell.get(f"{_TABLE}number-{side}-spanned"), 1)
                for side in ("columns", "rows")
            )
            inner = self._blocks(cell, depth + 1)
            cells += f'<{name} colspan="{columns}" rowspan="{rows}">{inner}</{name}>'
        return f"<tr>{cells}</tr>"

    # --- running text -------------------------------------------------------------------

    def _inline(self, element: etree._Element, depth: int) -> str:
        parts = [escape(element.text or "")]
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _NOT_READ:
                parts.append(self._part(child, depth + 1))
            parts.append(escape(child.tail or ""))
        return "".join(parts)

    def _part(self, element: etree._Element, depth: int) -> str:
        if depth > _DEEPEST:
            return escape(text_of(element))
        if element.tag.startswith(_DRAW):
            return self._drawing(element, depth)
        made = _PARTS.get(str(element.tag))
        return made(self, element, depth) if made else self._inline(element, depth)

    def span(self, element: etree._Element, depth: int) -> str:
        """Words with a character style."""
        style = element.get(f"{TEXT}style-name", "")
        if self._styles.is_hidden("text", style):
            return ""
        inner = self._inline(element, depth)
        for name in self._styles.elements(style):
            inner = f"<{name}>{inner}</{name}>"
        language = self._styles.language("text", style)
        return f'<span lang="{escape(language)}">{inner}</span>' if language else inner

    def link(self, element: etree._Element, depth: int) -> str:
        """Words with an address."""
        href = escape(element.get(f"{_XLINK}href", ""))
        return f'<a href="{href}">{self._inline(element, depth)}</a>'

    def note(self, element: etree._Element, depth: int) -> str:
        """The mark of a footnote or endnote, whose text is kept for the end."""
        body = element.find(f"{TEXT}note-body")
        if body is None:
            return ""
        self._notes.append("")
        place = len(self._notes)
        self._notes[place - 1] = self._blocks(body, depth)
        return f'<sup><a href="#note-{place}">{place}</a></sup>'

    def ruby(self, element: etree._Element, depth: int) -> str:
        """Words with their reading above them."""
        base, above = (element.find(f"{TEXT}ruby-{name}") for name in ("base", "text"))
        shown = "" if base is None else self._inline(base, depth)
        return f"<ruby>{shown}<rp> (</rp><rt>{escape(text_of(above))}</rt><rp>)</rp></ruby>"

    # --- drawings -----------------------------------------------------------------------

    def _drawing(self, element: etree._Element, depth: int) -> str:
        """A picture or a formula; text in a box is put behind the paragraph."""
        if element.tag != f"{_DRAW}frame":
            return self._shape(element, depth)
        kinds = {etree.QName(child).localname: child for child in _elements(element)}
        if "object" in kinds:
            formula = self._formula(kinds["object"].get(f"{_XLINK}href", ""))
            if formula:
                return f" {formula} "
        if "text-box" in kinds:
            inner = self._blocks(kinds["text-box"], depth + 1)  # which takes the boxes in it
            self._boxes.append(inner)
            return ""
        if "image" in kinds:
            return self._picture(element, kinds["image"])
        self._tell(element)
        return ""

    def _shape(self, element: etree._Element, depth: int) -> str:
        frames = "".join(
            self._drawing(child, depth + 1)
            for child in _elements(element)
            if child.tag.startswith(_DRAW) and depth < _DEEPEST
        )
        own = [child for child in _elements(element) if child.tag.startswith(TEXT)]
        words = "".join(self._block(child, depth + 1) for child in own)
        if words:
            self._boxes.append(words)
        elif element.tag not in {f"{_DRAW}g", f"{_DRAW}a"} and not frames:
            self._tell(element)
        return frames

    def _picture(self, frame: etree._Element, image: etree._Element) -> str:
        words = _description(frame)
        if self._styles.is_decoration(frame.get(f"{_DRAW}style-name", "")):
            alt = ' alt=""'
        else:
            alt = f' alt="{escape(words)}"' if words else ""
        return f'<img src="{escape(image.get(f"{_XLINK}href", ""))}"{alt}>'

    def _tell(self, element: etree._Element) -> None:
        if element.tag in {f"{_DRAW}enhanced-geometry", f"{_DRAW}glue-point"}:
            return
        words = _description(element)
        self.lost.append(f"a drawing or chart (“{words}”)" if words else "a drawing or chart")


def _space(_made: OdtText, element: etree._Element, _depth: int) -> str:
    return " " * min(number(element.get(f"{TEXT}c"), 1), _MOST_SPACES)


def _break(_made: OdtText, _element: etree._Element, _depth: int) -> str:
    return "<br>"


_PARTS: dict[str, Callable[[OdtText, etree._Element, int], str]] = {
    f"{TEXT}span": OdtText.span,
    f"{TEXT}a": OdtText.link,
    f"{TEXT}note": OdtText.note,
    f"{TEXT}ruby": OdtText.ruby,
    f"{TEXT}s": _space,
    f"{TEXT}tab": _space,
    f"{TEXT}line-break": _break,
}


def _description(element: etree._Element) -> str:
    """What a picture shows: its description, or else its title."""
    found = (element.find(f"{_SVG}{name}") for name in ("desc", "title"))
    return next(filter(None, (text_of(one).strip() for one in found)), "")


def _begins_anew(element: etree._Element) -> bool:
    """Whether a list counts from its start: it has items, and does not go on with another."""
    goes_on = element.get(f"{TEXT}continue-numbering") == "true"
    goes_on = goes_on or element.get(f"{TEXT}continue-list") is not None
    inner = f"{TEXT}list"
    return not goes_on and any(one.tag != inner for item in _elements(element) for one in item)


def _is_off(element: etree._Element) -> bool:
    """Whether a section is hidden."""
    return element.get(f"{TEXT}display") == "none" and element.tag == f"{TEXT}section"


def _elements(parent: etree._Element) -> Iterator[etree._Element]:
    return (child for child in parent if isinstance(child.tag, str))
