"""A table in large letters: a grid where it fits, line by line where not."""

from formats.model import (
    Row,
    Table,
)
from tests.formats.builders import (
    cell,
    edition,
)
from tests.formats.large_print.prints import lines, made


def test_a_table_of_six_columns_is_set_line_by_line() -> None:
    """Each value follows the heading of its column."""
    names = ("Day", "High", "Low", "Wind", "Sun", "Sea")
    table = Table(
        (),
        (
            Row(tuple(cell(name, header=True) for name in names)),
            Row(tuple(cell(f"{name} one") for name in names)),
        ),
    )
    found = lines(made(edition(table))["large-print.pdf"])
    assert found[-6:] == [f"{name}: {name} one" for name in names]


def test_a_table_of_two_columns_stays_a_table() -> None:
    """The other way round: what fits is not taken apart."""
    rows = (
        Row((cell("Day", header=True), cell("High", header=True))),
        Row((cell("Mon"), cell("2"))),
    )
    assert "Day: Mon" not in lines(made(edition(Table((), rows)))["large-print.pdf"])
