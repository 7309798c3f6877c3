"""HTML tables → tables of the model."""

from bs4 import Tag
from bs4.element import PageElement

from formats.model import Cell, Row, Table
from pipeline.readers.html.classes import children, elements
from pipeline.readers.html.conversion import Scope
from pipeline.readers.html.inlines import sentences

_WIDEST = 1000  # the most columns or rows that HTML lets a cell span (HTML, 4.9.11)

_SECTIONS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")


def table(tag: Tag, scope: Scope) -> tuple[Table, ...]:
    """A table with its caption, or nothing where every cell is empty."""
    own = [row for row in elements(tag) if row.name == "tr" and _is_in(row, tag)]
    rows = tuple(filter(None, (_row(row, scope) for row in own)))
    captions = children(tag, {"caption"})
    caption = sentences(captions[0].children, scope) if captions else ()
    return (Table(caption, rows),) if rows else ()


def _is_in(row: Tag, table: Tag) -> bool:
    """Whether a row is of this table, and not of one inside it."""
    return next(around for around in row.parents if around.name == "table") is table


def strays(tag: Tag) -> list[PageElement]:
    """Content of a table that is in none of its rows, which HTML does not allow."""
    parts = [tag, *children(tag, _SECTIONS)]
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
    cells = tuple(_cell(cell, inner, head=head) for cell in children(tag, _CELLS))
    return Row(cells) if any(cell.sentences for cell in cells) else None


def _cell(tag: Tag, scope: Scope, *, head: bool) -> Cell:
    plain = not tag.attrs  # no language of its own
    return Cell(
        sentences(tag.children, scope.inside(tag)) if plain else sentences([tag], scope),
        head or tag.name == "th",
        _span(tag, "colspan"),
        _span(tag, "rowspan"),
    )


def _span(tag: Tag, name: str) -> int:
    if name not in tag.attrs:
        return 1
    said = str(tag[name]).strip()
    if not (said.isascii() and said.isdecimal()):
        return 1
    number = said.lstrip("0")[:5] or "1"  # five digits are more than any cell may span
    return min(int(number), _WIDEST)
