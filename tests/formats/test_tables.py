"""Where each cell stands, and which headers stand over it."""

from formats.model import Row, Table
from formats.tables import column_headers, is_header_row, placed
from tests.formats.builders import cell


def header(words: str, columns: int = 1) -> Row:
    """A row of one header."""
    return Row((cell(words, header=True, columns=columns),))


def test_a_cell_has_the_header_of_its_column_and_a_header_has_none() -> None:
    names = Row((cell("Day", header=True), cell("Height", header=True)))
    values = Row((cell("Monday", header=True), cell("low")))

    assert column_headers(Table((), (names, values))) == (("", ""), ("", "Height"))


def test_several_headers_over_a_column_are_all_said() -> None:
    names = Row((cell("High", header=True), cell("Low", header=True)))
    table = Table((), (header("Tide", columns=2), names, Row((cell("5 m"), cell("1 m")))))

    assert column_headers(table)[2] == ("Tide, High", "Tide, Low")


def test_a_cell_that_reaches_over_several_columns_belongs_to_none_of_them() -> None:
    names = Row((cell("Day", header=True), cell("Height", header=True)))
    table = Table((), (names, Row((cell("no tide", columns=2),))))

    assert column_headers(table)[1] == ("",)


def test_a_cell_that_reaches_down_moves_those_of_the_next_rows() -> None:
    names = Row((cell("Day", header=True), cell("Height", header=True)))
    first = Row((cell("Monday", rows=2), cell("low")))
    table = Table((), (names, first, Row((cell("high"),))))

    assert column_headers(table)[2] == ("Height",)


def test_an_empty_corner_makes_no_ordinary_row_of_headers() -> None:
    assert is_header_row(Row((cell(""), cell("A", header=True), cell("B", header=True))))
    assert not is_header_row(Row((cell("Monday", header=True), cell("low"))))


def spots(*rows: Row) -> list[tuple[int, int, int, int]]:
    """Where each cell is, and how far it reaches."""
    return [(p.x, p.y, p.cell.columns, p.cell.rows) for p in placed(Table((), rows))]


def test_cells_make_way_for_one_that_reaches_down() -> None:
    assert spots(Row((cell("a", rows=2), cell("b"))), Row((cell("c"),))) == [
        (0, 0, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    ]


def test_a_span_ends_with_the_table_and_short_rows_are_filled_up() -> None:
    assert spots(Row((cell("a", columns=2),)), Row((cell("b", rows=9),))) == [
        (0, 0, 2, 1),
        (0, 1, 1, 1),
        (1, 1, 1, 1),
    ]
