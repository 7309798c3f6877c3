"""Words are found where they stand whole, and the longest comes first."""

import pytest

from pipeline.lexicon.entry import Entry
from pipeline.lexicon.finder import Finder, alike


def found(text: str, *written: str) -> list[tuple[int, int, str]]:
    """Begin, end and word of each match."""
    finder = Finder(Entry(word, "said") for word in written)
    return [(begin, end, entry.written) for begin, end, entry in finder.matches(alike(text))]


def test_signs_that_look_alike_are_one_and_no_character_moves() -> None:
    text = "O’Brien\u00a0co‑op\n"

    assert alike(text) == "O'Brien co-op "
    assert len(alike(text)) == len(text)


def test_of_two_words_at_one_place_the_longer_is_found() -> None:
    assert found("People First", "People", "People First") == [(0, 12, "People First")]
    assert found("People First", "People", "people first") == [(0, 12, "people first")]


def test_of_two_alike_the_exact_comes_before_small_letters() -> None:
    assert found("US us", "us", "US") == [(0, 2, "US"), (3, 5, "us")]


def test_words_that_overlap_are_all_told() -> None:
    assert found("a b c", "a b", "b c") == [(0, 3, "a b"), (2, 5, "b c")]


@pytest.mark.parametrize("text", ["USK", "Usks", "aUsk", "Usk_", "Usk\u0301"])
def test_a_part_of_a_word_is_not_the_word(text: str) -> None:
    assert found(text, "Usk") == []


@pytest.mark.parametrize(("text", "whole"), [("100", True), ("100,000", False), ("100, 5", True)])
def test_a_point_or_a_comma_is_inside_a_number(text: str, whole: bool) -> None:  # noqa: FBT001 - a case
    assert bool(found(text, "100")) is whole


def test_a_name_is_found_inside_a_script_without_spaces() -> None:
    assert found("私は東京へ", "東京") == [(2, 4, "東京")]
