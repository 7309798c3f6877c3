"""A language has its own words, or those of its primary language, or none."""

import pytest

from formats.words import LANGUAGES, UNWORDED, added, words


@pytest.mark.parametrize(
    ("tag", "row"), [("en-US", "en-US"), ("en-GB", "en"), ("cy-GB", "cy"), ("pt-BR", "pt")]
)
def test_a_tag_has_its_own_words_or_those_of_its_primary_language(tag: str, row: str) -> None:
    assert words(tag) is LANGUAGES[row]
    assert added(tag) == tag


@pytest.mark.parametrize("tag", ["fi", "", "x-none"])
def test_a_language_without_words_is_given_english_and_says_so(tag: str) -> None:
    assert words(tag) is UNWORDED
    assert added(tag) == "en"
