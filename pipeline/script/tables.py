"""A table → its rows, each cell under the header of its column."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from formats import walk
from formats.model import Cell, Foreign, Row, Table
from formats.tables import column_headers, is_header_row
from formats.words import Words, added, words
from pipeline.script import pauses
from pipeline.script.editing import Parts, framed, introduced, paused, stopped
from pipeline.script.lines import Line, Part, Run
from pipeline.script.place import Place, running

_DASHES = frozenset("-‐‑–—―−")

LARGEST = 60
"""The largest table, in cells, whose headers are repeated before each cell: ten rows of six."""


def table_parts(table: Table, place: Place) -> Parts:
    """The caption, then row by row.

    In a larger table, and in brief mode, the headers are only spoken in their own row, and an
    empty cell is spoken as "Blank.", so that the columns can be counted.
    """
    repeats = not place.brief and sum(len(row.cells) for row in table.rows) <= LARGEST
    found = running(table.caption, replace(place, pause=pauses.NOTICE))
    tongues = _tongues(table)
    for row, headers in zip(table.rows, column_headers(table), strict=True):
        lines = tuple(_row(row, headers if repeats else None, place, tongues))
        found += paused((Part(lines),), pauses.ITEM) if lines else ()
    if place.brief:
        framing = framed(found, lambda known: known.table, lambda _: "")
    else:
        framing = framed(found, _size(table), lambda known: known.end_table)
    return paused(framing, place.pause)


def _size(table: Table) -> Callable[[Words], str]:
    """The words for the number of rows below the headers, and of columns."""
    below = [row for row in table.rows if not is_header_row(row)]
    rows = len(below) or len(table.rows)
    columns = max((sum(cell.columns for cell in row.cells) for row in table.rows), default=0)

    def said(known: Words) -> str:
        down = known.row if rows == 1 else known.rows.format(rows)
        across = known.column if columns == 1 else known.columns.format(columns)
        return known.sized_table.format(down, across)

    return said


def _tongues(table: Table) -> Mapping[str, str]:
    """The language of each header that is not in the table's: it is repeated in that."""
    return {
        walk.text(cell.sentences): inline.language
        for row in table.rows
        for cell in row.cells
        if cell.header and len(cell.sentences) == 1
        for inline in cell.sentences[0].inlines
        if isinstance(inline, Foreign) and len(cell.sentences[0].inlines) == 1
    }


def _row(
    row: Row, headers: tuple[str, ...] | None, place: Place, tongues: Mapping[str, str]
) -> Iterator[Line]:
    """The lines of a row; `headers` are spoken before its cells; None for no headers."""
    blanks = 0
    for number, cell in enumerate(row.cells):
        said = running(cell.sentences, replace(place, pause=pauses.CELL))
        if not said:
            blanks += 1
            continue
        first, *rest = _worded(said[0].lines, walk.text(cell.sentences))
        header = headers[number] if headers else ""
        before = _before(cell, header, replace(place, language=tongues.get(header, place.language)))
        if before or (headers and cell.header):
            yield introduced(first, before)
        else:
            yield introduced(first, (Run(_blank(first, blanks), first.language),))
        yield from rest
        blanks = 0


def _before(cell: Cell, header: str, place: Place) -> tuple[Run, ...]:
    """The header of a cell, with the rules and the lexicon as for any words."""
    if cell.header or not header:
        return ()
    header = header.rstrip(" .:")
    return (*place.runs(header), Run("" if stopped(header) else ":", place.language))


def _worded(lines: tuple[Line, ...], shown: str) -> tuple[Line, ...]:
    """The lines of a cell; a dash alone means an empty cell, and is not read as a sign."""
    if shown.strip() not in _DASHES:
        return lines
    (line,) = lines
    said = added(line.language)
    return (Line(line.id, (Run(words(line.language).blank, said),), said, line.pause),)


def _blank(line: Line, count: int) -> str:
    return " ".join([words(line.language).blank] * count)
