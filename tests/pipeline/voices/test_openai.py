"""Any server with OpenAI's speech endpoint speaks, and whatever else it answers is an error."""

import struct
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import SettingsError, SpeakError
from pipeline.script.lines import Line, Run, plain
from pipeline.settings import VoiceSettings
from pipeline.sound import mp3_frames
from pipeline.sound.foreign import REFERENCE
from pipeline.voices.online import OnlineVoice
from pipeline.voices.openai import ADDRESS, OpenAIService, open_openai
from tests.voices import servers
from tests.voices.patience import Clock
from tests.voices.servers import Reply, Server

TEXT = "The tide came in at three, and nobody saw it."


def wanted(
    address: str, name: str = "", pace: int = 160, cache: Path = Path(), **names: str
) -> VoiceSettings:
    """Settings of a voice at that address."""
    return VoiceSettings(
        "openai", name, "en-GB", pace, tuple(names.items()), address,
        requests_per_minute=6000, cache=cache,
    )  # fmt: skip


def opened(server: Server, cache: Path, read: float = 10) -> OnlineVoice:
    return open_openai(wanted(server.address, cache=cache), Clock().patience(read=read))


def said(text: str = TEXT) -> Line:
    return plain("s1", text, "en-GB", 200)


def test_a_sentence_is_one_request(server: Server, tmp_path: Path) -> None:
    """With the usual voice, model and speed, as the endpoint wants them; and no key."""
    opened(server, tmp_path).speak([said()])
    asked = next(a for a in server.asked if a["input"] == TEXT)
    assert asked["path"] == "/v1/audio/speech"
    assert (asked["model"], asked["voice"], asked["speed"]) == ("tts-1", "alloy", 1.0)
    assert asked["response_format"] == "wav"
    assert "Authorization" not in asked["headers"]
    assert set(server.texts) == {TEXT, REFERENCE}


def test_a_phrase_is_spoken_by_the_voice_named_for_its_language(
    server: Server, tmp_path: Path
) -> None:
    """Another language without a name is read by the usual voice, which may well know it."""
    settings = wanted(server.address, "bella", cache=tmp_path, fr="siwis")
    runs = (Run("She said ", "en-GB"), Run("au revoir ", "fr-CA"), Run("und Tschüs", "de"))
    voice = open_openai(settings, Clock().patience())
    voice.speak([Line("s1", runs, "en-GB", 0)])
    asked = {a["input"]: a["voice"] for a in server.asked if a["input"] != REFERENCE}
    assert asked == {"She said": "bella", "au revoir": "siwis", "und Tschüs": "bella"}
    assert voice.speaks("fr")
    assert voice.speaks("en-AU")
    assert not voice.speaks("de")


@pytest.mark.parametrize(
    ("pace", "speed"), [(160, 1), (80, 0.5), (200, 1.25), (400, 2.5), (10, 0.25), (999, 4)]
)
def test_the_pace_is_a_speed(pace: int, speed: float) -> None:
    service = OpenAIService(wanted("", pace=pace))
    assert f'"speed": {float(speed)}' in service.request("a", "alloy").body.decode()


WAV = servers.wav(servers.hum(TEXT))
GOOD = {
    "a header sent ahead": WAV[:4] + b"\xff" * 4 + WAV[8:40] + b"\xff" * 4 + WAV[44:],
    "a header of nothing": WAV[:40] + struct.pack("<I", 0) + WAV[44:],
    "MP3 all the same": mp3_frames.encode(servers.hum(TEXT), 24_000, 64),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_server_s_own_ways_are_put_up_with(server: Server, tmp_path: Path, name: str) -> None:
    server.replies.append(Reply(body=GOOD[name]))
    (samples,) = opened(server, tmp_path).speak([said()])
    assert abs(len(samples) - len(servers.hum(TEXT))) < 2400


BAD = {
    "a web page": (Reply(body=b"<html><title>Welcome</title></html>"), '"Welcome"'),
    "a message": (Reply(body=b'{"error": "model is loading"}'), "model is loading"),
    "nothing": (Reply(body=b""), "empty"),
    "a WAV cut short": (Reply(body=WAV[:-2000]), "breaks off after"),
    "a line cut short": (Reply(keeps_back=2000), "broke off"),
    "half of the words": (Reply(body=servers.wav(servers.hum("The tide"))), "s of sound came for"),
    "a refusal": (Reply(400, b'{"error": {"message": "no voice alloy"}}'), "no voice alloy"),
    "an error": (Reply(500, b"<title>Oh no</title>"), "Oh no"),
    "no answer": (Reply(seconds=0.6), "too long"),
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_is_not_the_words_is_an_error(server: Server, tmp_path: Path, name: str) -> None:
    """It names the line and the server; and nothing of it is kept."""
    reply, says = BAD[name]
    server.replies.extend([reply] * 6)
    host = server.address.removeprefix("http://")
    with pytest.raises(SpeakError, match=f"s1: The speech server {host}.*{says}") as caught:
        opened(server, tmp_path, read=0.3).speak([said()])
    assert caught.value.remedy
    server.replies.clear()
    assert len(opened(server, tmp_path).speak([said()])[0])


KEYS = [
    ({"ALLWAYS_VOICE_KEY": "one"}, "http://localhost:8880", "Bearer one"),
    ({"ALLWAYS_VOICE_KEY": "one", "OPENAI_API_KEY": "two"}, "", "Bearer one"),
    ({"OPENAI_API_KEY": " two\n"}, "", "Bearer two"),
    ({"OPENAI_API_KEY": "two"}, "http://localhost:8880", None),
    ({}, "", None),
]


@pytest.mark.parametrize(("keys", "address", "sent"), KEYS)
def test_a_key_goes_to_whom_it_is_for(
    monkeypatch: pytest.MonkeyPatch, keys: dict[str, str], address: str, sent: str | None
) -> None:
    """OpenAI's own to OpenAI alone; and neither is in what is kept or shown."""
    for name, key in keys.items():
        monkeypatch.setenv(name, key)
    service = OpenAIService(wanted(address))
    assert service.request("a", "alloy").headers.get("Authorization") == sent
    voice = open_openai(wanted(address))
    assert not any(key.strip() in voice.identity + voice.name("en-GB") for key in keys.values())


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("", f"{ADDRESS}/v1/audio/speech"),
        ("http://localhost:8880", "http://localhost:8880/v1/audio/speech"),
        ("http://localhost:8880/v1/", "http://localhost:8880/v1/audio/speech"),
        ("https://example.org/voice", "https://example.org/voice/v1/audio/speech"),
    ],
)
def test_the_endpoint_is_added_to_the_address(given: str, url: str) -> None:
    assert OpenAIService(wanted(given)).request("a", "alloy").url == url


@pytest.mark.parametrize("given", ["localhost:8880", "ftp://a", "http://me:pw@a", "http://a?k=1"])
def test_what_is_no_address_is_a_settings_error(given: str) -> None:
    with pytest.raises(SettingsError, match="no address"):
        OpenAIService(wanted(given))


def test_whatever_changes_the_sound_is_in_the_identity() -> None:
    settings = [
        wanted(""), wanted("http://a"), wanted("", "echo"), wanted("", pace=200),
        wanted("", fr="echo"), VoiceSettings("openai", "", "en-GB", 160, model="tts-1-hd"),
    ]  # fmt: skip
    assert len({open_openai(each).identity for each in settings}) == len(settings)


def test_a_voice_is_named_for_people() -> None:
    assert (
        open_openai(wanted("http://localhost:8880")).name("en-GB")
        == "alloy (tts-1, localhost:8880)"
    )


def test_a_long_text_is_asked_for_in_as_few_pieces_as_it_takes(
    server: Server, tmp_path: Path
) -> None:
    voice = opened(server, tmp_path)
    long = said(TEXT * 100)
    assert voice.requests([long]) == 2
    (samples,) = voice.speak([long])
    assert len(server.asked) == 3
    assert np.abs(samples).max() > 3000
