"""The words of the player: each in every language."""

from dataclasses import asdict, fields

import pytest

from formats.words import LANGUAGES, UNWORDED, PlayerWords, player_words
from formats.words.en import EN, EN_US


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    """And each fills in as many things as English does."""
    said, english = (asdict(player_words(ours)) for ours in (LANGUAGES[language], EN))
    assert set(said) == {field.name for field in fields(PlayerWords)}
    assert all(said.values())
    assert {n: w.count("{}") for n, w in said.items()} == {
        n: w.count("{}") for n, w in english.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_can_end_an_attribute_or_begin_an_element(language: str) -> None:
    """They stand in markup as they are."""
    words = asdict(player_words(LANGUAGES[language])).values()
    assert not [word for word in words if set(word) & set('<>&"')]


def test_american_english_differs_only_where_it_says_so() -> None:
    assert player_words(EN_US).colours == "Colors"
    assert player_words(EN_US).play == player_words(EN).play


def test_a_language_without_words_is_given_english() -> None:
    assert player_words(UNWORDED) == player_words(EN)
