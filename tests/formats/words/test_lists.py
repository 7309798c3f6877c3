"""The words of the lists of posts, in every language."""

import re
from dataclasses import fields, replace

import py3langid
import pytest

from formats.languages import primary
from formats.words import LANGUAGES, UNWORDED
from formats.words.en import EN
from formats.words.lists import SiteListWords, list_words

SAME = {"fr": {"Page {}"}, "cy": set(), "de": set(), "nl": set()}
"""What is said as it is in English, and rightly."""


def said(language: str) -> dict[str, str]:
    """The words of a language, by their names."""
    row = list_words(LANGUAGES[language])
    return {field.name: getattr(row, field.name) for field in fields(SiteListWords)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_what_english_fills_in_and_leaves_nothing_unsaid(
    language: str,
) -> None:
    english = said("en")
    assert {n: re.findall("{}", text) for n, text in said(language).items()} == {
        n: re.findall("{}", text) for n, text in english.items()
    }
    assert all(text.strip() for text in said(language).values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_are_of_that_language(language: str) -> None:
    text = " ".join(said(language).values()).replace("{}", " ")
    assert py3langid.classify(text)[0] == primary(language)


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if primary(tag) != "en"])
def test_nothing_is_left_in_english(language: str) -> None:
    english = set(said("en").values())
    assert {text for text in said(language).values() if text in english} <= SAME.get(
        language, set()
    )


def test_a_language_without_words_has_those_of_english() -> None:
    assert list_words(UNWORDED) == list_words(EN) == list_words(replace(EN, language="en-US"))
