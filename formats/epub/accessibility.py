"""Accessibility metadata (EPUB Accessibility 1.1, 2), computed from what the book holds.

No conformance is claimed: that is for a person to say who has read the book.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formats import walk
from formats.epub.leaf import Leaf
from formats.epub.pictures import moves, shown_in
from formats.model import CodeBlock, Edition, Heading, Picture

LANGUAGE = "en"
"""The language of the summary."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What decides: how many pictures and code blocks there are, and of which kinds."""

    informative: int
    undescribed: int
    missing: int
    moving: int
    unread_code: int
    headings: bool
    narrated: bool
    voices: tuple[str, ...]


def properties(leaves: Sequence[Leaf]) -> Iterator[tuple[str, str]]:
    """(schema.org property, value) pairs for a book of these leaves."""
    content = _content(leaves)
    for mode in _modes(content):
        yield "schema:accessMode", mode
    for modes in _sufficient(content):
        yield "schema:accessModeSufficient", modes
    for feature in _features(content):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "unknown" if content.moving else "none"
    yield "schema:accessibilitySummary", " ".join(_summary(content))


def _content(leaves: Sequence[Leaf]) -> _Content:
    editions = [leaf.edition for leaf in leaves]
    shown = [p for leaf in leaves for p in _pictures(leaf, held=True)]
    return _Content(
        informative=sum(not _decorative(p) for p in shown),
        undescribed=sum(p.alt is None for p in shown),
        missing=sum(1 for leaf in leaves for _ in _pictures(leaf, held=False)),
        moving=sum(moves(media) for leaf in leaves for media in leaf.media),
        unread_code=sum(map(_unread_code, editions)),
        headings=any(isinstance(b, Heading) for e in editions for b in walk.blocks(e.post.blocks)),
        narrated=all(map(_narrated, editions)),
        voices=tuple(dict.fromkeys(v for e in editions for v in e.narration.voices)),
    )


def _pictures(leaf: Leaf, *, held: bool) -> Iterator[Picture]:
    """The pictures of a leaf's text that the book holds, or those that it lacks."""
    paths = {media.path for media in leaf.media}
    return (p for p in shown_in(leaf.edition.post) if (p.src in paths) is held)


def _decorative(picture: Picture) -> bool:
    return picture.alt == ""


def _unread_code(edition: Edition) -> int:
    """How many code blocks are announced, their text not being part of what is said."""
    spoken = dict(edition.narration.script)
    return sum(
        _squeezed(unit.text) not in _squeezed(spoken.get(unit.id, ""))
        for unit in walk.units(edition.post.blocks)
        if isinstance(unit, CodeBlock)
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _narrated(edition: Edition) -> bool:
    """Whether each unit is heard, once and in order."""
    heard = [cue.id for cue in edition.narration.cues]
    return heard == [unit.id for unit in walk.edition_units(edition)]


def _modes(content: _Content) -> Iterator[str]:
    """How information is encoded. Synthetic speech repeats the text and adds no mode."""
    yield "textual"
    if content.informative:
        yield "visual"


def _sufficient(content: _Content) -> Iterator[str]:
    """Which ways of reading are enough, each alone."""
    if not content.undescribed:
        yield "textual"
    if content.informative:
        yield "textual,visual"
    if content.narrated and not content.undescribed and not content.unread_code:
        yield "auditory"


def _features(content: _Content) -> Iterator[str]:
    yield from ("synchronizedAudioText", "tableOfContents", "readingOrder")
    if content.headings:
        yield "structuralNavigation"
    if content.informative and not content.undescribed:
        yield "alternativeText"
    yield from ("displayTransformability", "unlocked")


def _summary(content: _Content) -> Iterator[str]:
    """What the other values can't say, in sentences."""
    voices = " and ".join(content.voices)
    yield f"The text is read aloud by a synthetic voice ({voices}), in step with each sentence."
    if content.unread_code:
        yield f"Blocks of program text that are announced, not read aloud: {content.unread_code}."
    if content.undescribed:
        yield f"Pictures without a description: {content.undescribed}."
    if content.missing:
        yield f"Pictures that are missing, with words in their place: {content.missing}."
    if content.moving:
        yield f"Moving pictures: {content.moving}; nobody has checked whether they flash."
    yield "No person has assessed the accessibility of this book."
