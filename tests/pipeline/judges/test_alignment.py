"""A sentence that a natural voice does not say where its caption is, or not at all, is told."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from pipeline.findings import Finding, Level
from pipeline.judges.check import JUDGES
from pipeline.judges.proof.cues import Caption, captions
from pipeline.judges.proof.hearing import decoded
from pipeline.sound import mp3_frames
from pipeline.sound.pcm import Samples
from tests.judging import codes, judged, require_judge
from tests.pipeline.judges.published import (
    post,
    proof,
    published,
    reproved,
    rewritten,
    sound,
    with_frames,
)
from tests.voices import require_natural

TEXT = """---
title: The tide
---

The tide came in at three. Nobody on the quay had seen it come, for the fog was in.

## The harbour

Two boats lay at the wall, and a third had gone out before the bell was rung at noon.

> At four the fog went.

They said <span lang="cy">bore da</span> and went. It was high. The Café was shut.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    require_judge("alignment")
    require_natural()
    return published(tmp_path_factory.mktemp("tide"), "hibari", TEXT)


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    """What was published, to be broken."""
    shutil.copytree(made, tmp_path / "output")
    return tmp_path / "output"


def findings(output: Path) -> tuple[Finding, ...]:
    paths = sorted(p for p in output.rglob("*") if JUDGES["alignment"].wants(p))
    return judged("alignment", *paths)


def warned(output: Path) -> list[tuple[str, str]]:
    """The code and the first words of each warning."""
    return [(f.code, f.message) for f in findings(output) if f.level is Level.WARNING]


def times(output: Path) -> dict[str, Caption]:
    text = (post(output) / "transcript.vtt").read_text("utf-8")
    return {caption.id: caption for caption in captions(text)}


def test_what_a_natural_voice_said_is_heard_where_it_should_be(output: Path) -> None:
    assert warned(output) == []


def test_sentences_that_could_not_be_compared_are_counted(output: Path) -> None:
    """A quotation is announced, Welsh is not English, é is no English letter; and one alone."""
    (note,) = findings(output)

    assert (note.code, note.level) == ("align-unheard", Level.NOTE)
    assert note.message.startswith("4 sentences ")


@pytest.mark.parametrize("moved", [-500, 500])
def test_a_caption_half_a_second_early_or_late_is_told(output: Path, moved: int) -> None:
    begin = times(output)["s2"].begin
    rewritten(post(output) / "transcript.vtt", _stamp(begin), _stamp(begin + moved))

    told = [message for code, message in warned(output) if code == "align-apart"]

    assert [message.split(" begins at ")[0] for message in told] == ["s2"]


@pytest.mark.parametrize("moved", [-100, 100])
def test_a_tenth_of_a_second_is_within_what_can_be_measured(output: Path, moved: int) -> None:
    begin = times(output)["s2"].begin
    rewritten(post(output) / "transcript.vtt", _stamp(begin), _stamp(begin + moved))

    assert warned(output) == []


def test_a_sentence_cut_out_of_the_sound_is_told(output: Path) -> None:
    """What follows it comes earlier than its captions say."""
    begin, end = _place(output, "s2")
    heard = _heard(output)
    _resounded(output, np.concatenate([heard[:begin], heard[end:]]))

    assert ("align-missing", "s1 and s2") in _named(output)


def test_a_silent_sentence_is_told(output: Path) -> None:
    begin, end = _place(output, "s2")
    heard = _heard(output)
    heard[begin:end] = 0
    _resounded(output, heard)

    assert ("align-missing", "s1 and s2") in _named(output)
    assert ("align-missing", "s2 and s3") in _named(output)


def test_half_a_sentence_left_out_is_told(output: Path) -> None:
    """The other half takes as long as all of it."""
    begin, end = _place(output, "s4")
    heard, half = _heard(output), (end - begin) // 2
    _resounded(output, np.concatenate([heard[: begin + half], heard[begin:]]))

    assert ("align-missing", "s3 and s4") in _named(output)


def test_robotic_and_silent_voices_are_not_judged_and_that_is_told(output: Path) -> None:
    _resounded(output, np.zeros_like(_heard(output)))
    for voice in ("eSpeak NG English (Great Britain)", "silence"):
        reproved(output, voices=[voice])

        assert {found.code for found in findings(output)} == {"align-unheard"}


def test_a_post_in_another_language_is_not_judged(output: Path) -> None:
    rewritten(post(output) / "index.html", '<html lang="en-GB"', '<html lang="fr"')

    assert findings(output) == ()


def test_a_post_whose_files_are_broken_does_not_stop_it(output: Path) -> None:
    """Another judge tells that they are broken."""
    (post(output) / "index.html").write_text("", "utf-8")

    assert "file-broken" not in codes(findings(output))


# --- the sound ----------------------------------------------------------------------------


def _named(output: Path) -> list[tuple[str, str]]:
    """The code and the pair of each warning of words that do not fit."""
    return [
        (code, message.partition("where ")[2].partition(" should")[0])
        for code, message in warned(output)
    ]


def _stamp(milliseconds: int) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    return f"00:00:{seconds:02}.{thousandths:03}"


def _place(output: Path, unit: str) -> tuple[int, int]:
    """The samples of a sentence."""
    caption, rate = times(output)[unit], proof(output)["rate"]
    return caption.begin * rate // 1000, caption.end * rate // 1000


def _heard(output: Path) -> Samples:
    return decoded(sound(output)).copy()


def _resounded(output: Path, samples: Samples) -> None:
    rate = proof(output)["rate"]
    with_frames(sound(output), lambda _: mp3_frames.encode(samples, rate, 64))
