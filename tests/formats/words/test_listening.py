"""Every language has the words for listening outside our pages."""

import dataclasses

import pytest

from formats.words import LANGUAGES, UNWORDED, Words
from formats.words.listening import listening

SCHEDULES = {"daily", "weekly", "fortnightly", "monthly"}


@pytest.mark.parametrize("ours", [*LANGUAGES.values(), UNWORDED], ids=lambda ours: ours.name)
def test_every_language_says_everything(ours: Words) -> None:
    said = listening(ours)

    assert "The Blog" in said.heading.format("The Blog")
    assert all(getattr(said, field.name) for field in dataclasses.fields(said))
    assert said.schedule.keys() == SCHEDULES


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if not tag.startswith("en")])
def test_nothing_is_left_in_english(tag: str) -> None:
    said, english = listening(LANGUAGES[tag]), listening(LANGUAGES["en"])
    same = [
        field.name
        for field in dataclasses.fields(said)
        if getattr(said, field.name) == getattr(english, field.name)
    ]

    assert same == []


@pytest.mark.parametrize("ours", LANGUAGES.values(), ids=lambda ours: ours.name)
def test_the_words_are_no_markup(ours: Words) -> None:
    said = listening(ours)
    shown = [getattr(said, field.name) for field in dataclasses.fields(said)]

    assert not [text for text in map(str, shown) if set("<>&") & set(text)]
