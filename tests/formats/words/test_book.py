"""Every language says who evaluated a book, and when."""

import pytest

from formats.words import LANGUAGES, UNWORDED, words
from formats.words.book import book


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_names_the_evaluator_and_the_day(language: str) -> None:
    said = book(words(language)).assessed.format("Ada", "1 May 2026")

    assert said.index("Ada") != said.index("1 May 2026")


def test_a_language_without_words_says_it_in_english() -> None:
    assert book(UNWORDED) is book(LANGUAGES["en"])
