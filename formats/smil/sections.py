"""A narration in sections, each with a sound file of its own, as it comes out of the clips.

A section begins with a clip: its first frame needs nothing of the frames before it.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from formats.clock import milliseconds
from formats.model import Cue, Narration
from formats.smil.clips import AudioClip, clips


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a narration: the next `pieces` of its sound, in a file of its own.

    `sound` is the name of that file, `heard` the clip of each unit in it, `duration` its length
    in milliseconds.
    """

    sound: str
    pieces: int
    duration: int
    heard: Mapping[str, AudioClip] = field(repr=False)


def sections(
    narration: Narration, starts: Collection[str], names: Iterator[str]
) -> tuple[Section, ...]:
    """A narration in sections: one begins with the clip of each unit of `starts`.

    `names` are the names of the sound files. Together they are the whole sound.
    """
    edges = list(accumulate(narration.clips, initial=0))
    clip = {cue.id: bisect_right(edges, cue.begin) - 1 for cue in narration.cues}
    begun = sorted({0, *(clip[unit] for unit in starts)})
    return tuple(
        _section(narration, edges, (first, after), next(names))
        for first, after in pairwise((*begun, len(narration.clips)))
    )


def _section(narration: Narration, edges: list[int], span: tuple[int, int], name: str) -> Section:
    first, after = span
    begin, end = edges[first], edges[after]
    own = tuple(
        Cue(cue.id, cue.begin - begin, cue.end - begin)
        for cue in narration.cues
        if begin <= cue.begin < end
    )
    part = replace(narration, sound=(), samples=end - begin, cues=own)
    return Section(
        name, after - first, milliseconds(end - begin, narration.rate), clips(part, name)
    )
