"""The table: what was measured, at which size, and whether it keeps its bound."""

from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = {"s": 2, "×": 2}
"""How many digits stand after the point, by unit; without a row, none."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a value may be at most, and the size at which it has to be: 0 where none is named."""

    at_most: float
    size: float = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One measured value, in `unit`, with what it was measured at.

    `size` is in the unit of the bound's size; `beside` is what else was measured with it, such
    as the two figures of a ratio. A value without a bound is only told.
    """

    what: str
    at: str
    value: float
    unit: str
    bound: Bound | None = None
    size: float = 0
    beside: str = ""

    @property
    def met(self) -> str:
        """Yes or no. A value of something smaller than the bound names has shown nothing: no."""
        if self.bound is None:
            return "—"
        if self.value > self.bound.at_most:
            return "no"
        return "yes" if self.size >= self.bound.size else "no, smaller"


def head() -> str:
    """The first lines of the table."""
    return "| what | measured at | figure | beside it | bound | met |\n|---|---|---|---|---|---|"


def line(row: Row) -> str:
    """A row as a line of Markdown."""
    bound = "—" if row.bound is None else f"≤ {measure(row.bound.at_most, row.unit)}"
    cells = (row.what, row.at, measure(row.value, row.unit), row.beside or "—", bound, row.met)
    return f"| {' | '.join(cells)} |"


def lines(rows: Iterator[Row]) -> Iterator[str]:
    """The whole table; each line is there as soon as its row is."""
    yield head()
    yield from map(line, rows)


def measure(value: float, unit: str) -> str:
    """A value with its unit, as in "4.94 s"; a ratio has no unit."""
    number = f"{value:,.{_DIGITS.get(unit, 0)}f}"
    return number if unit == "×" else f"{number} {unit}"
