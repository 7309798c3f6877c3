"""Words of two texts are paired, and only where that is certain, one by one."""

import pytest

from pipeline.narrate.pairing import Pairing, aligned, composed, grouped, pairs


def shown(there: str, said: str) -> list[tuple[str, str]]:
    """The pairings of two texts, in words."""
    one, other = there.split(), said.split()
    return [
        (" ".join(one[p.first : p.last]), " ".join(other[p.begin : p.end]))
        for p in aligned(one, other)
    ]


@pytest.mark.parametrize(
    ("there", "said", "expected"),
    [
        ("a b", "a b", [("a", "a"), ("b", "b")]),
        (
            "it is 5 now",
            "it is five now",
            [("it", "it"), ("is", "is"), ("5", "five"), ("now", "now")],
        ),
        ("a b", "quote a b", [("", "quote"), ("a", "a"), ("b", "b")]),
        ("a b", "a b end", [("a", "a"), ("b", "b"), ("", "end")]),
        ("a mark b", "a b", [("a", "a"), ("mark", ""), ("b", "b")]),
        # Either "quote" may be the shown one: it is lit for both.
        ("quote me", "quote quote me", [("quote", "quote quote"), ("me", "me")]),
        ("a quote", "a quote end quote", [("a", "a"), ("quote", "quote end quote")]),
        ("3 3 ducks", "3 ducks", [("3 3", "3"), ("ducks", "ducks")]),
        ("5 five b", "five five b", [("5", "five"), ("five", "five"), ("b", "b")]),
        ("x b a y", "x a b y", [("x", "x"), ("b", ""), ("a", "a"), ("", "b"), ("y", "y")]),
        ("", "blank", [("", "blank")]),
        ("- -", "", [("- -", "")]),
        ("", "", []),
    ],
)
def test_words_are_paired_where_that_is_certain(
    there: str, said: str, expected: list[tuple[str, str]]
) -> None:
    assert shown(there, said) == expected


def test_a_long_row_of_the_same_words_is_paired_soon() -> None:
    """However many words are the same, nothing is tried twice: a sentence may have thousands."""
    there = ["a", "b"] * 4000
    assert aligned([*there, "5"], [*there, "five"])[-1] == Pairing(8000, 8001, 8000, 8001)


def test_pairings_of_one_text_with_a_second_and_of_that_with_a_third_are_put_together() -> None:
    one = [Pairing(0, 1, 0, 1), Pairing(1, 2, 1, 3), Pairing(2, 3, 3, 3), Pairing(3, 4, 3, 4)]
    other = [Pairing(0, 2, 0, 1), Pairing(2, 3, 1, 2), Pairing(3, 3, 2, 3), Pairing(3, 4, 3, 4)]
    assert list(composed(one, other)) == [
        Pairing(0, 2, 0, 2),
        Pairing(2, 3, 2, 2),
        Pairing(3, 3, 2, 3),
        Pairing(3, 4, 3, 4),
    ]


def test_nothing_is_said_for_a_text_without_words() -> None:
    assert list(composed([], [])) == []
    assert list(composed([], [Pairing(0, 0, 0, 2)])) == [Pairing(0, 0, 0, 2)]


def test_the_words_of_a_change_are_one_and_those_around_it_are_single() -> None:
    before = [("a", None), ("5", 0), ("km", 0), ("7", 1), ("b", None)]
    after = [("a", None), ("five", 0), ("kilometres", 0), ("seven", 1), ("b", None)]
    assert grouped(before, after) == [
        Pairing(0, 1, 0, 1),
        Pairing(1, 3, 1, 3),
        Pairing(3, 4, 3, 4),
        Pairing(4, 5, 4, 5),
    ]


def test_what_a_change_has_only_after_it_goes_with_the_change_before() -> None:
    before = [("5km", 0), ("b", None)]
    after = [("five", 0), ("kilometres", 1), ("b", None)]
    assert grouped(before, after) == [Pairing(0, 1, 0, 2), Pairing(1, 2, 2, 3)]


def test_texts_that_are_not_what_the_changes_say_are_one() -> None:
    assert grouped([("a", None), ("b", None)], [("c", None)]) == [Pairing(0, 2, 0, 1)]


def test_the_same_words_are_pairs() -> None:
    assert pairs(2) == [Pairing(0, 1, 0, 1), Pairing(1, 2, 1, 2)]
