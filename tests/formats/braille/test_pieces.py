"""Each kind of block is laid out as transcribers do."""

from dataclasses import replace

import pytest

from formats.braille.uncontracted import UNCONTRACTED, translate
from formats.model import (
    BrailleRun,
    CodeBlock,
    Figure,
    Item,
    Listing,
    Picture,
    Quote,
    Row,
    Table,
    ThematicBreak,
)
from tests.formats.braille.pages import END, RULE, body, pages, printed
from tests.formats.builders import (
    bullets,
    cell,
    edition,
    heading,
    paragraph,
    sentences,
)


def test_paragraphs_begin_in_cell_3_and_go_on_in_cell_1() -> None:
    assert body(paragraph("sea and sand and salt and tide and stone")) == [
        "  SEA AND SAND AND SALT AND TIDE AND",
        "STONE",
    ]


def test_headings_are_centred_then_at_the_side_then_indented() -> None:
    blocks = [heading(level, "Tide") for level in (2, 3, 4, 5)]

    assert body(*blocks) == ["", f"{'':16},TIDE", "", ",TIDE4", "  .1,TIDE.'4", "  ,TIDE4"]


def test_the_run_overs_of_lists_are_two_cells_further_in_than_the_deepest_list() -> None:
    inner = Item((paragraph("two"), bullets("three " + "and so on " * 4)))
    listing = Listing(ordered=True, start=3, items=(Item((paragraph("one " * 12),)), inner))

    assert body(listing) == [
        "",
        "#C4 ONE ONE ONE ONE ONE ONE ONE ONE",
        "    ONE ONE ONE ONE",
        "#D4 TWO",
        "  _4 THREE AND SO ON AND SO ON AND SO",
        "    ON AND SO ON",
    ]


def test_quotations_are_indented_and_program_text_keeps_its_lines() -> None:
    code = CodeBlock("c1", "if a:\n    b", "")

    assert body(Quote((paragraph("Sea."),)), code) == [
        "",
        "      ,SEA4",
        "",
        "IF A3",
        "    B",
        END,
    ]


def test_a_table_is_told_row_by_row_after_a_note_and_ends_with_dots_2() -> None:
    rows = (
        Row((cell("Day", header=True), cell("Height", header=True))),
        Row((cell("Monday"), cell("2"))),
    )

    assert body(Table(sentences("Tides"), rows)) == [
        "  ,TIDES",
        "  @.<,THE TABLE IS TOLD ROW BY ROW4",
        ",EACH ENTRY FOLLOWS THE HEADING OF ITS",
        "COLUMN4@.>",
        "  ,DAY2 ,HEIGHT",
        "  ,DAY3 ,MONDAY2 ,HEIGHT3 #B",
        END,
    ]


def test_a_table_of_a_thousand_rows_is_told_whole() -> None:
    rows = tuple(Row((cell(f"{number}"), cell("x"))) for number in range(1000))

    assert sum(line.endswith("2 X") for line in body(Table((), rows))) == 1000


@pytest.mark.parametrize(
    ("alt", "lines"),
    [
        ("A wave.", ["  @.<,PICTURE3 ,A WAVE4@.>"]),
        (None, ["  @.<,PICTURE WITHOUT A DESCRIPTION4", "@.>"]),
        ("", []),
    ],
)
def test_a_picture_is_a_note_of_the_transcriber(alt: str | None, lines: list[str]) -> None:
    told = body(Figure("f1", Picture("a.png", alt), ()), ThematicBreak())

    assert " ".join(told).replace(" @.>", "@.>") == " ".join([*lines, END]).replace(" @.>", "@.>")


def test_where_a_printed_page_begins_a_line_says_so() -> None:
    of = printed(edition(paragraph("One. Two. Three.")), each=2)
    (page,) = pages(of)

    assert page[0] == "#A" + "#A".rjust(36)
    assert page[-4:] == ["  ,ONE4 ,TWO4", f'{"":17}"3#B', ",THREE4", RULE]
    assert "PRINT PAGE NUMBERS" in " ".join(page).replace(",PRINT", "PRINT")


def test_another_code_than_unified_braille_gets_no_signs_of_it() -> None:
    other = replace(UNCONTRACTED, unified=False)
    (page,) = pages(replace(edition(paragraph("Sea.")), braille=other))

    assert "@.<" not in " ".join(page)
    assert f"{'':13}333333333333" in page
    assert translate((BrailleRun("["),)) == "⠨⠣"
