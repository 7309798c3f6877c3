"""The paragraphs and tables of a text in Rich Text Format → HTML."""

from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from operator import itemgetter

from pipeline.readers.documents import roles
from pipeline.readers.documents.flat_lists import LEVEL, NUMBER, number_of

_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Look:
    """How some words look: the elements around them, their language, and where they lead."""

    elements: tuple[str, ...] = ()
    language: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """What is said of a paragraph before it ends: what it is, and its place in a list or table.

    `sign` is the number or bullet of an item, as it is shown.
    """

    role: str = ""
    sign: str = ""
    is_item: bool = False
    level: int = 0
    in_table: bool = False


class Flow:
    """A text that grows: the body, a note, or what is in a box."""

    def __init__(self) -> None:
        self.place = ParagraphPlace()
        self._blocks: list[str] = []
        self._words: list[tuple[Look, str]] = []
        self._cell: list[str] = []
        self._cells: list[str] = []
        self._rows: list[str] = []
        self._after: list[str] = []
        self._counted = [0] * (_DEEPEST + 1)
        self._joined: set[int] = set()
        self._described = 0
        self._head = False

    def say(self, text: str, look: Look) -> None:
        """Add words to the paragraph."""
        self._words.append((look, escape(text)))

    def put(self, html: str, look: Look | None = None) -> None:
        """Add HTML to the paragraph: a picture, or the mark of a note."""
        self._words.append((look or Look(), html))

    def box(self, html: str) -> None:
        """Add blocks behind the paragraph."""
        self._after.append(html)

    def begin_row(self) -> None:
        """Begin the description of a row."""
        self._joined, self._described, self._head = set(), 0, False

    def head_row(self) -> None:
        """Say that the row is a header."""
        self._head = True

    def join_cell(self) -> None:
        """Say that the cell which is described belongs to the one before it."""
        self._joined.add(self._described)

    def describe_cell(self) -> None:
        """The description of a cell is complete."""
        self._described += 1

    def end_paragraph(self) -> None:
        """The paragraph is complete."""
        made, after = self._paragraph(), "".join(self._after)
        self._after = []
        if self.place.in_table:
            self._cell.append(made + after)
            return
        self._end_table()
        self._blocks += [made, after]

    def end_cell(self) -> None:
        """The cell is complete."""
        self._cell.append(self._paragraph())
        self._cells.append("".join(self._cell))
        self._cell = []

    def end_row(self) -> None:
        """The row is complete."""
        name = "th" if self._head else "td"
        spans: list[tuple[str, int]] = []
        for n, cell in enumerate(self._cells):
            if n in self._joined and spans:
                spans[-1] = (spans[-1][0] + cell, spans[-1][1] + 1)
            else:
                spans.append((cell, 1))
        cells = (f'<{name} colspan="{span}">{cell}</{name}>' for cell, span in spans)
        self._rows.append(f"<tr>{''.join(cells)}</tr>")
        self._cells = []

    def html(self) -> str:
        """Everything, as blocks."""
        self.place = ParagraphPlace()
        if self._words or self._after:
            self.end_paragraph()
        self._end_table()
        return "".join(self._blocks)

    def _end_table(self) -> None:
        if self._cells or self._cell:
            self.end_row()
        if self._rows:
            self._blocks.append(f"<table>{''.join(self._rows)}</table>")
        self._rows = []

    def _paragraph(self) -> str:
        alike = len({look.elements for look, text in self._words if text.strip()}) == 1
        plain = self.place.role.startswith("h") or (bool(self.place.role) and alike)
        inner = "".join(
            _dressed(look, "".join(text for _, text in run), plain=plain)
            for look, run in groupby(self._words, itemgetter(0))
        )
        self._words = []
        place, self.place = self.place, replace(self.place, sign="")
        if not inner.strip() or place.role == "contents":
            return ""
        if place.is_item and not place.role:
            return self._item(inner, place)
        return roles.block(place.role, inner)

    def _item(self, inner: str, place: ParagraphPlace) -> str:
        level = max(0, min(place.level, _DEEPEST))
        number = number_of(place.sign.strip(), self._counted[level] + 1)
        self._counted[level:] = [number or 0, *[0] * (_DEEPEST - level)]
        said = "" if number is None else number
        return f'<p {LEVEL}="{level}" {NUMBER}="{said}">{inner}</p>'


def _dressed(look: Look, inner: str, *, plain: bool) -> str:
    """Words with the elements of their look; what has a style is not bold for having it."""
    for name in look.elements:
        if not (plain and name in {"strong", "em"}):
            inner = f"<{name}>{inner}</{name}>"
    if look.language:
        inner = f'<span lang="{escape(look.language)}">{inner}</span>'
    return f'<a href="{escape(look.href)}">{inner}</a>' if look.href else inner
