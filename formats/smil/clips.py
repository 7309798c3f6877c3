"""The stretch of sound for each unit; together they are the whole sound."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.clock import milliseconds
from formats.model import Narration


@dataclass(frozen=True, slots=True)
class AudioClip:
    """A stretch of a sound file, with its address relative to the overlay; times in ms."""

    sound: str
    begin: int
    end: int


def clips(narration: Narration, sound: str) -> dict[str, AudioClip]:
    """Unit id → its clip, in order.

    There are no gaps, and a pause belongs to the unit before it: the highlight never disappears,
    and the clips together last exactly as long as the file.
    """
    starts = [milliseconds(cue.begin, narration.rate) for cue in narration.cues]
    end = milliseconds(narration.samples, narration.rate)
    edges = [0, *starts[1:], end]
    pairs = zip(narration.cues, edges[:-1], edges[1:], strict=True)
    return {cue.id: AudioClip(sound, begin, end) for cue, begin, end in pairs}


def duration(heard: Mapping[str, AudioClip]) -> int:
    """How long an overlay plays, in milliseconds."""
    return sum(clip.end - clip.begin for clip in heard.values())
