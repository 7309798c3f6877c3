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
from formats.epub.book_post import BookPost
from formats.model import Evaluation, Heading, Picture
from formats.words import Words, phrases
from formats.words.book import book


@dataclass(frozen=True, slots=True)
class _Content:
    """The facts that decide: those of its posts, whether it is heard, and whether it has pages."""

    facts: Access
    heard: bool
    paged: bool


def properties(
    posts: Sequence[BookPost], evaluation: Evaluation | None, ours: Words
) -> Iterator[tuple[str, str]]:
    """(schema.org property, value) pairs for a book of these posts, the summary in our words."""
    content = _content(posts)
    for mode in _modes(content):
        yield "schema:accessMode", mode
    for modes in sufficient(content.facts):
        yield "schema:accessModeSufficient", ",".join(modes)
    for feature in _features(content):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "unknown" if content.facts.moving else "none"
    yield "schema:accessibilitySummary", " ".join(_summary(content, evaluation, ours))


def claim(posts: Sequence[BookPost], evaluation: Evaluation | None) -> str:
    """What a book of these posts is said to conform to (EPUB Accessibility 1.1, 4.2); "" if none.

    A picture without a description, or one that is missing, fails WCAG 1.1.1 at level A.
    """
    if evaluation is None or not evaluation.level:
        return ""
    facts = _content(posts).facts
    if facts.undescribed or facts.missing:
        return ""
    standard, level = evaluation.level.rsplit(" ", 1)
    return f"EPUB Accessibility 1.1 - {standard} Level {level}"


def _content(posts: Sequence[BookPost]) -> _Content:
    editions = [post.edition for post in posts]
    narrations = [narration for edition in editions for narration in edition.narrations[:1]]
    shown = [p for post in posts for p in _pictures(post, held=True)]
    facts = Access(
        informative=sum(not _decorative(p) for p in shown),
        undescribed=sum(p.alt is None for p in shown),
        missing=sum(1 for post in posts for _ in _pictures(post, held=False)),
        moving=sum(moves(media) for post in posts for media in post.media),
        unread_code=sum(map(unread_code, editions)),
        headings=any(isinstance(b, Heading) for e in editions for b in walk.blocks(e.post.blocks)),
        narrated=all(map(narrated, editions)),
        voices=tuple(dict.fromkeys(v for n in narrations for v in n.voices)),
    )
    heard, paged = any(post.heard for post in posts), any(post.pages for post in posts)
    return _Content(facts, heard, paged)


def _pictures(post: BookPost, *, held: bool) -> Iterator[Picture]:
    """The pictures of a post's text that the book has, or those that it lacks."""
    paths = {media.path for media in post.media}
    return (p for p in shown_in(post.edition.post) if (p.src in paths) is held)


def _decorative(picture: Picture) -> bool:
    return picture.alt == ""


def _modes(content: _Content) -> Iterator[str]:
    """The access modes. Synthetic speech repeats the text and adds no mode."""
    yield "textual"
    if content.facts.informative:
        yield "visual"


def _features(content: _Content) -> Iterator[str]:
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


def _summary(content: _Content, evaluation: Evaluation | None, ours: Words) -> Iterator[str]:
    """Sentences about what the other values can't say."""
    if content.heard:
        yield ours.epub.read_aloud.format(ours.pair.join(content.facts.voices))
    yield from limits(content.facts, ours)
    if evaluation is None:
        yield ours.epub.unassessed
    else:
        day = phrases.day(evaluation.day, ours)
        yield book(ours).assessed.format(evaluation.evaluator, day)
