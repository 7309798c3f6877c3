"""Facts about the whole post that large print needs, collected before it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats import walk
from formats.addresses import numbers
from formats.model import Edition, Media, Notes, Post, Sentence, Typeface
from formats.words import Words, words

LINE_MM = 160
"""The width of the lines: A4 with margins of 25 mm (ACB 2022)."""

_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Setting:
    """The size of the letters, and the targets of links and notes in the post.

    `points` is the size of the text; `line` the width of a line in ems of it. `numbers` has the
    number of each address in the list at the end; `levels` the level of each heading, by the id
    of its first sentence; `notes` the ids of the notes; `ours` our own words beside the post's.
    `live` is False where links are not allowed (a heading is itself a link in the list of
    contents).
    """

    points: int
    typeface: Typeface
    line: float
    page: str
    media: Mapping[str, Media]
    numbers: Mapping[str, int]
    levels: Mapping[str, int]
    notes: frozenset[str]
    ours: Words
    live: bool = True


def setting(edition: Edition, points: int) -> Setting:
    """The setting of an edition at a size of letters in points."""
    page = f"{edition.publication.base_url}posts/{edition.post.slug}/"
    return Setting(
        points=points,
        typeface=edition.publication.print_typeface,
        line=LINE_MM * _POINTS_PER_MM / points,
        page=page,
        media={media.path: media for media in edition.media},
        numbers=numbers(edition.post, page),
        levels=walk.levels(edition.post),
        notes=_notes(edition.post),
        ours=words(edition.post.language),
    )


def _notes(post: Post) -> frozenset[str]:
    found = (block.notes for block in walk.blocks(post.blocks) if isinstance(block, Notes))
    return frozenset(note.id for notes in found for note in notes)


def first_id(sentences: tuple[Sentence, ...]) -> str:
    """The id of a block's first sentence, or "" where it has none."""
    return sentences[0].id if sentences else ""
