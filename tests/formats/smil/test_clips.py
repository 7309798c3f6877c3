"""Every unit has its stretch of sound, and together they are the whole of it."""

from dataclasses import replace

from formats.clock import milliseconds
from formats.smil.clips import AudioClip, clips, duration
from tests.formats.builders import FRAME_SAMPLES, PAUSE_FRAMES, RATE, SPOKEN_FRAMES, silence

STEP = milliseconds((SPOKEN_FRAMES + PAUSE_FRAMES) * FRAME_SAMPLES, RATE)


def test_a_pause_belongs_to_the_unit_before_it() -> None:
    assert clips(silence(("a", "b")), "post.mp3") == {
        "a": AudioClip("post.mp3", 0, STEP),
        "b": AudioClip("post.mp3", STEP, 2 * STEP),
    }


def test_the_first_begins_with_the_sound_even_where_its_words_begin_later() -> None:
    """As under a jingle: the highlight is there from the start."""
    narration = silence(("a", "b"))
    first, second = narration.cues
    late = replace(narration, cues=(replace(first, begin=RATE // 10), second))

    assert clips(late, "x")["a"] == AudioClip("x", 0, STEP)


def test_clips_stand_in_the_order_of_the_narration() -> None:
    assert list(clips(silence(("z", "a", "m")), "post.mp3")) == ["z", "a", "m"]


def test_they_last_as_long_as_the_sound() -> None:
    narration = silence(tuple(f"s{n}" for n in range(7)))

    assert duration(clips(narration, "x")) == milliseconds(narration.samples, RATE)
    assert duration({}) == 0
