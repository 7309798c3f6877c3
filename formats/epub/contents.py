"""The lines of the table of contents: a post and its headings, each with its sound."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from formats import walk
from formats.model import Edition, Sentences
from formats.smil.clips import AudioClip


@dataclass(frozen=True, slots=True)
class TocLine:
    """A line of the table of contents; `level` is 1 for a post, more for its headings."""

    id: str
    level: int
    label: str
    href: str
    language: str
    clip: AudioClip | None


@dataclass(frozen=True, slots=True)
class PostPlace:
    """Where a post stands in the book: its folder, which ends in "/", and its document there.

    `heard` is the clip of each unit.
    """

    folder: str
    text: str
    heard: Mapping[str, AudioClip]


def toc_lines(edition: Edition, place: PostPlace) -> Iterator[TocLine]:
    """The lines of a post."""
    yield _line(edition, 1, edition.opening[:1], place)
    for heading in walk.headings(edition.post):
        if walk.text(heading.sentences):
            yield _line(edition, heading.level, heading.sentences, place)


def _line(edition: Edition, level: int, sentences: Sentences, place: PostPlace) -> TocLine:
    slug, unit = edition.post.slug, sentences[0].id
    return TocLine(
        f"toc-{slug}-{unit}",
        level,
        " ".join(walk.text(sentences).split()) or slug,
        f"{place.folder}{place.text}#{unit}",
        edition.post.language,
        _clip(sentences, place),
    )


def _clip(sentences: Sentences, place: PostPlace) -> AudioClip | None:
    first, last = place.heard.get(sentences[0].id), place.heard.get(sentences[-1].id)
    if first is None or last is None:
        return None
    return replace(first, sound=place.folder + first.sound, end=last.end)
