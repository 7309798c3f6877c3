"""Whether the captions of a transcript are in order, and inside their sound."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from pipeline.findings import Finding
from pipeline.judges import mpeg
from pipeline.judges.judge import Judge, always, fault, one_by_one, suffix

_TIME = r"(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})"
_TIMING = re.compile(rf"^(?:(.+)\n)?{_TIME}[ \t]+-->[ \t]+{_TIME}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption: the unit that its identifier names ("" without one), and its times in ms."""

    id: str
    begin: int
    end: int


def _findings(path: Path) -> Iterator[Finding]:
    cues = list(captions(path.read_text("utf-8")))
    if not cues:
        yield fault("cues-none", path, "no caption in it")
    for cue in cues:
        if cue.end < cue.begin:
            yield fault("cues-order", path, f"a caption ends at {cue.end} ms, before it begins")
    for before, after in pairwise(cues):
        if after.begin < before.end:
            yield fault(
                "cues-overlap", path, f"a caption begins at {after.begin} ms, inside another"
            )
    length = _sound_length(path)
    if length is not None and cues and cues[-1].end > length + 1:
        yield fault(
            "cues-past-end", path, f"it ends at {cues[-1].end} ms, the sound at {length:.0f}"
        )


def captions(text: str) -> Iterator[Caption]:
    """The captions of a WebVTT file, in its order."""
    for match in _TIMING.finditer(text):
        unit, *times = match.groups()
        parts = [int(part or 0) for part in times]
        yield Caption(unit or "", _milliseconds(parts[:4]), _milliseconds(parts[4:]))


def _milliseconds(parts: Sequence[int]) -> int:
    hours, minutes, seconds, thousandths = parts
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _sound_length(path: Path) -> float | None:
    """The length in ms of the only MP3 beside the transcript; None where there is no such."""
    sounds = list(path.parent.glob("*.mp3"))
    return mpeg.measure(sounds[0].read_bytes()).milliseconds if len(sounds) == 1 else None


CUES = Judge("captions", suffix(".vtt"), always, one_by_one(_findings))
