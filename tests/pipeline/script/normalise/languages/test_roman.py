"""Roman numerals of centuries."""

import re

import pytest

from pipeline.script.normalise.languages.roman import ROMAN, value


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("I", 1), ("IV", 4), ("V", 5), ("IX", 9), ("X", 10), ("XIV", 14), ("XIX", 19), ("XXXIX", 39)],
)
def test_a_numeral_has_its_value(numeral: str, number: int) -> None:
    assert re.fullmatch(ROMAN, numeral)
    assert value(numeral) == number


@pytest.mark.parametrize("word", ["", "IIII", "VV", "IXX", "L", "iv", "MIX", "XXXX"])
def test_another_word_is_no_numeral(word: str) -> None:
    assert not re.fullmatch(ROMAN, word)
