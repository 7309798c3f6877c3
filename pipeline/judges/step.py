"""Whether text and sound are in step: an edition's cues against its units and its sound.

Run on every edition that is published, before it is written; it takes milliseconds.
"""

from collections.abc import Iterator
from itertools import pairwise

from formats import walk
from formats.model import Edition
from pipeline.findings import Finding
from pipeline.judges import mpeg
from pipeline.judges.judge import fault

_REMEDY = "This is a fault in Allways: please report it, with the post."


def in_step(edition: Edition) -> tuple[Finding, ...]:
    """One finding for each promise about cues that an edition breaks."""
    where = edition.post.source or edition.post.slug
    faults = (*_units(edition), *_order(edition), *_length(edition))
    return tuple(fault(code, where, message, _REMEDY) for code, message in faults)


def _units(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every unit is spoken once, in reading order."""
    shown = [unit.id for unit in walk.edition_units(edition)]
    heard = [cue.id for cue in edition.narration.cues]
    if shown == heard:
        return
    for unit in sorted(set(shown) - set(heard)):
        yield "step-silent", f"{unit} is shown and never spoken"
    for unit in sorted(set(heard) - set(shown)):
        yield "step-unseen", f"{unit} is spoken and never shown"
    if set(shown) == set(heard):
        yield "step-order", "the text is not spoken once each, in reading order"


def _order(edition: Edition) -> Iterator[tuple[str, str]]:
    """Cues do not end before they begin, do not overlap and lie inside the sound."""
    cues = edition.narration.cues
    for cue in cues:
        if not 0 <= cue.begin <= cue.end <= edition.narration.samples:
            yield "step-cue", f"{cue.id} is said to be heard from {cue.begin} to {cue.end}"
    for before, after in pairwise(cues):
        if after.begin < before.end:
            yield "step-overlap", f"{after.id} begins before {before.id} ends"


def _length(edition: Edition) -> Iterator[tuple[str, str]]:
    """The clips' lengths, the narration's and what a decoder makes of it are one."""
    narration = edition.narration
    clips = sum(narration.clips)
    if clips != narration.samples:
        yield "step-clips", f"{clips} samples of clips make {narration.samples} of narration"
    try:
        decoded = mpeg.measure(narration.frames)
    except ValueError as error:
        yield "step-frames", f"the sound is broken: {error}"
        return
    if (decoded.samples, decoded.rate) != (narration.samples, narration.rate):
        promised = f"{narration.samples} samples at {narration.rate} a second"
        there = f"{decoded.samples} at {decoded.rate}"
        yield "step-length", f"{promised} are promised, {there} are there"
