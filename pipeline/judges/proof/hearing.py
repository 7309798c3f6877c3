"""Whether every sentence is in the sound: decode the MP3, and measure each of them.

The recorded proof says how many letters each sentence has, and which clips the sound is made
of. A sentence that is not silent and lasts as long as its words take was spoken.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from pathlib import Path

import numpy as np

from pipeline.findings import Finding, Level
from pipeline.judges.judge import BROKEN, Judge, fault
from pipeline.judges.proof.completeness import TRANSCRIPT, reported, wants
from pipeline.judges.proof.cues import Caption, captions
from pipeline.judges.proof.sounding import FLOOR, Said, pace, problems
from pipeline.sound import pcm
from pipeline.sound.pcm import Samples
from pipeline.store.proof import Proof

_SECONDS = 600
_PACE = 0.0025  # seconds a letter: both ends of a caption are rounded to a millisecond
_LEVEL = 3.0  # dB: what MP3 may change in a short word
_BEDDED = 12.0  # dB: what a jingle may add to the first words and the last


def _missing() -> str:
    return "" if shutil.which("ffmpeg") else "no ffmpeg on this machine: apt-get install ffmpeg"


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    try:
        posts = list(reported(paths))
    except BROKEN:
        return ()  # the judge of completeness reports it
    found = [f for folder, proof in posts if proof for f in _findings(folder, proof)]
    silent = [folder for folder, proof in posts if proof and proof.silent]
    return (*found, *_exempt(silent))


def _exempt(silent: Sequence[Path]) -> Iterator[Finding]:
    if silent:
        yield Finding(
            Level.NOTE,
            "proof-silence",
            str(silent[0]),
            f"{len(silent)} of the posts are read by the silent voice, so nobody can hear whether"
            " they are complete.",
            "Publish with another voice before you put this on the web.",
        )


def _findings(folder: Path, proof: Proof) -> Iterator[Finding]:
    path = folder / f"{folder.name}.mp3"
    if not path.is_file():
        return  # the judge of completeness reports it
    heard = decoded(path)
    if len(heard) != proof.samples:
        yield fault(
            "proof-length",
            path,
            f"it decodes to {len(heard)} samples, but was made of {proof.samples}",
        )
    cues = _captions(folder)
    letters = dict(proof.letters)
    said = [_said(cue, letters.get(cue.id, 0), heard, proof.rate) for cue in cues]
    if proof.silent:
        found = _not_silent(said)
    else:
        silent, wrong = _silent_clips(heard, proof, cues), _told(said, proof)
        found = chain(silent, problems(said, proof.words_per_minute), wrong)
    for code, message in found:
        yield fault(code, path, message)


def _not_silent(said: Sequence[Said]) -> Iterator[tuple[str, str]]:
    """Where the report says that the voice is silent, only a jingle is heard, at the ends."""
    for one in said[1:-1]:
        if one.level is not None and one.level >= FLOOR:
            yield "proof-count", f"the report names the silent voice, but {one.id} can be heard"


def _told(said: Sequence[Said], proof: Proof) -> Iterator[tuple[str, str]]:
    """The report's pace and levels match the sound, within the precision of MP3 and ms."""
    for one in said:
        if not one.letters and one.level is not None and one.level >= FLOOR:
            yield "proof-count", f"the report has no words for {one.id}, but it can be heard"
    paces = pace(said)
    if paces and not (proof.pace and np.allclose(paces, proof.pace, rtol=0, atol=_PACE)):
        there = " / ".join(f"{one:.4f}" for one in paces)
        yield "proof-count", f"the report has a pace of {proof.pace}, but it is {there}"
    levels = [one.level for one in said if one.level is not None and one.letters]
    quietest = min(levels, default=None)
    told = proof.quietest
    if quietest is not None and (told is None or not -_LEVEL < quietest - told < _BEDDED):
        message = f"the report has {told} dB for the quietest unit, but it is {quietest:.1f}"
        yield "proof-count", message


def _captions(folder: Path) -> list[Caption]:
    """When each unit is heard; empty where the transcript can't be read."""
    try:
        return list(captions((folder / TRANSCRIPT).read_text("utf-8")))
    except BROKEN:
        return []  # the judge of completeness reports it


def decoded(path: Path, rate: int | None = None) -> Samples:
    """Every sample of an MP3, decoded by ffmpeg, independently of how it was made.

    `rate` is the samples a second to which it is resampled; None keeps those of the file.
    """
    command = ["ffmpeg", "-v", "quiet", "-i", str(path), "-map", "0:a", "-ac", "1", "-f", "s16le"]
    at = ["-ar", str(rate)] if rate else []
    done = subprocess.run(
        [*command, *at, "-"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )
    return np.frombuffer(done.stdout, np.int16)


def _silent_clips(
    heard: Samples, proof: Proof, cues: Sequence[Caption]
) -> Iterator[tuple[str, str]]:
    """A clip in which nothing has letters, such as a row of stars, may be silent."""
    wordless = {unit for unit, letters in proof.letters if not letters}
    edges = accumulate(proof.clips, initial=0)
    for number, (begin, end) in enumerate(pairwise(edges), 1):
        at, to = (edge * 1000 / proof.rate for edge in (begin, end))
        inside = {cue.id for cue in cues if at <= cue.begin < to}
        level = pcm.level(heard[begin:end])
        if level < FLOOR and not (inside and inside <= wordless):
            yield "proof-silent", f"clip {number}, at {at / 1000:.1f} s, is silent: {level:.0f} dB"


def _said(cue: Caption, letters: int, heard: Samples, rate: int) -> Said:
    begin, end = (ms * rate // 1000 for ms in (cue.begin, max(cue.begin, cue.end)))
    return Said(cue.id, letters, (cue.end - cue.begin) / 1000, pcm.level(heard[begin:end]))


HEARING = Judge("hearing", wants, _missing, _judge)
