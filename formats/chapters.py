"""The chapters of a narration: the opening, one for each top-level heading, and the notes."""

from formats import walk
from formats.clock import milliseconds
from formats.model import Chapter, Edition, Notes

NOTES = "Notes"
"""What the chapter of a post's notes is called: who does not want them can skip it."""


def chapters(edition: Edition) -> tuple[Chapter, ...]:
    """Where each part begins and ends: contiguous, the last ends with the sound."""
    begins = _begins(edition)
    rate = edition.narration.rate
    ends = [begin for _, _, begin in begins[1:]] + [milliseconds(edition.narration.samples, rate)]
    return tuple(
        Chapter(unit, title, begin, end)
        for (unit, title, begin), end in zip(begins, ends, strict=True)
    )


def _begins(edition: Edition) -> list[tuple[str, str, int]]:
    """(first unit id, title, milliseconds) of each chapter; the first begins at 0."""
    at = {cue.id: cue.begin for cue in edition.narration.cues}
    found = [(edition.opening[0].id, edition.post.title, 0)]
    for heading in walk.headings(edition.post):
        first = heading.sentences[0].id
        begin = milliseconds(at[first], edition.narration.rate)
        found.append((first, walk.text(heading.sentences), begin))
    for block in edition.post.blocks:
        first = next((unit.id for unit in walk.units((block,))), "")
        if isinstance(block, Notes) and first:
            found.append((first, NOTES, milliseconds(at[first], edition.narration.rate)))
    return found
