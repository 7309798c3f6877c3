"""What the writing of large print needs to know of the whole post, found once before it begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from formats import walk
from formats.model import Edition, Heading, Link, Media, Notes, Post, Sentence, Typeface

LINE_MM = 160
"""The width of the lines: A4 with margins of 25 mm (ACB 2022)."""

_POINTS_PER_MM = 72 / 25.4
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"  # RFC 3986: what stands as it is


@dataclass(frozen=True, slots=True)
class Setting:
    """The size of the letters, and where everything in the post leads.

    `points` is the size of the text; `line` the width of a line in ems of it. `numbers` gives
    each address its place in the list at the end; `levels` a heading's level by the id of its
    first sentence; `notes` the ids of the notes there are. `live` is False where a link may
    not stand (a heading is a link itself in the list of contents).
    """

    points: int
    typeface: Typeface
    line: float
    page: str
    media: Mapping[str, Media]
    numbers: Mapping[str, int]
    levels: Mapping[str, int]
    notes: frozenset[str]
    live: bool = True


def setting(edition: Edition, points: int) -> Setting:
    """The setting of an edition at a size of letters in points."""
    page = f"{edition.publication.base_url}posts/{edition.post.slug}/"
    return Setting(
        points=points,
        typeface=edition.publication.typeface,
        line=LINE_MM * _POINTS_PER_MM / points,
        page=page,
        media={media.path: media for media in edition.media},
        numbers=_numbers(edition.post, page),
        levels=_levels(edition.post),
        notes=_notes(edition.post),
    )


def address(href: str, page: str) -> str | None:
    """The full address that a link leads to, or None for one that paper can't follow.

    None, too, for a scheme that is not for reading: a script in a post never runs.
    """
    try:
        full = urljoin(page, quote(href.strip(), safe=_ADDRESS))
        scheme = urlsplit(full).scheme.lower()
    except ValueError:  # "http://[": no address
        return None
    here = href.strip().startswith("#")
    return full if scheme in _SCHEMES and full and not here else None


def _numbers(post: Post, page: str) -> dict[str, int]:
    links = (i for i in walk.block_inlines(post.blocks) if isinstance(i, Link))
    found = dict.fromkeys(address(link.href, page) for link in links)
    return {full: number for number, full in enumerate(filter(None, found), 1)}


def _levels(post: Post) -> dict[str, int]:
    """Levels from 1 without a jump, as PDF/UA-1 asks (7.4.2); the post's own begin at 2."""
    levels: dict[str, int] = {}
    outer: list[int] = []
    for block in walk.blocks(post.blocks):
        if isinstance(block, Heading) and block.sentences:
            outer = [level for level in outer if level < block.level] + [block.level]
            levels[block.sentences[0].id] = len(outer)
    return levels


def _notes(post: Post) -> frozenset[str]:
    found = (block.notes for block in walk.blocks(post.blocks) if isinstance(block, Notes))
    return frozenset(note.id for notes in found for note in notes)


def first_id(sentences: tuple[Sentence, ...]) -> str:
    """The id of a block's first sentence, or "" where it has none."""
    return sentences[0].id if sentences else ""
