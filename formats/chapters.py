"""The chapters of a narration: the opening, one for each top-level heading, and the notes."""

from collections.abc import Iterator
from dataclasses import replace

from formats import walk
from formats.clock import milliseconds
from formats.model import Chapter, Edition, Notes
from formats.words import UNWORDED, words


def chapters(edition: Edition) -> tuple[Chapter, ...]:
    """The chapters with their times: without gaps, the last one ends with the sound."""
    begun = tuple(_begun(edition))
    rate = edition.narration.rate
    ends = [chapter.begin for chapter in begun[1:]]
    ends.append(milliseconds(edition.narration.samples, rate))
    return tuple(replace(chapter, end=end) for chapter, end in zip(begun, ends, strict=True))


def _begun(edition: Edition) -> Iterator[Chapter]:
    """Each chapter with its beginning but not yet its end; the first begins at 0.

    The notes are a chapter of their own, so that listeners can skip them.
    """
    rate = edition.narration.rate
    at = {cue.id: milliseconds(cue.begin, rate) for cue in edition.narration.cues}
    yield Chapter(edition.opening[0].id, edition.post.title, 0, 0)
    for heading in walk.headings(edition.post):
        first = heading.sentences[0].id
        yield Chapter(first, walk.text(heading.sentences), at[first], 0)
    for block in edition.post.blocks:
        first = next((unit.id for unit in walk.units((block,))), "")
        if isinstance(block, Notes) and first:
            yield _notes(edition.post.language, first, at[first])


def _notes(language: str, first: str, begin: int) -> Chapter:
    ours = words(language)
    other = "" if ours is not UNWORDED else ours.language
    return Chapter(first, ours.page.notes, begin, 0, other)
