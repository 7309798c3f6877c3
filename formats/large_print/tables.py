"""Tables at the size of large print: a grid where it fits, "Heading: value" where not."""

from collections import defaultdict
from collections.abc import Mapping

from formats import walk
from formats.large_print.letters import ems
from formats.large_print.running_text import Node, sentences
from formats.large_print.setting import Setting
from formats.model import Row, Table
from formats.tables import Placed, placed

MOST_COLUMNS = 4
"""With more columns, letters of this size do not fit, and the table is set line by line."""

_MOST_LINES = 8
"""With a cell of more lines, which would not fit on one page, the table is not set as a grid."""

_PADDING = 1.0  # ems of padding, left and right of a cell's words together


def table(block: Table, setting: Setting) -> list[Node]:
    """A table with its caption before it, as a grid or as lines."""
    grid = placed(block)
    caption = sentences(block.caption, setting)
    above: list[Node] = [{"kind": "table caption", "body": caption}] if caption else []
    if not grid:
        return above
    columns = max(p.x + p.cell.columns for p in grid)
    fits = columns <= MOST_COLUMNS and _width(grid) <= setting.line and _is_low(grid, setting)
    return above + ([_grid(block, grid, setting)] if fits else _lines(block, grid, setting))


def _heads(block: Table) -> int:
    """How many rows at the top are header rows."""
    rows = [row for row in block.rows if row.cells]
    return next((n for n, row in enumerate(rows) if not _is_header(row)), len(rows))


def _is_header(row: Row) -> bool:
    return all(cell.header for cell in row.cells)


def _width(grid: list[Placed]) -> float:
    """The least width of a grid in ems: its columns' longest words, with their padding."""
    widest: dict[int, float] = {}
    for spot in grid:
        need = max(map(ems, walk.text(spot.cell.sentences).split()), default=0.0)
        each = (need + _PADDING) / spot.cell.columns
        for x in range(spot.x, spot.x + spot.cell.columns):
            widest[x] = max(widest.get(x, 0.0), each)
    return sum(widest.values())


def _is_low(grid: list[Placed], setting: Setting) -> bool:
    """Whether every cell is low enough for its row to be kept on one page."""
    column = setting.line / max(p.x + p.cell.columns for p in grid) - _PADDING
    return all(ems(walk.text(p.cell.sentences)) <= _MOST_LINES * column for p in grid)


# --- a grid -----------------------------------------------------------------------------


def _grid(block: Table, grid: list[Placed], setting: Setting) -> Node:
    heads = _heads(block)
    return {
        "kind": "table",
        "short": _is_small(grid, setting),
        "columns": max(p.x + p.cell.columns for p in grid),
        "head": [_cell(p, setting) for p in grid if p.y < heads],
        "body": [_cell(p, setting) for p in grid if p.y >= heads],
    }


def _is_small(grid: list[Placed], setting: Setting) -> bool:
    """Whether a whole grid certainly takes less than a page, so that it can be kept on one."""
    columns = max(p.x + p.cell.columns for p in grid)
    lines: dict[int, float] = {}
    for spot in grid:
        need = 1.5 + ems(walk.text(spot.cell.sentences)) * columns / setting.line
        lines[spot.y] = max(lines.get(spot.y, 0.0), need)
    return sum(lines.values()) < 2 * _MOST_LINES


def _cell(spot: Placed, setting: Setting) -> Node:
    return {
        "x": spot.x,
        "y": spot.y,
        "columns": spot.cell.columns,
        "rows": spot.cell.rows,
        "header": spot.cell.header,
        "body": sentences(spot.cell.sentences, setting),
    }


# --- lines ------------------------------------------------------------------------------


def _lines(block: Table, grid: list[Placed], setting: Setting) -> list[Node]:
    """Each row as a group of lines, with every value after the heading of its column."""
    heads = _heads(block)
    rows = range(heads, 1 + max(p.y for p in grid))
    if not rows:
        rows, heads = range(heads), 0
    above = [p for p in grid if p.y < heads]
    in_row = _in_rows(grid)
    groups: list[Node] = []
    for y in rows:
        cells = in_row[y]
        lines = [_line(p, above, setting) for p in cells]
        words = " ".join(walk.text(p.cell.sentences) for p in cells)
        short = len(lines) + ems(words) / setting.line < _MOST_LINES
        groups += [{"kind": "table row", "short": short, "lines": lines}] if lines else []
    return groups


def _in_rows(grid: list[Placed]) -> Mapping[int, list[Placed]]:
    """The cells with words in each row, also those that begin in a row above it."""
    found: defaultdict[int, list[Placed]] = defaultdict(list)
    for spot in grid:
        if spot.cell.sentences:
            for y in range(spot.y, spot.y + spot.cell.rows):
                found[y].append(spot)
    return found


def _line(spot: Placed, heads: list[Placed], setting: Setting) -> list[Node]:
    """A value after the heading of its column; without one, a row's own heading is in bold."""
    value = sentences(spot.cell.sentences, setting)
    names = [h for h in heads if h.x <= spot.x < h.x + h.cell.columns and h.cell.sentences]
    if not names:
        return [{"kind": "strong", "body": value}] if spot.cell.header else value
    name: list[Node] = []
    for head in names:
        name += [*([", "] if name else []), *sentences(head.cell.sentences, setting)]
    return [{"kind": "strong", "body": [*name, ":"]}, " ", *value]
