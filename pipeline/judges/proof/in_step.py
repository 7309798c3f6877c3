"""Whether text and sound are in step: an edition's cues against its units and its sound.

Run on every post before its files are written; it takes milliseconds. The proof is recorded, so
that the files can be checked against it later.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, zip_longest
from pathlib import Path

from formats import walk
from formats.model import Cue, Edition, Narration, Sentence
from pipeline.findings import Finding
from pipeline.judges import mpeg
from pipeline.judges.judge import BROKEN, fault
from pipeline.judges.proof.completeness import Made, faults, made
from pipeline.judges.proof.sounding import Said, pace, problems
from pipeline.store.proof import Proof, letters

_REMEDY = "This is a fault in Allways: please report it, with the post."
_HEAR = (
    "Listen to it there. If it is wrong, empty the cache folder and publish again; if it is right,"
    " please report this, with the post."
)


def in_step(edition: Edition) -> tuple[Finding, ...]:
    """One finding for each rule about cues that an edition breaks."""
    shown = [unit.id for unit in walk.edition_units(edition)]
    faults = [*_units(shown, edition.narration)]
    for narration in edition.narrations:
        faults += _units([unit for unit, _ in narration.script], narration)
        faults += [*_order(narration), *_words(edition, narration), *_clips(narration)]
    return _told(edition, faults)  # the post's own script is its units: one fault is told once


def as_long(edition: Edition) -> tuple[Finding, ...]:
    """One finding for each narration whose frames are not as long as it says.

    Not for what `proved` measures in its file: to go through the sound of ten hours takes half a
    second.
    """
    return _told(edition, [one for n in edition.narrations for one in _length(n)])


def _told(edition: Edition, faults: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
    where = edition.post.source or edition.post.slug
    told = dict.fromkeys(faults)
    return tuple(fault(code, where, message, _REMEDY) for code, message in told)


def _units(shown: list[str], narration: Narration) -> Iterator[tuple[str, str]]:
    """Every unit is spoken once, in reading order."""
    heard = [cue.id for cue in narration.cues]
    if shown == heard:
        return
    for unit in sorted(set(shown) - set(heard)):
        yield "step-silent", f"{unit} is shown and never spoken"
    for unit in sorted(set(heard) - set(shown)):
        yield "step-unseen", f"{unit} is spoken and never shown"
    if set(shown) == set(heard):
        yield "step-order", "the text is not spoken once each, in reading order"


def _order(narration: Narration) -> Iterator[tuple[str, str]]:
    """Cues do not end before they begin, do not overlap and lie inside the sound."""
    cues = narration.cues
    for cue in cues:
        if not 0 <= cue.begin <= cue.end <= narration.samples:
            yield "step-cue", f"{cue.id} is said to be heard from {cue.begin} to {cue.end}"
    for before, after in pairwise(cues):
        if after.begin < before.end:
            yield "step-overlap", f"{after.id} begins before {before.id} ends"


def _words(edition: Edition, narration: Narration) -> Iterator[tuple[str, str]]:
    """Words lie within the cue and the text of their sentence, one after the other."""
    cues = {cue.id: cue for cue in narration.cues}
    sizes = {
        unit.id: len(walk.shown(unit.inlines))
        for unit in walk.edition_units(edition)
        if isinstance(unit, Sentence)
    }
    nowhere = Cue("", 0, 0)
    heard = 0  # where the word before ends
    ends: dict[str, int] = {}  # where the last word of each sentence ends in its text
    for word in narration.words:
        cue, size = cues.get(word.id, nowhere), sizes.get(word.id, 0)
        lies_in_text = ends.get(word.id, 0) <= word.start < word.stop <= size
        lies_in_cue = max(heard, cue.begin) <= word.begin < word.end <= cue.end
        if not (lies_in_text and lies_in_cue):
            place = f"{word.id}, {word.start} to {word.stop}"
            yield "step-word", f"the word at {place}, is lit from {word.begin} to {word.end}"
        heard, ends[word.id] = word.end, word.stop


def _clips(narration: Narration) -> Iterator[tuple[str, str]]:
    """The clips' lengths make the narration's."""
    clips = sum(narration.clips)
    if clips != narration.samples:
        yield "step-clips", f"{clips} samples of clips make {narration.samples} of narration"


def _length(narration: Narration) -> Iterator[tuple[str, str]]:
    """The narration's length and the decoded length are the same."""
    try:
        heard = [mpeg.measure(frames) for frames in narration.sound]
    except ValueError as error:
        yield "step-frames", f"the sound is broken: {error}"
        return
    samples, rates = sum(one.samples for one in heard), {one.rate for one in heard}
    if samples != narration.samples or rates - {narration.rate}:
        promised = f"{narration.samples} samples at {narration.rate} a second"
        there = f"{samples} at {' and '.join(map(str, sorted(rates)))}"
        yield "step-length", f"{promised} are promised, {there} are there"


def proved(
    edition: Edition, files: Mapping[str, Path], words_per_minute: int
) -> tuple[Proof, tuple[Finding, ...]]:
    """The proof that a post's files are complete, and a finding for each gap.

    `files` are where the files made of it lie, by their names in its folder.
    """
    where = edition.post.source or edition.post.slug
    said = _said(edition)
    try:
        held = made(edition.post.slug, files)
    except BROKEN as error:
        message = f"a file of it is not there or is broken: {error}"
        proof = _proof(edition, said, None, words_per_minute)
        return proof, (fault("proof-unreadable", where, message, _REMEDY),)
    proof = _proof(edition, said, held, words_per_minute)
    found = [(code, f"{file}: {message}") for code, file, message in faults(held, proof)]
    if not edition.narration.silent:
        found += problems(said, words_per_minute)
    return proof, tuple(fault(code, where, message, _HEAR) for code, message in found)


def _said(edition: Edition) -> list[Said]:
    """Each unit as it was spoken."""
    narration = edition.narration
    words = dict(narration.script)
    return [
        Said(
            cue.id,
            letters(words.get(cue.id, "")),
            (cue.end - cue.begin) / narration.rate,
            level,
        )
        for cue, level in zip_longest(narration.cues, narration.levels[: len(narration.cues)])
    ]


def _proof(edition: Edition, said: list[Said], held: Made | None, words_per_minute: int) -> Proof:
    narration = edition.narration
    own = held.books.get(f"{edition.post.slug}.epub") if held else None
    levels = [one.level for one in said if one.level is not None and one.letters]
    paces = pace(said)
    return Proof(
        voices=narration.voices,
        silent=narration.silent,
        words_per_minute=words_per_minute,
        rate=narration.rate,
        samples=narration.samples,
        clips=narration.clips,
        letters=tuple((unit, letters(words)) for unit, words in narration.script),
        cues=len(narration.cues),
        captions=len(held.captions) if held and held.captions is not None else None,
        pars=len(own) if own is not None else None,
        pace=(round(paces[0], 4), round(paces[1], 4), round(paces[2], 4)) if paces else None,
        quietest=min(levels, default=None),
    )
