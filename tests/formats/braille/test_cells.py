"""Cells are put on lines that are never too long, and nothing of them is lost."""

import pytest

from formats.braille.cells import CONTINUED, centred, fill, rule, to_ascii
from formats.braille.uncontracted import BLANK
from formats.errors import FormatError


def cells(text: str) -> str:
    return text.replace(" ", BLANK).replace("a", "⠁")


def test_a_line_breaks_at_a_space_and_the_rest_is_indented() -> None:
    assert fill(cells("aaa aaa aaa"), 8, 2, 0) == (cells("  aaa"), cells("aaa aaa"))


def test_a_word_that_just_fits_is_not_broken() -> None:
    assert fill(cells("aaaa"), 4, 0, 0) == (cells("aaaa"),)


@pytest.mark.parametrize("first", [0, 3, 90])
def test_a_word_of_400_letters_is_broken_and_comes_back_whole(first: int) -> None:
    lines = fill("⠁" * 400, 38, first, 2)

    assert all(len(line) <= 38 for line in lines)
    assert all(line.endswith(CONTINUED) for line in lines[:-1])
    assert "".join(line.strip(BLANK).removesuffix(CONTINUED) for line in lines) == "⠁" * 400


def test_nothing_gives_no_line() -> None:
    assert fill(cells("  "), 38, 2, 0) == ()


def test_a_heading_is_in_the_middle_with_three_blank_cells_at_each_side() -> None:
    lines = centred(cells("aaaa aaaa aaaa"), 16)

    assert lines == (cells("   aaaa aaaa"), cells("      aaaa"))


def test_a_line_across_is_drawn_in_the_mode_that_unified_braille_has_for_it() -> None:
    assert rule("⠒", 14, unified=True) == cells(" ") + "⠐⠒" + "⠒" * 10
    assert rule("⠒", 14, unified=False) == cells(" ") + "⠒" * 12


def test_each_of_the_64_cells_has_a_character_of_its_own_and_blanks_at_the_end_go() -> None:
    every = "".join(chr(0x2800 + dots) for dots in range(64))

    assert len(set(to_ascii(every + "⠿"))) == 64
    assert to_ascii("⠠⠁⠀⠼⠃⠀⠀") == ",A #B"


def test_cells_of_eight_dots_are_refused_with_what_to_do() -> None:
    with pytest.raises(FormatError) as error:
        to_ascii("⠁⡁")
    assert "table of six dots" in error.value.remedy
