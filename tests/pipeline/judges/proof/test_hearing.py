"""A clip that is silent, cut short or out of all proportion to its words is refused."""

from itertools import accumulate
from pathlib import Path

import pytest

from pipeline.findings import Level
from pipeline.judges.check import JUDGES, check_files
from pipeline.judges.proof.cues import captions
from pipeline.judges.proof.hearing import decoded
from pipeline.judges.proof.sounding import Said, problems
from pipeline.sound import mp3_frames
from pipeline.sound.pcm import Samples
from pipeline.store.proof import letters
from tests.decoding import require
from tests.judging import codes, judged
from tests.pipeline.judges.published import (
    post,
    proof,
    published,
    reproved,
    sound,
    with_frames,
)

RATE = 22_050


def found(output: Path) -> set[str]:
    paths = sorted(p for p in output.rglob("*") if JUDGES["hearing"].wants(p))
    return codes(judged("hearing", *paths))


def heard(output: Path) -> Samples:
    """Every sample of the post's MP3; the test is skipped where there is no ffmpeg."""
    require("ffmpeg")
    return decoded(sound(output))


def resounded(output: Path, samples: Samples) -> None:
    """The post's MP3 with other sound in it."""
    with_frames(sound(output), lambda _: mp3_frames.encode(samples, RATE, 64))


def test_what_was_published_is_heard(output: Path) -> None:
    assert found(output) == set()


def test_a_silent_clip_is_refused(output: Path) -> None:
    """The fourth of them, zeroed; the rest is as it was."""
    samples = heard(output).copy()
    edges = list(accumulate(proof(output)["clips"], initial=0))
    samples[edges[3] : edges[4]] = 0
    resounded(output, samples)

    assert "proof-silent" in found(output)


def test_a_sound_that_is_cut_short_is_refused(output: Path) -> None:
    resounded(output, heard(output)[: -RATE * 2])

    assert "proof-length" in found(output)


def test_a_sentence_that_is_silent_among_others_is_refused(output: Path) -> None:
    begin, end = _times(output)["s2"]
    samples = heard(output).copy()
    samples[begin * RATE // 1000 : end * RATE // 1000] = 0
    resounded(output, samples)

    paths = sorted(p for p in output.rglob("*") if JUDGES["hearing"].wants(p))
    silent = [f for f in judged("hearing", *paths) if f.code == "proof-silent"]
    assert [f.message.split()[0] for f in silent] == ["s2"]


@pytest.mark.parametrize("times", [10, 0.1])
def test_a_sentence_ten_times_too_long_or_short_is_refused(output: Path, times: float) -> None:
    """By its words: the report says that there were ten times fewer, or more, than are heard."""
    told = proof(output)["letters"]
    reproved(output, letters=told | {"s4": max(1, round(told["s4"] / times))})

    assert "proof-pace" in found(output)


def test_a_post_at_a_pace_that_nobody_follows_is_refused(output: Path) -> None:
    told = proof(output)["letters"]
    reproved(output, letters={unit: count * 10 for unit, count in told.items()})

    assert found(output) == {"proof-pace", "proof-count"}


def test_the_silent_voice_is_exempt_and_the_verdict_says_so(tmp_path: Path) -> None:
    output = published(tmp_path, "silence")
    paths = sorted(p for p in output.rglob("*") if p.is_file())
    judged("hearing")

    findings, (verdict,) = check_files(paths, [JUDGES["hearing"]])

    assert [(f.code, f.level) for f in findings] == [("proof-silence", Level.NOTE)]
    assert str(verdict).endswith("0 faults, 1 note of what a person has to judge")


def test_a_silence_that_is_not_told_of_is_not_exempt(tmp_path: Path) -> None:
    output = published(tmp_path, "silence")
    reproved(output, silent=False)

    assert "proof-silent" in found(output)


@pytest.mark.parametrize(
    "change", [{"pace": [0.01, 0.02, 0.03]}, {"quietest": -90.0}, {"silent": True}]
)
def test_a_report_that_tells_otherwise_of_the_sound_is_refused(
    output: Path, change: dict[str, object]
) -> None:
    reproved(output, **change)

    assert "proof-count" in found(output)


@pytest.mark.parametrize("data", [None, b"\xff\xfe"])
def test_a_sound_without_a_transcript_is_heard_all_the_same(
    output: Path, data: bytes | None
) -> None:
    """Clip by clip; that the transcript is broken is told elsewhere."""
    path = post(output) / "transcript.vtt"
    path.unlink() if data is None else path.write_bytes(data)
    assert found(output) == set()

    resounded(output, decoded(sound(output)) * 0)
    assert found(output) == {"proof-silent", "proof-length"}


def test_a_sentence_that_is_heard_and_said_to_have_no_words_is_refused(output: Path) -> None:
    reproved(output, letters=proof(output)["letters"] | {"s2": 0})

    assert "proof-count" in found(output)


def _times(output: Path) -> dict[str, tuple[int, int]]:
    text = (post(output) / "transcript.vtt").read_text("utf-8")
    return {caption.id: (caption.begin, caption.end) for caption in captions(text)}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("… — ?", 0),
        ("The tide.", 7),
        ("1984", 20),
        ("1,234", 20),
        ("1000000", 17),
        ("٣ سفن", 8),
        ("4f2a", 16),
        ("海4", 8),
        ("海は静か", 10),
        ("바다", 6),
        ("القمر", 5),
        ("𠮷", 3),
    ],
)
def test_letters_are_counted_by_how_much_they_say(text: str, count: int) -> None:
    assert letters(text) == count


SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
GERMAN = f"""---
title: Die Flut
language: de
---

Die Flut kam um drei Uhr. Niemand am Ufer sah, wie sie kam, denn es war neblig. Die Prüfsumme der
Datei ist {SHA}. Um vier Uhr war der Nebel fort, und alle sahen, wie hoch das Wasser stand.
"""


def test_a_checksum_in_another_language_than_english_is_no_fault(tmp_path: Path) -> None:
    """Its figures are said as words, of which the script has none."""
    output = published(tmp_path, text=GERMAN)

    assert proof(output)["pace"][2] < 0.2


@pytest.mark.parametrize("text", [f"Die Datei ist {SHA}.", "Ruf an: 030 12345678901234567890."])
def test_figures_that_were_left_out_are_told(text: str) -> None:
    said = [*PLAIN, Said("s8", letters(text), 1.2, -20.0)]

    assert [code for code, _ in problems(said, 160)] == ["proof-pace"]


PLAIN = [Said(f"s{n}", 50, 3.6, -20.0) for n in range(1, 8)]


@pytest.mark.parametrize("words_per_minute", [80, 160, 400])
def test_speech_at_every_pace_that_can_be_set_passes(words_per_minute: int) -> None:
    scale = 160 / words_per_minute
    said = [Said(one.id, one.letters, one.seconds * scale, one.level) for one in PLAIN]

    assert list(problems(said, words_per_minute)) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("proof-silent", Said("s9", 50, 3.6, -51.0)),
        ("proof-silent", Said("s9", 1, 0.2, -120.0)),
        ("proof-pace", Said("s9", 50, 36.0, -20.0)),
        ("proof-pace", Said("s9", 50, 0.36, -20.0)),
        ("proof-pace", Said("s9", 3, 5.0, -20.0)),
        ("proof-pace", Said("s9", 50, 0.0, None)),
    ],
)
def test_one_unit_unlike_the_rest_is_refused(code: str, said: Said) -> None:
    assert {found for found, _ in problems([*PLAIN, said], 160)} == {code}


@pytest.mark.parametrize(
    "said",
    [
        Said("s9", 0, 0.1, -120.0),
        Said("s9", 7, 2.6, -20.0),
        Said("s9", 2, 0.9, -20.0),
        Said("s9", 4, 0.2, -35.0),
    ],
)
def test_a_short_text_and_one_without_letters_pass(said: Said) -> None:
    assert list(problems([*PLAIN, said], 160)) == []


@pytest.mark.parametrize(("words_per_minute", "found"), [(80, set()), (400, {"proof-pace"})])
def test_what_is_too_slow_depends_on_the_pace_that_was_set(
    words_per_minute: int, found: set[str]
) -> None:
    slow = [Said(one.id, one.letters, one.letters * 0.3, one.level) for one in PLAIN]

    assert {code for code, _ in problems(slow, words_per_minute)} == found
