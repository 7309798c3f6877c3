"""Tables: with header rows where they fit, as lines where not."""

from formats.model import Row, Table
from tests.formats.builders import cell, edition, sentences
from tests.formats.word.documents import W, made, styled, values, xml

HEAD = Row((cell("Day", header=True), cell("High", header=True)))


def _of(*names: str) -> Row:
    return Row(tuple(cell(name) for name in names))


def test_a_table_that_fits_has_its_header_row() -> None:
    document = made(edition(Table(sentences("Tides"), (HEAD, _of("Mon", "2")))))
    (table,) = document.tables

    assert [[c.text for c in row.cells] for row in table.rows] == [["Day", "High"], ["Mon", "2"]]
    assert len(values(document, "tblHeader")) == 1
    assert styled(document)[-1] == ("Caption", "Tides")


def test_a_table_of_five_columns_is_told_line_by_line() -> None:
    names = ("a", "b", "c", "d", "e")
    head = Row(tuple(cell(f"{name} name", header=True) for name in names))
    document = made(edition(Table((), (head, _of(*names)))))

    assert not document.tables
    assert styled(document)[-1] == ("Table Row", "\n".join(f"{n} name: {n}" for n in names))


def test_words_that_do_not_fit_side_by_side_are_told_line_by_line() -> None:
    document = made(edition(Table((), (HEAD, _of("w" * 30, "x" * 30)))))

    assert not document.tables


def test_japanese_may_break_anywhere_and_stays_a_table() -> None:
    document = made(edition(Table((), (HEAD, _of("海" * 30, "波" * 30)))))

    assert len(document.tables) == 1


def test_cells_that_reach_over_others_are_one_cell() -> None:
    wide = Row((cell("No more", columns=2),))
    tall = Row((cell("Mon", rows=2), cell("2")))
    document = made(edition(Table((), (wide, tall, _of("3")))))

    assert values(document, "gridSpan") == ["2"]
    assert values(document, "vMerge") == ["restart", ""]
    assert {len(row.findall(f"{W}tc")) for row in xml(document).iter(f"{W}tr")} == {1, 2}


def test_a_table_without_cells_shows_nothing() -> None:
    assert not made(edition(Table((), (Row(()),)))).tables
