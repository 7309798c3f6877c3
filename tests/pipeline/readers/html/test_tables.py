"""A table of HTML keeps its rows, its headers and its spans, and no word is lost."""

from pathlib import Path

import pytest

from formats.model import (
    Paragraph,
    Table,
)
from formats.walk import text
from pipeline.readers.html.tables import table
from tests.pipeline.readers.html.trees import blocks_of, first, scope
from tests.pipeline.readers.reading import markdown_blocks


def test_tables_know_header_cells_spans_and_caption(tmp_path: Path) -> None:
    source = (
        "<table><caption>Cap</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tr><th rowspan='2'>x</th><td colspan='3'>y</td></tr></table>"
    )
    (block,) = markdown_blocks(tmp_path, source)
    assert isinstance(block, Table)
    assert text(block.caption) == "Cap"
    assert [[c.header for c in row.cells] for row in block.rows] == [[True, True], [True, False]]
    assert (block.rows[1].cells[0].rows, block.rows[1].cells[1].columns) == (2, 3)


def test_a_table_inside_a_cell_gives_its_rows_to_nobody_else() -> None:
    inner = "<table><tr><td>in</td></tr></table>"

    (block,) = table(first(f"<table><tr><td>out {inner}</td></tr></table>", "table"), scope())

    assert len(block.rows) == 1
    assert text(block.rows[0].cells[0].sentences).split() == ["out", "in"]


def test_a_table_without_a_word_is_none() -> None:
    assert table(first("<table><tr><td> </td></tr></table>", "table"), scope()) == ()


@pytest.mark.parametrize(
    ("said", "columns"), [("3", 3), ("0", 1), ("-2", 1), ("two", 1), ("²", 1), ("9" * 5000, 1000)]
)
def test_a_span_is_a_number_that_html_allows(said: str, columns: int) -> None:
    tag = first(f"<table><tr><td colspan='{said}'>x</td></tr></table>", "table")

    assert table(tag, scope())[0].rows[0].cells[0].columns == columns


def test_what_stands_in_no_row_is_not_lost() -> None:
    found = blocks_of("<table><tbody><div>Stray.</div><tr><td>x</td></tr></tbody></table>")

    assert [type(block) for block in found] == [Table, Paragraph]
