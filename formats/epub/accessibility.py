"""Accessibility metadata (EPUB Accessibility 1.1, 2), computed from what the book holds.

Conformance is claimed only where the settings name who evaluated the blog and what they found it
to meet: no program can find that out. A book that certainly fails claims nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formats import walk
from formats.access import (
    Access,
    limits,
    moves,
    narrated,
    shown_in,
    sufficient,
    unread_code,
)
from formats.model import Edition, Evaluation, Heading, Media, Picture
from formats.words import Words, phrases
from formats.words.book import book


@dataclass(frozen=True, slots=True)
class Content:
    """The facts that decide: those of its posts, whether it is heard, and whether it has pages."""

    facts: Access
    heard: bool
    paged: bool


def properties(
    content: Content, evaluation: Evaluation | None, ours: Words
) -> Iterator[tuple[str, str]]:
    """(schema.org property, value) pairs for a book of this content, the summary in our words."""
    for mode in _modes(content):
        yield "schema:accessMode", mode
    for modes in sufficient(content.facts):
        yield "schema:accessModeSufficient", ",".join(modes)
    for feature in _features(content):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "unknown" if content.facts.moving else "none"
    yield "schema:accessibilitySummary", " ".join(_summary(content, evaluation, ours))


def claim(facts: Access, evaluation: Evaluation | None) -> str:
    """What a book of these facts is said to conform to (EPUB Accessibility 1.1, 4.2); "" if none.

    A picture without a description, or one that is missing, fails WCAG 1.1.1 at level A.
    """
    if evaluation is None or not evaluation.level:
        return ""
    if facts.undescribed or facts.missing:
        return ""
    standard, level = evaluation.level.rsplit(" ", 1)
    return f"EPUB Accessibility 1.1 - {standard} Level {level}"


def facts_of(edition: Edition, media: Sequence[Media]) -> Access:
    """The facts about a post in a book that has these of its pictures."""
    paths = {picture.path for picture in media}
    pictures = list(shown_in(edition.post))
    shown = [picture for picture in pictures if picture.src in paths]
    return Access(
        informative=sum(not _decorative(p) for p in shown),
        undescribed=sum(p.alt is None for p in shown),
        missing=len(pictures) - len(shown),
        moving=sum(map(moves, media)),
        unread_code=unread_code(edition),
        headings=any(isinstance(block, Heading) for block in walk.blocks(edition.post.blocks)),
        narrated=narrated(edition),
        voices=edition.narration.voices if edition.narrations else (),
    )


def whole(posts: Sequence[Access]) -> Access:
    """The facts about a book of these posts."""
    return Access(
        informative=sum(post.informative for post in posts),
        undescribed=sum(post.undescribed for post in posts),
        missing=sum(post.missing for post in posts),
        moving=sum(post.moving for post in posts),
        unread_code=sum(post.unread_code for post in posts),
        headings=any(post.headings for post in posts),
        narrated=all(post.narrated for post in posts),
        voices=tuple(dict.fromkeys(voice for post in posts for voice in post.voices)),
    )


def _decorative(picture: Picture) -> bool:
    return picture.alt == ""


def _modes(content: Content) -> Iterator[str]:
    """The access modes. Synthetic speech repeats the text and adds no mode."""
    yield "textual"
    if content.facts.informative:
        yield "visual"


def _features(content: Content) -> Iterator[str]:
    if content.heard:
        yield "synchronizedAudioText"
    yield from ("tableOfContents", "readingOrder")
    if content.facts.headings:
        yield "structuralNavigation"
    if content.facts.informative and not content.facts.undescribed:
        yield "alternativeText"
    if content.paged:
        yield from ("pageNavigation", "pageBreakMarkers")
    yield from ("displayTransformability", "unlocked")


def _summary(content: Content, evaluation: Evaluation | None, ours: Words) -> Iterator[str]:
    """Sentences about what the other values can't say."""
    if content.heard:
        yield ours.epub.read_aloud.format(ours.pair.join(content.facts.voices))
    yield from limits(content.facts, ours)
    if evaluation is None:
        yield ours.epub.unassessed
    else:
        day = phrases.day(evaluation.day, ours)
        yield book(ours).assessed.format(evaluation.evaluator, day)
