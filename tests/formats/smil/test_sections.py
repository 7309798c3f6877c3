"""A narration in sections is the same sound, and each unit keeps its place in it."""

from itertools import count, islice

from formats.clock import milliseconds
from formats.smil.sections import sections
from tests.formats.builders import FRAME, PAUSE_FRAMES, SPOKEN_FRAMES, silence

UNITS = ("title", "s1", "s2", "s3")
STEP = SPOKEN_FRAMES + PAUSE_FRAMES


def names() -> "islice[str]":
    return islice((f"{n}.mp3" for n in count(1)), 9)


def test_a_section_begins_with_each_start_and_the_first_with_the_sound() -> None:
    cut = sections(silence(UNITS), ["s2"], names())

    assert [list(section.heard) for section in cut] == [["title", "s1"], ["s2", "s3"]]
    assert [section.sound for section in cut] == ["1.mp3", "2.mp3"]


def test_sections_together_have_every_piece_of_the_sound() -> None:
    narration = silence(UNITS)

    cut = sections(narration, ["title", "s1", "s3"], names())

    assert [section.pieces for section in cut] == [1, 2, 1]
    assert list(narration.sound) == [FRAME * STEP] * 4


def test_the_times_of_a_section_begin_anew_and_end_with_it() -> None:
    narration = silence(UNITS)
    first, second = sections(narration, ["s2"], names())

    assert second.heard["s2"].begin == 0
    assert [clip.end for clip in second.heard.values()][-1] == second.duration
    length = milliseconds(narration.samples, narration.rate)
    assert first.duration + second.duration == length


def test_a_narration_without_starts_is_one_section() -> None:
    (whole,) = sections(silence(UNITS), [], names())

    assert tuple(whole.heard) == UNITS
    assert whole.pieces == len(UNITS)
