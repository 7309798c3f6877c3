"""The column headers of each cell of a table."""

from formats import walk
from formats.model import Cell, Row, Table


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
