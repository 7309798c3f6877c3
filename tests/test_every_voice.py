"""What every voice must do, whatever its engine."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pytest

from pipeline.script.lines import Line, Run, plain
from pipeline.settings import VoiceSettings
from pipeline.sound.pcm import CEILING, true_peak
from pipeline.voices import ENGINES, Voice
from tests.voices import STANDS

TEXTS = {
    "a sentence": "The tide came in at three, and nobody saw it.",
    "one letter": "a",
    "nothing": "",
    "white space": " \t\n ",
    "a full stop": ".",
    "punctuation": "… — “?!” ***",
    "a number": "1,234.50",
    "emoji": "🌊🏴󠁧󠁢󠁷󠁬󠁳󠁿👩‍👩‍👧",
    "Greek": "Η θάλασσα.",
    "Arabic": "كان البحر هادئا.",
    "Hebrew with points": "בְּרֵאשִׁית",
    "Japanese": "海は静かだった。",
    "combining marks": "e\u0301\u0301\u0301 Z\u0351\u036b\u0343a",
    "controls": "a\x00b\x01c\x1b[0m\x7f",
    "half a character": "\ud83c tide",
    "bidirectional marks": "\u202eedit\u202c \u200b\ufeff tide",
    "markup": "<speak><break time='9s'/></speak> [[h@l'oU]] &amp; {{x}}",
    "ten thousand letters": "x" * 10_000,
    "two thousand words": "and so on " * 667,
}


class Stood(NamedTuple):
    """A voice, and the settings that it was made with."""

    voice: Voice
    settings: VoiceSettings


@pytest.fixture(scope="module", params=sorted(ENGINES))
def stood(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stood]:
    """Each engine's usual voice of British English, with all that it needs around it."""
    with STANDS[request.param](tmp_path_factory.mktemp(request.param)) as settings:
        voice = ENGINES[request.param].open(settings)
        yield Stood(voice, settings)
        voice.close()


@pytest.fixture
def voice(stood: Stood) -> Voice:
    """The voice alone."""
    return stood.voice


def line(text: str, language: str = "en-GB") -> Line:
    """A line of these words."""
    return plain("s1", text, language, 200)


@pytest.mark.parametrize("name", TEXTS)
def test_any_text_is_spoken_as_samples_of_one_channel(voice: Voice, name: str) -> None:
    """Whatever a post may hold: some samples, none over the ceiling."""
    (samples,) = voice.speak([line(TEXTS[name])])
    assert samples.dtype == np.int16
    assert samples.ndim == 1
    assert len(samples)
    assert true_peak(samples) <= CEILING + 0.1


@pytest.mark.parametrize("name", ["a sentence", "emoji", "nothing", "Japanese"])
def test_the_same_text_gives_the_same_samples(voice: Voice, name: str) -> None:
    """Whatever was said between."""
    (first,) = voice.speak([line(TEXTS[name])])
    voice.speak([line(TEXTS["Greek"]), line(TEXTS["a number"])])
    (second,) = voice.speak([line(TEXTS[name])])
    assert np.array_equal(first, second)


def test_each_line_gets_its_own_samples(voice: Voice) -> None:
    """As many as there are lines, in their order; for no lines none."""
    assert voice.speak([]) == ()
    long, empty, short = voice.speak([line("A long line of words."), line(""), line("Short.")])
    assert len(long) > len(short) > 0
    assert len(empty) < voice.rate // 5


def test_the_rate_is_one_that_mp3_has(voice: Voice) -> None:
    """16, 22.05, 24, 32, 44.1 or 48 kHz."""
    assert voice.rate in {16_000, 22_050, 24_000, 32_000, 44_100, 48_000}


def test_an_english_line_lasts_as_long_as_speech_does(voice: Voice) -> None:
    """Between 10 and 200 ms a letter, so that nothing was left out or drawn out."""
    text = TEXTS["a sentence"]
    (samples,) = voice.speak([line(text)])
    assert 0.01 < len(samples) / voice.rate / len(text) < 0.2


def test_a_voice_says_what_it_speaks(voice: Voice) -> None:
    """Its own language; and of a tag that says nothing, no."""
    assert voice.speaks("en-GB")
    assert voice.speaks("en")
    assert not voice.speaks("")


def test_the_same_settings_have_the_same_identity(stood: Stood) -> None:
    """In every process and run, so that clips are found again; and a name for people."""
    other = ENGINES[stood.settings.engine].open(stood.settings)
    other.close()
    assert other.identity == stood.voice.identity
    assert stood.voice.identity.startswith(stood.settings.engine)
    assert stood.voice.name("en-GB")


def test_another_of_the_same_settings_gives_the_same_samples(stood: Stood) -> None:
    """So that a clip is the same whichever process speaks it, and nothing stays from before."""
    text = [line("Nobody saw the tide."), line(TEXTS["a number"])]
    other = ENGINES[stood.settings.engine].open(stood.settings)
    try:
        assert all(map(np.array_equal, other.speak(text), stood.voice.speak(text)))
    finally:
        other.close()


def test_a_line_of_many_runs_is_spoken_whole(voice: Voice) -> None:
    """Another language and given sounds are read by every voice, as best it can."""
    runs = (Run("She said ", "en-GB"), Run("au revoir", "fr"), Run(" to ", "en-GB"))
    named = Run("Llanelli", "cy", "ɬaˈnɛɬi")
    short, long = voice.speak([Line("s1", runs[:1], "en-GB", 0), Line("s2", (*runs, named), "", 0)])
    assert len(long) > 1.5 * len(short) > 0


def test_closing_twice_does_nothing_more(voice: Voice) -> None:
    """Ending is always allowed, and the voice speaks again when asked."""
    voice.close()
    voice.close()
    assert len(voice.speak([line("The tide.")])[0])


def test_lines_that_processes_may_share_sound_alone_as_together(stood: Stood) -> None:
    """Of an engine that says so: then it does not matter which process speaks which line."""
    if not ENGINES[stood.settings.engine].slow:
        pytest.skip("its lines are spoken together")
    lines = [line(TEXTS[name]) for name in ("a sentence", "Greek", "nothing", "a number")]
    alone = [samples for each in lines for samples in stood.voice.speak([each])]
    assert all(map(np.array_equal, alone, stood.voice.speak(lines)))


def test_every_engine_has_a_stand() -> None:
    """No engine goes by untried, and no stand is left over."""
    assert set(STANDS) == set(ENGINES)
