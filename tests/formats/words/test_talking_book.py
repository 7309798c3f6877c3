"""Every language has words for what a listener can skip, and for a talking book of all posts."""

import pytest

from formats.words import LANGUAGES, UNWORDED, words
from formats.words.talking_book import talking_book


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_names_the_kind_of_the_book_and_what_can_be_skipped(language: str) -> None:
    own = talking_book(words(language))

    assert "DAISY 3" in own.every.format("DAISY 3")
    assert all((own.note, own.table, own.listing))


def test_a_language_without_words_says_it_in_english() -> None:
    assert talking_book(UNWORDED) is talking_book(LANGUAGES["en"])


def test_every_language_says_it_in_words_of_its_own() -> None:
    said = {talking_book(words(language)).every for language in LANGUAGES if language != "en-US"}

    assert len(said) == len(LANGUAGES) - 1
