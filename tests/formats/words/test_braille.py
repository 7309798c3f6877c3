"""What a braille edition says of itself is there in every language that Allways has words for."""

from dataclasses import astuple, fields

import pytest

from formats.languages import primary
from formats.words import LANGUAGES
from formats.words.braille import BRAILLE, BrailleWords, braille


def test_every_language_has_words_of_its_own() -> None:
    assert set(BRAILLE) == {primary(tag) for tag in LANGUAGES}
    assert len({astuple(row) for row in BRAILLE.values()}) == len(BRAILLE)


def test_another_language_has_english_ones() -> None:
    assert braille("ar") is BRAILLE["en"]
    assert braille("de-AT") is BRAILLE["de"]


@pytest.mark.parametrize("language", BRAILLE)
def test_the_places_to_fill_are_those_of_english(language: str) -> None:
    for field in fields(BrailleWords):
        ours, english = (getattr(BRAILLE[tag], field.name) for tag in (language, "en"))
        assert {p for p in ("{}", "{code}", "{table}") if p in ours} == {
            p for p in ("{}", "{code}", "{table}") if p in english
        }
