"""Piper's own loading, sounds and runtime at work, on voices of a few hundred bytes."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import SpeakError
from pipeline.script.lines import Line, Run, plain
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices.piper import PiperVoice, said
from tests.pipeline.voices.pipers import settings
from tests.voices import tiny_piper
from tests.voices.tiny_piper import NAME

TEXT = "The tide came in at three, and nobody saw it."


def spoken(voice: PiperVoice, *runs: Run) -> Samples:
    (samples,) = voice.speak([Line("s1", runs, "en-GB", 0)])
    return samples


def test_a_voice_is_chosen_by_name_by_path_or_as_the_only_one(cache: Path) -> None:
    path = str(cache / "voices" / f"{NAME}.onnx")
    voices = [PiperVoice(settings(cache, name)) for name in ("", NAME, path)]

    assert {voice.name("en-GB") for voice in voices} == {f"Piper {NAME}"}
    assert len({voice.identity for voice in voices}) == 1


def test_it_is_as_loud_as_every_voice(cache: Path) -> None:
    samples = spoken(PiperVoice(settings(cache)), Run(TEXT, "en-GB"))
    heard = pcm.loudness(samples, 16_000)

    assert heard == pytest.approx(pcm.LOUDNESS + foreign.ENCODED, abs=1.5)


def test_the_pace_changes_the_length(cache: Path) -> None:
    lengths = [
        len(PiperVoice(VoiceSettings("piper", "", "en-GB", pace, cache=cache)).speak([line])[0])
        for pace in (80, 160, 320)
        for line in [plain("s1", TEXT, "en-GB", 0)]
    ]

    assert [round(length / lengths[1], 1) for length in lengths] == [2, 1, 0.5]


def test_another_pace_or_a_changed_model_is_another_identity(cache: Path) -> None:
    first = PiperVoice(settings(cache)).identity
    slow = PiperVoice(VoiceSettings("piper", "", "en-GB", 120, cache=cache)).identity
    tiny_piper.build(cache / "voices", inference={"length_scale": 1.1})
    changed = PiperVoice(settings(cache)).identity

    assert len({first, slow, changed}) == 3


def test_sounds_are_taken_in_place_of_the_word(cache: Path) -> None:
    """As the lexicon gives them: the same as those that the word itself has."""
    voice = PiperVoice(settings(cache))
    by_word = spoken(voice, Run("The tide turned.", "en-GB"))
    runs = Run("The ", "en-GB"), Run("tide", "en-GB", "tˈaɪd"), Run(" turned.", "en-GB")
    other = Run("The ", "en-GB"), Run("tide", "en-GB", "tˈuːd"), Run(" turned.", "en-GB")

    assert np.array_equal(spoken(voice, *runs), by_word)
    assert not np.array_equal(spoken(voice, *other), by_word)


def test_sounds_that_the_voice_does_not_have_give_way_to_the_word(cache: Path) -> None:
    voice = PiperVoice(settings(cache))
    known, unknown = Run("tide", "en-GB"), Run("tide", "en-GB", "tʘ🌊d")

    assert np.array_equal(spoken(voice, unknown), spoken(voice, known))


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("see [[tide]] here", "see [ [tide]] here"),
        ("[[[tide]]]", "[ [ [tide]]]"),
        ("a list [", "a list [ "),
        ("a\x00b\ud83c", "a b "),
        ("x" * 61, " ".join(["x" * 30, "x" * 30, "x"])),
        ("x" * 60, "x" * 60),
    ],
)
def test_nothing_in_a_text_is_an_order_to_piper(cache: Path, text: str, given: str) -> None:
    """Nor is it more than espeak-ng, inside Piper, can take."""
    model = next(iter(PiperVoice(settings(cache))._models.values()))

    assert said(Run(text, "en-GB"), model) == given


def test_brackets_of_a_post_are_read_as_words(cache: Path) -> None:
    voice = PiperVoice(settings(cache))
    bare = spoken(voice, Run("Say tide now.", "en-GB"))

    assert len(spoken(voice, Run("Say [[tide]] now.", "en-GB"))) >= 0.9 * len(bare)


def test_a_passage_is_read_by_the_voice_of_its_language(cache: Path) -> None:
    """At that voice's own rate, brought to the first one's."""
    french = "fr_FR-tiny-low"
    tiny_piper.build(cache / "voices", french, audio={"sample_rate": 22_050})
    alone, both = PiperVoice(settings(cache, NAME)), PiperVoice(settings(cache, NAME, fr=french))
    passage = Run("la marée monte ce matin", "fr-CA")
    by_own, by_french = spoken(alone, passage), spoken(both, passage)

    assert (alone.speaks("fr"), both.speaks("fr"), both.speaks("de")) == (False, True, False)
    assert both.rate == 16_000
    assert not np.array_equal(by_own, by_french)
    assert alone.identity != both.identity
    english = Run(TEXT, "en-GB")
    assert np.array_equal(spoken(alone, english), spoken(both, english))


@pytest.mark.parametrize("text", [TEXT, "The tide."])
def test_words_that_are_left_out_stop_the_post(cache: Path, text: str) -> None:
    """As by a voice that has hardly a sound of those in the text."""
    few = {pcm: [1] for pcm in "^$_x"}
    tiny_piper.build(cache / "voices", phoneme_id_map=few)
    voice = PiperVoice(settings(cache))

    with pytest.raises(SpeakError, match='left words out of "The tide') as caught:
        voice.speak([plain("s7", text, "en-GB", 0)])
    assert caught.value.where == "s7"


def test_a_model_that_breaks_down_stops_the_post(cache: Path) -> None:
    """Here one that is said to have two speakers, and can't be told which."""
    tiny_piper.build(cache / "voices", num_speakers=2)
    voice = PiperVoice(settings(cache))

    with pytest.raises(SpeakError, match="broke down") as caught:
        voice.speak([plain("s7", TEXT, "en-GB", 0)])
    assert caught.value.where == "s7"


def test_other_engines_do_not_load_it() -> None:
    """It takes a third of a second, which a run with another voice must not lose."""
    code = "import sys, pipeline.voices; print(*{'piper', 'onnxruntime'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
