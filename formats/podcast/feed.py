"""The feeds of a blog: one with every post, one of each subject and of each author of several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from formats.groups import AUTHORS, SUBJECTS, Group, groups
from formats.model import Blog, Episode, Publication
from formats.podcast.episode import sound_of

WHOLE = "feed.xml"
"""The feed of the whole blog; a part's has the same name, in the part's own folder."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it is, its permanent id, and what is in it.

    `part` is the subject or author whose posts it has; "" for the whole blog.
    """

    path: str
    title: str
    guid: str
    episodes: tuple[Episode, ...]
    part: str = ""
    language: str = ""


def feeds_of(blog: Blog) -> Iterator[Feed]:
    """The feed of the whole blog first, then those of subjects and of authors.

    A part has at least two posts, and not all: what is the same as the whole is no choice. A
    post without sound is in none.
    """
    heard = tuple(episode for episode in blog.episodes if sound_of(episode))
    about = blog.publication
    yield Feed(WHOLE, about.title, about.guid, heard)
    found = groups(heard)
    for kind in (SUBJECTS, AUTHORS):
        for group in found.of(kind):
            if 2 <= len(group.episodes) < len(heard):
                yield _part(group, about)


def _part(group: Group, blog: Publication) -> Feed:
    path = f"{group.folder}{WHOLE}"
    guid = str(uuid5(UUID(blog.guid), path))
    title = f"{blog.title}: {group.name}"
    return Feed(path, title, guid, group.episodes, group.name, group.language)


def parts(feeds: Sequence[Feed]) -> list[Feed]:
    """The feeds that have only some of the posts."""
    return [feed for feed in feeds if feed.part]
