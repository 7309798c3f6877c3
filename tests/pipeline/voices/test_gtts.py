"""Google Translate is asked in its own form, a hundred characters at a time, and never in vain."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import SettingsError, SpeakError
from pipeline.script.lines import Line, Run, plain
from pipeline.settings import VoiceSettings
from pipeline.sound import mp3_frames, pcm
from pipeline.sound.foreign import REFERENCE
from pipeline.store.files import digest
from pipeline.voices.gtts import LIMIT, GoogleService, open_gtts
from pipeline.voices.online import OnlineVoice
from tests.voices import servers
from tests.voices.patience import Clock
from tests.voices.servers import Reply, Server

HOURS = ("one", "two", "three", "four", "five")
LONG = " ".join(
    f"The tide came in at {hour}, and nobody saw it: not {hour} boys, nor Mr. Reed."
    for hour in HOURS
)
MEASURED = 2
"""Requests that a voice is levelled by: REFERENCE, in two pieces."""


@pytest.fixture
def server() -> Iterator[Server]:
    with servers.google() as running:
        yield running


def wanted(
    server: Server | None, cache: Path, language: str = "en-GB", name: str = "", **names: str
) -> VoiceSettings:
    """Settings of a voice at that server."""
    address = server.address if server else ""
    return VoiceSettings(
        "gtts", name, language, 160, tuple(names.items()), address,
        requests_per_minute=6000, cache=cache,
    )  # fmt: skip


def opened(server: Server, cache: Path) -> OnlineVoice:
    return open_gtts(wanted(server, cache), Clock().patience())


def said(text: str, language: str = "en-GB") -> Line:
    return plain("s1", text, language, 200)


def test_a_text_is_asked_for_whole_in_pieces_that_google_takes(
    server: Server, tmp_path: Path
) -> None:
    """No word and no full stop is lost, at the usual speed, on the path that gTTS knows."""
    voice = opened(server, tmp_path)
    voice.speak([said(LONG)])
    asked = [text for text in server.texts if text not in REFERENCE]
    assert " ".join(asked) == LONG.strip()
    assert max(map(len, asked)) <= LIMIT
    assert voice.requests([said(LONG)]) == len(asked)
    assert {a["slow"] for a in server.asked} == {None}
    assert {a["path"] for a in server.asked} == {"/_/TranslateWebserverUi/data/batchexecute"}


def test_each_line_is_levelled_and_rests_between_its_pieces(server: Server, tmp_path: Path) -> None:
    (samples,) = opened(server, tmp_path).speak([said(LONG)])
    spoken = sum(len(servers.hum(text)) for text in server.texts if text not in REFERENCE)
    assert abs(pcm.loudness(samples, 24_000) - pcm.LOUDNESS) < 1
    assert 0 < len(samples) - spoken < 24_000 * 5


def test_a_phrase_in_another_language_is_asked_for_in_it(server: Server, tmp_path: Path) -> None:
    line = Line("s1", (Run("She said ", "en-GB"), Run("au revoir", "fr")), "en-GB", 0)
    voice = opened(server, tmp_path)
    voice.speak([line])
    asked = [(a["input"], a["language"]) for a in server.asked if a["input"] not in REFERENCE]
    assert asked == [("She said", "en"), ("au revoir", "fr")]
    assert voice.requests([line]) == 2


def test_words_are_asked_for_and_marks_are_not(server: Server, tmp_path: Path) -> None:
    voice = opened(server, tmp_path)
    (samples,) = voice.speak([said("… — “?!” 🌊")])
    assert len(samples) == 1200
    assert not samples.any()
    assert voice.requests([said("…")]) == 0
    assert not server.asked


SPEAKERS = [
    ("en-GB", "", "en-GB", "en co.uk"),
    ("en-GB", "", "en", "en co.uk"),
    ("en-GB", "", "en-US", "en com"),
    ("en-GB", "com.au", "en-US", "en com.au"),
    ("en-GB", "", "fr-CA", "fr-CA ca"),
    ("en-GB", "", "he", "iw com"),
    ("en-GB", "", "zh-Hant-TW", "zh-TW com"),
    ("en-GB", "", "nb-NO", "no com"),
    ("en-GB", "", "tlh", "en co.uk"),
    ("pt-BR", "", "pt", "pt com.br"),
    ("en-GB", "", "es-AR", "es us"),
    ("en-GB", "", "es-ES", "es us"),
]


@pytest.mark.parametrize(("own", "name", "language", "speaker"), SPEAKERS)
def test_each_language_has_its_code_and_domain(
    tmp_path: Path, own: str, name: str, language: str, speaker: str
) -> None:
    """As gTTS lists them; a domain that the settings name goes before; and Klingon is read."""
    assert GoogleService(wanted(None, tmp_path, own, name, es="us")).speaker(language) == speaker


def test_it_speaks_what_gtts_lists(tmp_path: Path) -> None:
    service = GoogleService(wanted(None, tmp_path))
    assert all(map(service.speaks, ["en-AU", "cy", "he-IL", "yue", "zh-Hans"]))
    assert not any(map(service.speaks, ["tlh", "", "x"]))


@pytest.mark.parametrize(("language", "name"), [("tlh", ""), ("en-GB", "Bella"), ("en", "a/b.com")])
def test_what_google_has_not_is_a_settings_error(tmp_path: Path, language: str, name: str) -> None:
    with pytest.raises(SettingsError, match="Google Translate has no voice"):
        GoogleService(wanted(None, tmp_path, language, name))


def test_google_itself_is_asked_by_a_safe_address(tmp_path: Path) -> None:
    """With TLS, at the domain of the accent; a key is nowhere."""
    request = GoogleService(wanted(None, tmp_path)).request("tide", "en co.uk")
    assert request.url.startswith("https://translate.google.co.uk/")
    assert "Authorization" not in request.headers


SOUND = mp3_frames.encode(servers.hum("tide"), 24_000, 64)
SILENCE = mp3_frames.encode(np.zeros(24_000, np.int16), 24_000, 64)
BAD = {
    "no sound at all": (Reply(body=b")]}'\n\n[]"), "no sound"),
    "an empty sound": (Reply(body=servers.google_answer(b"")), "no sound"),
    "a captcha": (Reply(body=b"<!doctype html><html>unusual traffic</html>"), "a web page"),
    "base64 cut short": (Reply(body=servers.google_answer(SOUND)[:-200]), "no sound"),
    "base64 damaged": (Reply(body=b'"jQ1olc","[\\"abc!\\"]"'), "damaged"),
    "silence": (
        Reply(body=servers.google_answer(SILENCE)),
        "0.0 s of sound",
    ),
    "half of the sound": (Reply(body=servers.google_answer(SOUND)), "s of sound came for"),
    "far too much": (
        Reply(body=servers.google_answer(mp3_frames.encode(servers.hum("a" * 900), 24_000, 64))),
        "36.0 s of sound",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_an_answer_that_can_not_be_the_text_is_an_error(
    server: Server, tmp_path: Path, name: str
) -> None:
    """It names the line; and it is not kept: the next run asks again, and is answered."""
    reply, says = BAD[name]
    server.replies.extend([reply] * 3)
    line = said("The tide came in at three, and then nobody saw it.")
    with pytest.raises(SpeakError, match=f"Google Translate: .*{says}") as caught:
        opened(server, tmp_path).speak([line])
    assert caught.value.where == "s1"
    assert caught.value.remedy
    assert len(opened(server, tmp_path).speak([line])[0])


LINES = [said(f"The tide came in at {hour}.") for hour in HOURS]


def test_a_run_broken_off_goes_on_at_the_very_request(server: Server, tmp_path: Path) -> None:
    """What was spoken before "429" is kept, and the next run asks for the rest alone."""
    server.replies.extend([*[Reply()] * (MEASURED + 2), *[Reply(429, b"")] * 6])
    with pytest.raises(SpeakError, match="Run again later; what was spoken is kept"):
        opened(server, tmp_path).speak(LINES)
    before = len(server.asked)
    resumed = opened(server, tmp_path).speak(LINES)
    assert server.texts[before:] == [line.text for line in LINES[2:]]
    whole = opened(server, tmp_path / "anew").speak(LINES)
    assert all(map(np.array_equal, resumed, whole))


def test_what_is_kept_is_not_asked_for_again(server: Server, tmp_path: Path) -> None:
    """And without a server at all, it is spoken."""
    first = opened(server, tmp_path).speak(LINES)
    before = len(server.asked)
    again = opened(server, tmp_path).speak(LINES)
    assert len(server.asked) == before == MEASURED + len(LINES)
    assert all(map(np.array_equal, first, again))


def test_a_kept_answer_that_was_damaged_is_asked_for_again(server: Server, tmp_path: Path) -> None:
    first = opened(server, tmp_path).speak(LINES)
    before = len(server.asked)
    kept = sorted(path for path in (tmp_path / "kept").rglob("*") if path.is_file())
    kept[0].write_bytes(kept[0].read_bytes()[:-9])
    kept[1].write_bytes(b"")
    again = opened(server, tmp_path).speak(LINES)
    assert len(server.asked) == before + 2
    assert all(map(np.array_equal, first, again))


def test_two_voices_keep_their_answers_apart(tmp_path: Path) -> None:
    """Another domain or language is another identity, and pace, which Google has not, is none."""
    one, two, three = (
        open_gtts(wanted(None, tmp_path, *which)).identity
        for which in (("en-GB",), ("en-GB", "com.au"), ("cy",))
    )
    assert len({one, two, three}) == 3
    assert digest(one) == digest(open_gtts(wanted(None, tmp_path / "else")).identity)
