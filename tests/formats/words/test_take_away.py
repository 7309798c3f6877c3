"""The words for what readers take away, in every language."""

import re
from dataclasses import asdict

import pytest

from formats.languages import primary
from formats.words import LANGUAGES
from formats.words.take_away import TAKE_AWAY, take_away


def test_every_language_that_has_words_has_these() -> None:
    assert set(TAKE_AWAY) == {primary(language) for language in LANGUAGES}


@pytest.mark.parametrize("language", TAKE_AWAY)
def test_every_language_fills_in_the_same_as_english(language: str) -> None:
    def filled(words: dict[str, str]) -> dict[str, list[str]]:
        return {name: sorted(re.findall(r"{\w*}", text)) for name, text in words.items()}

    assert filled(asdict(TAKE_AWAY[language])) == filled(asdict(TAKE_AWAY["en"]))


@pytest.mark.parametrize("language", [tag for tag in TAKE_AWAY if tag != "en"])
def test_nothing_in_another_language_is_still_english(language: str) -> None:
    english = asdict(TAKE_AWAY["en"])

    assert not [n for n, text in asdict(TAKE_AWAY[language]).items() if text == english[n]]


def test_another_region_has_the_words_of_its_language_and_other_languages_english_ones() -> None:
    assert take_away("pt-BR") is TAKE_AWAY["pt"]
    assert take_away("en-US") is take_away("fi") is TAKE_AWAY["en"]
