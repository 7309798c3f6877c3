"""An edition whose text and sound are out of step is refused."""

import dataclasses
from typing import Any

import pytest

from formats.model import Cue, Edition, WordCue
from pipeline.judges.proof.in_step import as_long, in_step
from tests.formats.builders import FRAME, edition, paragraph
from tests.judging import codes

GOOD = edition(paragraph("The tide came in.", "It went out."))
CUES = GOOD.narration.cues


HEARD = next(cue for cue in CUES if cue.id == "s1")
WORDS = tuple(
    WordCue(HEARD.id, start, stop, HEARD.begin + start, HEARD.begin + stop)
    for start, stop in ((0, 3), (4, 8), (9, 13), (14, 16))
)
"""The words of "The tide came in." """


def _narrated(**changes: Any) -> Edition:
    return dataclasses.replace(GOOD, narrations=(dataclasses.replace(GOOD.narration, **changes),))


def test_an_edition_in_step_passes() -> None:
    assert in_step(GOOD) == ()


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("step-silent", {"cues": CUES[1:]}),
        ("step-unseen", {"cues": (*CUES, Cue("s99", CUES[-1].end, CUES[-1].end + 1))}),
        ("step-order", {"cues": (CUES[1], CUES[0], *CUES[2:])}),
        ("step-cue", {"cues": (*CUES[:-1], dataclasses.replace(CUES[-1], end=10**9))}),
        (
            "step-overlap",
            {"cues": (dataclasses.replace(CUES[0], end=CUES[1].begin + 1), *CUES[1:])},
        ),
        ("step-clips", {"clips": GOOD.narration.clips[1:]}),
    ],
)
def test_a_broken_promise_is_refused(code: str, changes: dict[str, Any]) -> None:
    assert code in codes(in_step(_narrated(**changes)))


@pytest.mark.parametrize(
    ("code", "sound"),
    [
        ("step-length", (GOOD.narration.frames, FRAME)),
        ("step-frames", (GOOD.narration.frames + b"\0",)),
    ],
)
def test_sound_that_is_not_as_long_as_promised_is_refused(
    code: str, sound: tuple[bytes, ...]
) -> None:
    assert as_long(GOOD) == ()
    assert code in codes(as_long(_narrated(sound=sound)))


def test_words_in_step_pass() -> None:
    assert in_step(_narrated(words=WORDS)) == ()


@pytest.mark.parametrize(
    "words",
    [
        (WORDS[1], WORDS[0]),
        (dataclasses.replace(WORDS[0], end=WORDS[1].begin + 1), WORDS[1]),
        (dataclasses.replace(WORDS[0], stop=WORDS[1].start + 1), WORDS[1]),
        (dataclasses.replace(WORDS[0], begin=HEARD.begin - 1),),
        (dataclasses.replace(WORDS[0], end=HEARD.end + 1),),
        (dataclasses.replace(WORDS[0], stop=1000),),
        (dataclasses.replace(WORDS[0], id="s99"),),
    ],
    ids=["order", "times", "places", "early", "late", "outside", "nowhere"],
)
def test_words_out_of_step_are_refused(words: tuple[WordCue, ...]) -> None:
    assert "step-word" in codes(in_step(_narrated(words=words)))


def test_another_text_of_the_post_is_held_to_its_own_script() -> None:
    other = dataclasses.replace(GOOD.narration, of="easy-read")
    both = dataclasses.replace(GOOD, narrations=(GOOD.narration, other))
    short = dataclasses.replace(other, cues=other.cues[:-1])
    broken = dataclasses.replace(GOOD, narrations=(GOOD.narration, short))

    assert in_step(both) == ()
    assert [finding.code for finding in in_step(broken)] == ["step-silent"]
