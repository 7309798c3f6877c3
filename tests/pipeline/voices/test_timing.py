"""Times of words go with the sound, from voices that know them."""

import numpy as np

from pipeline.script.lines import plain
from pipeline.settings import VoiceSettings
from pipeline.sound import pcm
from pipeline.voices.silence import CHARACTER, SilentVoice
from pipeline.voices.timing import Timed, joined, later, timed
from tests.pipeline.narrate.test_clips import Clicks

LINES = (plain("s1", "The tide", "en", 0),)


def test_a_voice_that_knows_times_gives_them() -> None:
    (line,) = timed(SilentVoice(VoiceSettings("silence")), LINES)
    assert line.words == (("The", 0), ("tide", 4 * CHARACTER))


def test_a_voice_that_does_not_gives_the_same_sound_without() -> None:
    voice = Clicks(16_000)
    (line,) = timed(voice, LINES)
    assert line.words == ()
    assert np.array_equal(line.samples, voice.speak(LINES)[0])


def test_times_count_from_the_first_piece_and_over_the_pauses() -> None:
    pause = pcm.silence(100, 1000)
    pieces = [(Timed(np.zeros(n, np.int16), (("a", 0), ("b", 2))), pause) for n in (10, 20)]

    whole = joined(pieces)

    assert len(whole.samples) == 10 + 100 + 20
    assert whole.words == (("a", 0), ("b", 2), ("a", 110), ("b", 112))


def test_no_times_are_given_where_those_of_one_piece_are_unknown() -> None:
    pieces = [
        (Timed(np.zeros(9, np.int16), words), pcm.silence(0, 1000)) for words in ((("a", 0),), ())
    ]
    assert joined(pieces).words == ()


def test_words_can_be_moved() -> None:
    assert later((("a", 1), ("b", 5)), 10) == (("a", 11), ("b", 15))
