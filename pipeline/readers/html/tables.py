"""HTML tables → tables of the model."""

from bs4 import Tag
from bs4.element import PageElement

from formats.model import Cell, Row, Table
from pipeline.readers.html.conversion import Scope
from pipeline.readers.html.inlines import sentences

_WIDEST = 1000  # the most columns or rows that HTML lets a cell span (HTML, 4.9.11)

_SECTIONS = ["thead", "tbody", "tfoot"]


def table(tag: Tag, scope: Scope) -> tuple[Table, ...]:
    """A table with its caption, or nothing where every cell is empty."""
    own = [row for row in tag.find_all("tr") if row.find_parent("table") is tag]
    rows = tuple(filter(None, (_row(row, scope) for row in own)))
    captions = tag.find_all("caption", recursive=False)
    caption = sentences(captions[0].children, scope) if captions else ()
    return (Table(caption, rows),) if rows else ()


def strays(tag: Tag) -> list[PageElement]:
    """Content of a table that is in none of its rows, which HTML does not allow."""
    parts = [tag, *tag.find_all(_SECTIONS, recursive=False)]
    known = {"tr", "caption", "colgroup", "col", *_SECTIONS}
    return [
        node
        for part in parts
        for node in part.children
        if not (isinstance(node, Tag) and node.name in known)
    ]


def _row(tag: Tag, scope: Scope) -> Row | None:
    head = tag.parent is not None and tag.parent.name == "thead"
    inner = scope.inside(tag)
    cells = tuple(
        _cell(cell, inner, head=head) for cell in tag.find_all(["td", "th"], recursive=False)
    )
    return Row(cells) if any(cell.sentences for cell in cells) else None


def _cell(tag: Tag, scope: Scope, *, head: bool) -> Cell:
    return Cell(
        sentences([tag], scope),
        head or tag.name == "th",
        _span(tag, "colspan"),
        _span(tag, "rowspan"),
    )


def _span(tag: Tag, name: str) -> int:
    said = str(tag.get(name, "1")).strip()
    if not (said.isascii() and said.isdecimal()):
        return 1
    number = said.lstrip("0")[:5] or "1"  # five digits are more than any cell may span
    return min(int(number), _WIDEST)
