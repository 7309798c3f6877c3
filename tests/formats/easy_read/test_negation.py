"""The words that deny are found, with and without their apostrophe."""

import pytest

from formats.easy_read.negation import negations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We do not pay.", ["not"]),
        ("We don’t pay.", ["not"]),
        ("They dont pay and cannot stay.", ["not", "not"]),
        ("Nobody came without a ticket.", ["nobody", "without"]),
    ],
)
def test_a_word_that_denies_is_found_in_each_of_its_forms(text: str, found: list[str]) -> None:
    assert list(negations(text).elements()) == found


@pytest.mark.parametrize("text", ["A knot and a note.", "She wants aunt Jo.", "Continent front"])
def test_letters_of_another_word_deny_nothing(text: str) -> None:
    assert not negations(text)
