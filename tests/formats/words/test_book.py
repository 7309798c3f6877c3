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


def test_every_language_says_that_the_book_has_no_sound_in_words_of_its_own() -> None:
    said = {book(words(language)).text for language in LANGUAGES if language != "en-US"}

    assert len(said) == len(LANGUAGES) - 1
