"""What a run makes: what the settings say, with what the command line says instead."""

from pathlib import Path

import pytest

from formats.registry import FORMATS
from pipeline.errors import SettingsError
from pipeline.publish.choices import chosen_settings, known
from pipeline.publish.request import PublishRun, Request
from pipeline.settings import Settings, VoiceSettings
from pipeline.store.ledger import Ledger

CACHE = Path("cache")


def chosen(settings: Settings = Settings(), **asked: str | tuple[str, ...]) -> Settings:  # noqa: B008 (a frozen value)
    """The settings of a run that was asked for in these words."""
    request = Request(Path("posts"), Path("out"), CACHE, **asked)  # type: ignore[arg-type] # fields by name
    return chosen_settings(PublishRun(request, settings, Ledger(), ""))


def test_what_nobody_chose_is_every_usual_format_with_the_usual_voice() -> None:
    found = chosen()

    assert found.formats == tuple(row.name for row in FORMATS if not row.optional)
    assert (found.voice.engine, found.voice.name) == ("", "")


def test_one_more_format_is_named_beside_all_usual_ones() -> None:
    more = set(chosen(formats=("all", "zip")).formats) - set(chosen().formats)

    assert more == {"zip"}
    assert chosen(Settings(formats=("all",))).formats == chosen().formats


def test_answers_and_voices_are_kept_in_the_cache_of_the_run() -> None:
    assert chosen().voice.cache == CACHE


def test_the_command_line_comes_before_the_settings() -> None:
    settings = Settings(formats=("epub",), voice=VoiceSettings(name="en-us"))

    found = chosen(settings, formats=("mp3",), voice="en-gb")

    assert "epub" not in found.formats
    assert found.voice.name == "en-gb"


def test_another_engine_does_not_take_the_voice_of_the_one_in_the_settings() -> None:
    settings = Settings(voice=VoiceSettings(engine="espeak", name="en-us"))

    found = chosen(settings, engine="silence")

    assert (found.voice.engine, found.voice.name) == ("silence", "")


def test_formats_are_made_in_the_order_of_the_registry_whatever_was_asked_first() -> None:
    assert chosen(formats=("epub", "mp3")).formats == chosen(formats=("mp3", "epub")).formats


def test_a_format_that_is_not_there_is_refused() -> None:
    with pytest.raises(SettingsError, match='no format "mp4"'):
        chosen(formats=("mp4",))


@pytest.mark.parametrize("voice", [VoiceSettings("hal"), VoiceSettings(fallback="hal")])
def test_an_engine_that_is_not_there_is_refused_also_as_a_stand_in(voice: VoiceSettings) -> None:
    with pytest.raises(SettingsError, match="hal"):
        chosen(Settings(voice=voice))


def test_an_engine_in_the_place_of_a_voice_is_told_of() -> None:
    with pytest.raises(SettingsError, match="Write --engine silence"):
        chosen(voice="silence")


def test_a_name_that_is_not_known_is_refused_with_those_that_are() -> None:
    known("a", ("a", "b"), "post")

    with pytest.raises(SettingsError, match=r'no post "c"\. Choose: a, b\.'):
        known("c", ("a", "b"), "post")
