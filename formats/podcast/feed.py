"""The feeds of a blog: one with every post, one of each subject and of each author of several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from formats.groups import AUTHORS, SUBJECTS, Group, groups
from formats.model import Blog, Episode, Publication
from formats.offers import EASY_READ, EASY_READ_SUFFIX
from formats.podcast.episode import sound_of
from formats.words import words

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
    heard = tuple(episode for episode in _episodes(blog) if sound_of(episode))
    about = blog.publication
    yield Feed(WHOLE, about.title, about.guid, heard)
    found = groups(heard)
    for kind in (SUBJECTS, AUTHORS):
        for group in found.of(kind):
            if 2 <= len(group.episodes) < len(heard):
                yield _part(group, about)


def _episodes(blog: Blog) -> Iterator[Episode]:
    """Every post, each after its easy-read text where that is heard and wanted in the feed."""
    for episode in blog.episodes:
        if episode.easy and blog.publication.easy_in_feed:
            yield _easy(episode)
        yield episode


def _easy(episode: Episode) -> Episode:
    """The easy-read text of a post as an episode of its own."""
    post = episode.post
    slug = f"{post.slug}{EASY_READ_SUFFIX}"
    names = (EASY_READ, f"{slug}.mp3")
    return replace(
        episode,
        post=replace(
            post,
            slug=slug,
            title=f"{words(post.language).page.easy_read}: {post.title}",
            original="",
            summary="",
            picture=None,
        ),
        duration=episode.easy,
        chapters=(),
        files=tuple(card for card in episode.files if card.path.endswith(names)),
        easy=0,
    )


def _part(group: Group, blog: Publication) -> Feed:
    path = f"{group.folder}{WHOLE}"
    guid = str(uuid5(UUID(blog.guid), path))
    title = f"{blog.title}: {group.name}"
    return Feed(path, title, guid, group.episodes, group.name, group.language)


def parts(feeds: Sequence[Feed]) -> list[Feed]:
    """The feeds that have only some of the posts."""
    return [feed for feed in feeds if feed.part]
