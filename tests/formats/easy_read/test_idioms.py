"""Sayings are found with their inflections."""

import re

import pytest

from formats.easy_read.idioms import Saying, rows, sayings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They bent the knee to power.", "bent the knee"),
        ("We are pulling our weight.", "pulling our weight"),
        ("It pulled the council’s weight.", "pulled the council’s weight"),
        ("Who holds the purse strings?", "holds the purse strings"),
        ("It was a Tick-box exercise.", "Tick-box"),
        ("They are moving the goalposts again.", "moving the goalposts"),
        ("She shot herself in the foot.", "shot herself in the foot"),
        ("He nipped it in the bud, and begged the question.", "begged the question"),
        ("Put yourself in someone’s shoes.", "Put yourself in someone’s shoes"),
        ("Ivory towers everywhere.", "Ivory towers"),
    ],
)
def test_a_saying_is_found_in_the_form_of_the_sentence(text: str, found: str) -> None:
    assert [saying.words for saying in sayings(text)] == [found]


@pytest.mark.parametrize(
    "text",
    ["She hurt her knee.", "The weight of the box.", "Unbending the knees.", "The ball is blue."],
)
def test_plain_words_are_no_saying(text: str) -> None:
    assert sayings(text) == ()


def test_of_sayings_that_overlap_the_longest_counts() -> None:
    assert sayings("Go back to the drawing board.") == (
        Saying("Go back to the drawing board", "Start again."),
    )


def test_the_list_has_200_sayings_or_more_in_order_and_none_twice() -> None:
    listed = rows()
    firsts = [row[0].removeprefix("to ").lower() for row in listed]
    variants = [variant for row in listed for variant in row[0].split("|")]
    assert len(listed) >= 200
    assert firsts == sorted(firsts)
    assert len(set(variants)) == len(variants)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_every_saying_is_found_and_has_a_short_meaning(row: list[str]) -> None:
    variants, meaning = row
    assert re.fullmatch(r"[A-Z][^.]*\.", meaning)
    assert len(meaning.split()) <= 15
    for variant in variants.split("|"):
        plain = variant.removeprefix("to ").replace("oneself", "ourselves")
        words = re.sub(r"\b(someone|one)'s\b", "our", plain)
        assert [found.words for found in sayings(f"“{words}”,")] == [words]
