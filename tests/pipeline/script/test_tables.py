"""A table is read row by row, each cell under the header of its column."""

from formats.model import (
    Cell,
    Foreign,
    Row,
    Table,
    Text,
)
from pipeline.script.pauses import CELL, ITEM
from pipeline.script.tables import LARGEST
from tests.formats.builders import (
    cell,
    sentence,
    sentences,
)
from tests.pipeline.script.scripts import in_brief, lines, parts, said


def test_a_table_is_read_row_by_row_under_its_headers() -> None:
    table = Table(
        sentences("Tides"),
        (
            Row((cell("Day", header=True), cell("Height", header=True))),
            Row((cell("Monday", header=True), cell("low"))),
            Row((cell("Tuesday"), cell("high"))),
        ),
    )
    assert said(table) == [
        "Table, two rows, two columns. Tides",
        "Day",
        "Height",
        "Monday",
        "Height: low",
        "Day: Tuesday",
        "Height: high. End of table.",
    ]
    assert [len(part.lines) for part in parts(table)] == [1, 2, 2, 2]
    pauses = [[line.pause for line in part.lines] for part in parts(table)]
    assert pauses[1:3] == [[CELL, ITEM], [CELL, ITEM]]


def test_a_cell_below_one_that_reaches_down_keeps_its_own_header() -> None:
    table = Table(
        (),
        (
            Row((cell("A", header=True), cell("B", header=True))),
            Row((cell("tall", rows=2), cell("one"))),
            Row((cell("two"),)),
            Row((cell("wide", columns=2),)),
        ),
    )
    assert said(table)[2:] == ["A: tall", "B: one", "B: two", "wide. End of table."]


def test_a_large_table_says_its_headers_once_and_keeps_the_place_of_what_is_empty() -> None:
    rows = [Row((cell("Day", header=True), cell("Wind", header=True), cell("Sea", header=True)))]
    rows += [Row((cell("Monday"), cell(""), cell("calm"))) for _ in range(LARGEST // 3)]
    found = said(Table((), tuple(rows)))
    assert found[0] == "Table, twenty rows, three columns. Day"
    assert found[3:5] == ["Monday", "Blank. calm"]


def test_an_empty_cell_is_passed_over_where_headers_tell_the_others() -> None:
    rows = (
        Row((cell(""), cell("Wind", header=True), cell("Sea:", header=True))),
        Row((cell("Monday", header=True), cell(""), cell("calm"))),
    )
    assert said(Table((), rows))[1:] == ["Sea:", "Monday", "Sea: calm. End of table."]


def test_a_header_that_asks_is_not_followed_by_a_colon() -> None:
    rows = (Row((cell("Calm?", header=True),)), Row((cell("yes"),)))
    assert said(Table((), rows))[1] == "Calm? yes. End of table."


def test_a_header_in_another_language_is_said_again_in_it() -> None:
    jour = Cell((sentence(Foreign("fr", (Text("Jour"),))),), header=True)
    rows = (Row((jour, cell("Day", header=True))), Row((cell("lundi"), cell("Monday"))))
    *_, first, second = lines(Table((), rows))
    assert [(run.text.strip(), run.language) for run in first.runs] == [
        ("Jour:", "fr"),
        ("lundi", "en-GB"),
    ]
    assert {run.language for run in second.runs} == {"en-GB"}


def test_a_dash_alone_in_a_cell_is_said_to_be_blank() -> None:
    rows = (
        Row((cell("Sea", header=True), cell("Wind", header=True))),
        Row((cell("–"), cell("-2"))),
    )

    *_, dash, number = lines(Table((), rows))

    assert dash.text == "Sea: Blank."
    assert number.text.startswith("Wind: ")
    assert "lank" not in number.text


def test_in_brief_headers_are_said_once_and_the_size_is_not() -> None:
    rows = (
        Row((cell("Day", header=True), cell("Sea", header=True))),
        Row((cell("Monday"), cell(""))),
    )

    assert in_brief(Table((), rows)) == ["Table. Day", "Sea", "Monday"]
