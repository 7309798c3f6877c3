"""A table as markup names its rows and columns."""

from formats.markup import blocks_html
from formats.model import (
    Row,
    Table,
)
from tests.formats.builders import (
    cell,
    numbered,
    sentences,
)
from tests.formats.markup.pages import BOOK, WEB, one, parsed, web


def test_a_table_names_its_rows_and_columns() -> None:
    """Each header has its scope, and an empty one is none."""
    table = Table(
        sentences("Tides"),
        (
            Row((cell("", header=True), cell("Height", header=True))),
            Row((cell("Monday", header=True), cell("2 m"))),
        ),
    )
    tree = parsed(web(table))
    assert [th.get("scope") for th in tree.iter("th")] == ["col", "row"]
    assert len(tree.findall(".//thead//td")) == 1


def test_a_table_scrolls_under_a_name_on_the_web_and_stands_alone_in_a_book() -> None:
    """The keyboard must reach what scrolls, and hear what it is (WCAG 2.1.1, 4.1.2)."""
    (table,) = numbered(Table(sentences("Tides"), (Row((cell("2 m"),)),)))
    box = parsed(blocks_html((table,), WEB))[0]
    assert (box.get("tabindex"), box.get("aria-labelledby")) == ("0", "s1")
    assert parsed(blocks_html((table,), BOOK))[0].tag == "table"


def test_a_span_of_rows_ends_with_its_part_of_the_table() -> None:
    """A header cell that would hang into the body is held back: HTML does not allow it."""
    rows = (
        Row((cell("A", header=True, rows=5), cell("B", header=True))),
        Row((cell("C", header=True),)),
        Row((cell("1"), cell("2"))),
    )
    assert one(parsed(web(Table((), rows))), ".//th").get("rowspan") == "2"
