"""The words of an easy-read text about itself, in every language."""

import dataclasses

import pytest

from formats.words import LANGUAGES, words
from formats.words.easy_read import easy_read_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_of_its_words(language: str) -> None:
    said = easy_read_words(words(language))
    assert all(getattr(said, field.name) for field in dataclasses.fields(said))
    for name in ("means", "checked_by", "model"):
        assert getattr(said, name).count("{}") == 1


def test_a_language_without_words_has_english_ones() -> None:
    assert easy_read_words(words("fi")) == easy_read_words(words("en"))


def test_no_two_languages_have_the_same_banner() -> None:
    banners = {easy_read_words(words(tag)).hard for tag in LANGUAGES if tag != "en-US"}
    assert len(banners) == len(LANGUAGES) - 1
