"""An engine goes by its name, and by no other; each language has a usual one."""

import pytest

from pipeline.errors import SettingsError
from pipeline.settings import VoiceSettings
from pipeline.voices import ENGINES, check, usual


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_that_is_listed_is_one(name: str) -> None:
    check(name)


@pytest.mark.parametrize("name", ["", "Espeak", "hal"])
def test_an_engine_that_is_not_there_is_refused_with_those_that_are(name: str) -> None:
    with pytest.raises(SettingsError, match="there is no voice engine") as caught:
        check(name)
    assert all(engine in caught.value.remedy for engine in ENGINES)


@pytest.mark.parametrize(
    ("language", "engine", "other"),
    [
        ("en", "hibari", "espeak"),
        ("en-GB", "hibari", "espeak"),
        ("EN-us", "hibari", "espeak"),
        ("cy", "espeak", ""),
        ("enm", "espeak", ""),
    ],
)
def test_where_no_engine_is_named_the_language_decides(
    language: str, engine: str, other: str
) -> None:
    """English is read naturally, and where that fails, it is still read."""
    found = usual(VoiceSettings(words_per_minute=140), language)
    assert (found.engine, found.fallback, found.words_per_minute) == (engine, other, 140)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_that_is_named_reads_every_language(engine: str) -> None:
    """And none that was not named stands in for it."""
    named = VoiceSettings(engine)
    assert usual(named, "en-GB") == usual(named, "cy") == named


def test_a_voice_without_its_engine_is_one_of_espeak() -> None:
    assert usual(VoiceSettings(name="en-us"), "en-GB").engine == "espeak"


def test_the_fallback_that_is_named_comes_before_the_usual_one() -> None:
    assert usual(VoiceSettings(fallback="silence"), "en-GB").fallback == "silence"
