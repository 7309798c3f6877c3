"""The British voices of Kokoro, on a model of a few hundred bytes, and espeak for the rest."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import SettingsError, SpeakError
from pipeline.script.lines import Line, Run, plain
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices.english import SWITCH
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.kokoro import PIECE, RATE, KokoroVoice, pieces
from tests.voices import tiny_kokoro

TEXT = "The tide came in at three, and nobody saw it."


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the small model."""
    folder = tmp_path_factory.mktemp("cache")
    tiny_kokoro.build(folder)
    return folder


@pytest.fixture(scope="module")
def voice(cache: Path) -> Iterator[KokoroVoice]:
    """The usual voice."""
    made = opened(cache)
    yield made
    made.close()


@pytest.fixture(scope="module")
def other() -> Iterator[EspeakVoice]:
    """The one that says the rest."""
    made = EspeakVoice(VoiceSettings("espeak"))
    yield made
    made.close()


def opened(cache: Path, name: str = "", pace: int = 160) -> KokoroVoice:
    return KokoroVoice(VoiceSettings("kokoro", name, "en-GB", pace, cache=cache))


def heard(voice: KokoroVoice | EspeakVoice, *runs: Run) -> Samples:
    """The sound of a line of these runs."""
    (samples,) = voice.speak([Line("s1", runs, "en-GB", 0)])
    return samples


def english(text: str) -> Run:
    return Run(text, "en-GB")


def by_espeak(other: EspeakVoice, run: Run) -> Samples:
    """What espeak says, at our rate."""
    return foreign.resampled(heard(other, run), other.rate, RATE)


# --- settings -----------------------------------------------------------------------------


def test_each_voice_has_its_name_and_its_own_sound(cache: Path, voice: KokoroVoice) -> None:
    """Emma is the usual one."""
    fable = opened(cache, "kokoro-fable")
    assert voice.name("en-GB") == voice.name("en-AU") == "Kokoro Emma"
    assert fable.name("en-GB") == "Kokoro Fable"
    named = opened(cache, "kokoro-emma")
    assert voice.identity == named.identity != fable.identity
    named.close()
    assert not np.array_equal(heard(voice, english(TEXT)), heard(fable, english(TEXT)))
    fable.close()


def test_a_voice_that_it_does_not_have_is_refused_with_those_it_has(cache: Path) -> None:
    with pytest.raises(SettingsError, match="kokoro-emma or kokoro-fable"):
        opened(cache, "kokoro-heart")


def test_without_the_model_it_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="make voice NAME=kokoro-emma"):
        opened(tmp_path)


def test_another_language_is_espeaks(voice: KokoroVoice) -> None:
    assert voice.name("cy") == "eSpeak NG Welsh"
    assert voice.speaks("cy")
    assert not voice.speaks("ja")


def test_the_pace_and_the_model_are_in_the_identity(cache: Path, tmp_path: Path) -> None:
    tiny_kokoro.build(tmp_path, most=9_999)
    voices = [opened(cache), opened(cache, pace=200), opened(tmp_path)]
    assert len({voice.identity for voice in voices}) == 3
    for voice in voices:
        voice.close()


def test_the_pace_changes_the_length(cache: Path) -> None:
    lengths = []
    for pace in (80, 160, 320):
        made = opened(cache, pace=pace)
        lengths.append(len(heard(made, english(TEXT))))
        made.close()
    assert [round(length / lengths[1], 1) for length in lengths] == [2, 1, 0.5]


# --- what is heard ------------------------------------------------------------------------


def test_british_sounds_are_spoken_as_they_are_given(voice: KokoroVoice) -> None:
    """A word's own sounds are those of the British dictionary."""
    named = Run("tide", "en-GB", "taɪd")
    assert np.array_equal(heard(voice, english("tide")), heard(voice, named))
    bath, british = Run("bath", "en-GB"), Run("bath", "en-GB", "bɑːθ")
    assert np.array_equal(heard(voice, bath), heard(voice, british))


@pytest.mark.parametrize("text", ["Η θάλασσα.", "海は静かだった。", "b\u043eat"])
def test_what_it_has_no_sound_for_is_said_by_espeak(
    voice: KokoroVoice, other: EspeakVoice, text: str
) -> None:
    assert np.array_equal(heard(voice, english(text)), by_espeak(other, english(text)))


def test_a_line_of_two_voices_has_all_of_both_and_a_pause_between(
    voice: KokoroVoice, other: EspeakVoice
) -> None:
    before, french, after = english("She said, "), Run("au revoir", "fr"), english(" to us.")
    parts = [
        heard(voice, before),
        pcm.silence(150, RATE),
        by_espeak(other, french),
        pcm.silence(SWITCH, RATE),
        heard(voice, after),
    ]
    assert np.array_equal(heard(voice, before, french, after), np.concatenate(parts))


def test_words_that_kokoro_leaves_out_are_said_by_espeak(
    tmp_path: Path, other: EspeakVoice
) -> None:
    """Here by a model whose sounds take a tenth of the time that speech takes: no gap is left."""
    tiny_kokoro.build(tmp_path, samples=150)
    hasty = opened(tmp_path)
    assert np.array_equal(heard(hasty, english(TEXT)), by_espeak(other, english(TEXT)))
    hasty.close()


def test_a_long_sentence_is_spoken_whole(voice: KokoroVoice) -> None:
    clause = "the tide came in and the tide went out, "
    once = len(heard(voice, english(clause)))
    many = len(heard(voice, english(clause * 30 + "and so on.")))
    assert 0.9 < many / (30 * once) < 1.3


def test_a_model_that_breaks_down_stops_the_post(tmp_path: Path) -> None:
    """With the place and a remedy."""
    tiny_kokoro.build(tmp_path, most=20)
    made = opened(tmp_path)
    with pytest.raises(SpeakError, match="Kokoro broke down") as caught:
        made.speak([plain("s7", TEXT, "en-GB", 0)])
    assert caught.value.where == "s7"
    assert "--jobs 1" in caught.value.remedy
    made.close()


# --- pieces -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sounds", ["", "tˈId.", "tˈId kˈAm, " * 60, "tˈId " * 200, "t" * 1_000, "tˈId, " + "t" * 400]
)
def test_sounds_are_cut_into_pieces_and_none_is_lost(sounds: str) -> None:
    found = list(pieces(sounds))
    assert "".join(found) == sounds
    assert all(len(piece) <= PIECE for piece in found)


def test_sounds_are_cut_at_the_pause_nearest_the_middle() -> None:
    """No piece is much shorter than the others: Kokoro says few sounds weakly."""
    first, second, third = "t" * 120 + ", ", "t" * 30 + " " + "t" * 140 + ". ", "t" * 60
    assert list(pieces(first + second + third)) == [first, second + third]


def test_sounds_without_a_pause_are_cut_between_words() -> None:
    assert list(pieces("t" * 200 + " " + "t" * 190)) == ["t" * 200 + " ", "t" * 190]
