"""Where each cell of a table stands, and the column headers above it."""

from dataclasses import dataclass, replace

from formats import walk
from formats.model import Cell, Row, Table


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its position; spans are cut where they would leave the table or overlap."""

    cell: Cell
    x: int
    y: int


def column_headers(table: Table) -> tuple[tuple[str, ...], ...]:
    """For each cell of each row, its column's header; "" where the cell is a header itself.

    Where a column has several headers, they are all given.
    """
    over: dict[int, tuple[str, ...]] = {}
    held: dict[int, int] = {}
    found = []
    for row in table.rows:
        placed = _placed(row, held)
        found.append(tuple(_over(over, at, cell) for at, cell in placed))
        for at, cell in placed if is_header_row(row) else ():
            _head(over, at, cell)
    return tuple(found)


def is_header_row(row: Row) -> bool:
    """Whether its cells are all headers; an empty first cell may be an ordinary one."""
    headers = [cell for cell in row.cells if cell.header]
    rest = [cell for cell in row.cells if not cell.header]
    return len(headers) > bool(rest) and not any(cell.sentences for cell in rest)


def placed(block: Table) -> list[Placed]:
    """Every cell with its position; rows are filled up to the same length (PDF/UA-1, 7.2)."""
    rows = [row for row in block.rows if row.cells]
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row.cells:
            spot = _place(replace(cell, rows=max(1, min(cell.rows, len(rows) - y))), x, y, taken)
            taken |= _area(spot)
            found.append(spot)
            x = spot.x + spot.cell.columns
    across = 1 + max((x for x, _ in taken), default=-1)
    gaps = [(x, y) for y in range(len(rows)) for x in range(across) if (x, y) not in taken]
    empty = Cell((), header=False)
    return sorted(found + [Placed(empty, x, y) for x, y in gaps], key=lambda p: (p.y, p.x))


def _place(cell: Cell, x: int, y: int, taken: set[tuple[int, int]]) -> Placed:
    """A cell in the first free place of its row from `x` on."""
    while (x, y) in taken:
        x += 1
    columns = 1
    while columns < cell.columns and (x + columns, y) not in taken:
        columns += 1
    return Placed(replace(cell, columns=columns), x, y)


def _area(spot: Placed) -> set[tuple[int, int]]:
    across, down = range(spot.cell.columns), range(spot.cell.rows)
    return {(spot.x + x, spot.y + y) for x in across for y in down}


def _over(over: dict[int, tuple[str, ...]], at: int, cell: Cell) -> str:
    """The header of a cell; one that spans several columns has none."""
    return "" if cell.header or cell.columns > 1 else ", ".join(over.get(at, ()))


def _placed(row: Row, held: dict[int, int]) -> list[tuple[int, Cell]]:
    """Each cell with its column; `held` counts the rows that cells above still span."""
    placed, column = [], 0
    taken = {at for at, rows in held.items() if rows}
    for at in taken:
        held[at] -= 1
    for cell in row.cells:
        while column in taken:
            column += 1
        placed.append((column, cell))
        held.update(dict.fromkeys(range(column, column + cell.columns), cell.rows - 1))
        column += cell.columns
    return placed


def _head(over: dict[int, tuple[str, ...]], at: int, cell: Cell) -> None:
    name = walk.text(cell.sentences)
    for column in range(at, at + cell.columns) if name else ():
        over[column] = (*over.get(column, ()), name)
