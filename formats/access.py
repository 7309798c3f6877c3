"""What of a post can be read, seen and heard: the facts behind accessibility metadata."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from PIL import Image

from formats import walk
from formats.model import CodeBlock, Edition, Figure, Heading, Media, Picture, Post, Sentence
from formats.words import Words

_SVG = "image/svg+xml"
# Named, so that no picture reaches a program that Pillow would start, as for EPS.
_RASTER = ("GIF", "JPEG", "PNG", "WEBP", "BMP")
_ANIMATED = frozenset({"animate", "animateMotion", "animateTransform", "set"})
_UNREADABLE = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class Access:
    """The facts that decide: the numbers and kinds of pictures and code blocks, and the sound."""

    informative: int
    undescribed: int
    missing: int
    moving: int
    unread_code: int
    headings: bool
    narrated: bool
    voices: tuple[str, ...]


def access(edition: Edition) -> Access:
    """The facts about the page of a post, which shows every picture that is there."""
    paths = {media.path for media in edition.media}
    pictures = list(shown_in(edition.post))
    shown = [picture for picture in pictures if picture.src in paths]
    sources = {picture.src for picture in shown}
    return Access(
        informative=sum(picture.alt != "" for picture in shown),
        undescribed=sum(picture.alt is None for picture in shown),
        missing=len(pictures) - len(shown),
        moving=sum(_may_move(media) for media in edition.media if media.path in sources),
        unread_code=unread_code(edition),
        headings=any(isinstance(block, Heading) for block in walk.blocks(edition.post.blocks)),
        narrated=narrated(edition) and not edition.narration.silent,
        voices=edition.narration.voices,
    )


def sufficient(facts: Access) -> Iterator[tuple[str, ...]]:
    """The access modes that are enough, each group alone (schema.org, accessModeSufficient)."""
    if not facts.undescribed:
        yield ("textual",)
    if facts.informative:
        yield ("textual", "visual")
    if facts.narrated and not facts.undescribed and not facts.unread_code:
        yield ("auditory",)


def limits(facts: Access, ours: Words) -> Iterator[str]:
    """Sentences about what a reader will miss, in our words."""
    counted = (
        (ours.epub.unread_code, facts.unread_code),
        (ours.epub.undescribed, facts.undescribed),
        (ours.epub.missing, facts.missing),
        (ours.epub.moving, facts.moving),
    )
    yield from (said.format(count) for said, count in counted if count)


def shown_in(post: Post) -> Iterator[Picture]:
    """The pictures of a post's text, in reading order."""
    for unit in walk.units(post.blocks):
        if isinstance(unit, Figure):
            yield unit.picture
        elif isinstance(unit, Sentence):
            yield from (i for i in walk.inlines(unit.inlines) if isinstance(i, Picture))


def unread_code(edition: Edition) -> int:
    """The number of code blocks that are announced but not read out."""
    if not edition.narrations:
        return 0
    spoken = dict(edition.narration.script)
    return sum(
        _squeezed(unit.text) not in _squeezed(spoken.get(unit.id, ""))
        for unit in walk.units(edition.post.blocks)
        if isinstance(unit, CodeBlock)
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())


def narrated(edition: Edition) -> bool:
    """Whether each unit is heard, once and in order."""
    heard = [cue.id for narration in edition.narrations[:1] for cue in narration.cues]
    return heard == [unit.id for unit in walk.edition_units(edition)]


def moves(media: Media) -> bool:
    """Whether a picture is animated. Raises an error where it can't be opened."""
    if media.mime == _SVG:
        root = etree.fromstring(media.data)
        return any(etree.QName(e).localname in _ANIMATED for e in root.iter("*"))
    with Image.open(io.BytesIO(media.data), formats=_RASTER) as image:
        return bool(getattr(image, "is_animated", False))


def _may_move(media: Media) -> bool:
    """Whether a picture is animated, or nobody can say."""
    try:
        return moves(media)
    except _UNREADABLE:
        return True
