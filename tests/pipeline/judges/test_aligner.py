"""Where the words of a text are in a sound, and what is refused to be laid on it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from pipeline.judges.aligner import RATE, Aligner, phones, words
from pipeline.script.lines import Line, Run
from pipeline.sound import foreign
from pipeline.sound.pcm import Samples
from pipeline.voices import ENGINES
from tests.judging import require_judge
from tests.voices import STANDS

SAID = "Two boats lay at the wall, and a third had gone out."


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    """The sentence, as a natural voice says it."""
    return spoken(SAID, tmp_path_factory.mktemp("voice"))


def spoken(text: str, folder: Path) -> Samples:
    require_judge("alignment")
    with STANDS["hibari"](folder) as settings:
        voice = ENGINES["hibari"].open(settings)
        (heard,) = voice.speak([Line("s1", (Run(text, "en-GB"),), "en-GB", 0)])
        voice.close()
        return foreign.resampled(heard, voice.rate, RATE)


def begins(said: Sequence[str], sound: Samples) -> tuple[int, ...] | None:
    return Aligner().begins(said, sound)


def test_each_word_begins_after_the_one_before(sound: Samples) -> None:
    found = begins(words(SAID), sound)

    assert found is not None
    assert len(found) == len(words(SAID))
    assert list(found) == sorted(set(found))
    assert found[0] < 100
    assert found[-1] * RATE // 1000 < len(sound)


def test_the_same_words_and_sound_give_the_same_times(sound: Samples) -> None:
    """Also after another sound was heard."""
    aligner = Aligner()
    first = aligner.begins(words(SAID), sound)
    aligner.begins(("the", "sea"), sound[: RATE // 2])

    assert aligner.begins(words(SAID), sound) == first == begins(words(SAID), sound)


@pytest.mark.parametrize("more", ["The bell was rung at noon.", "Nobody on the quay had seen it."])
def test_words_that_are_not_said_are_refused(sound: Samples, more: str) -> None:
    assert begins(words(f"{SAID} {more}"), sound) is None
    assert begins(words(f"{more} {SAID}"), sound) is None


def test_half_of_a_sentence_is_refused(sound: Samples) -> None:
    assert begins(words(SAID), sound[: len(sound) // 2]) is None


@pytest.mark.parametrize("samples", [0, 1, 400, RATE])
def test_silence_has_no_words(samples: int) -> None:
    require_judge("alignment")

    assert begins(("the", "sea"), np.zeros(samples, np.int16)) is None


def test_a_word_outside_the_dictionary_is_heard_as_espeak_says_it(tmp_path: Path) -> None:
    text = "The carers asked Shahana Bishara about the NHS."

    assert begins(words(text), spoken(text, tmp_path)) is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nobody’s there, co-producing.", ("Nobody's", "there", "co", "producing")),
        ("The café is open.", ()),
        ("It is 5.", ()),
        ("Η θάλασσα", ()),
        ("…", ()),
    ],
)
def test_only_plain_english_words_are_known(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found


def test_sounds_become_phones_and_the_rest_is_left_out() -> None:
    assert phones("tʃˈɜːtʃ dʒˈʌdʒ") == "CH ER CH JH AH JH"
    assert phones("bˈʌʔn̩") == "B AH T AH N"
    assert phones("ˈː") == ""
