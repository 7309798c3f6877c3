"""Lines stand on the right pages: none too long, none without its heading, none lost."""

from itertools import chain

from formats.braille.paging import numbered, paginate
from formats.braille.pieces import CellLines
from formats.braille.transcriber import transcriber
from formats.braille.uncontracted import UNCONTRACTED
from tests.formats.builders import edition, paragraph

LINE = CellLines(("⠁",))
HEADING = CellLines(("⠓",), apart=True, with_next=True, heading="⠓", level=2)
BY = transcriber(edition(paragraph("x")), UNCONTRACTED)


def test_no_page_is_too_long_and_no_line_is_lost() -> None:
    pieces = [CellLines(tuple("⠁⠃⠉"))] * 7

    pages = paginate(pieces, 5, 0).lines

    assert max(map(len, pages)) == 5
    assert list(chain(*pages)) == list("⠁⠃⠉" * 7)


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for before in range(1, 12):
        pages = paginate([LINE] * before + [HEADING, CellLines(("⠁", "⠃", "⠉"))], 6, 0).lines

        (page,) = [page for page in pages if "⠓" in page]
        at = page.index("⠓")
        assert page[at + 1 : at + 3] == ("⠁", "⠃")


def test_a_heading_is_apart_except_at_the_top_of_a_page() -> None:
    assert paginate([LINE, HEADING, LINE], 9, 0).lines == (("⠁", "", "⠓", "⠁"),)
    assert paginate([LINE] * 3 + [HEADING, LINE], 4, 0).lines[1] == ("⠓", "⠁")


def test_headings_that_would_not_fit_on_a_page_lose_nothing() -> None:
    pages = paginate([HEADING] * 9, 4, 0)

    assert sum(page.count("⠓") for page in pages.lines) == 9
    assert len(pages.headings) == 9


def test_the_page_of_each_heading_is_known() -> None:
    assert paginate([HEADING, LINE, LINE, LINE, HEADING, LINE], 4, 0).headings == (1, 2)


def test_a_page_has_the_number_of_the_printed_page_that_it_begins_in() -> None:
    turn = CellLines(("⠿",), turn=2, with_next=True)

    pages = paginate([LINE, turn, LINE, LINE, LINE], 4, 1)
    at_the_top = paginate([LINE, LINE, turn, LINE, LINE], 3, 1)

    assert pages.printed == (1, 2)
    assert at_the_top.printed == (1, 2)


def test_the_first_line_has_both_numbers_and_from_the_second_page_on_the_title() -> None:
    pages = numbered(paginate([LINE] * 3, 2, 7), "⠁⠁⠀⠃⠃", BY)

    assert [page[0] for page in pages] == [
        "⠼⠛".ljust(36, "\u2800") + "⠼⠁",
        "⠼⠛".ljust(16, "\u2800") + "⠁⠁⠀⠃⠃".ljust(20, "\u2800") + "⠼⠃",
    ]


def test_a_title_that_is_too_long_is_shortened_by_words() -> None:
    pages = numbered(paginate([LINE] * 3, 2, 0), "⠁" * 20 + "\u2800" + "⠃" * 20, BY)

    assert pages[1][0] == "\u2800" * 9 + "⠁" * 20 + "\u2800" * 7 + "⠼⠃"
