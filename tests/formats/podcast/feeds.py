"""Feeds of posts, and what a path finds in them."""

import dataclasses
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from formats import podcast
from formats.model import Blog, Episode, FileCard, Post, Publication
from tests.formats.builders import (
    PUBLICATION,
    edition_of,
    episode_of,
)

NS = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}


MADE = {
    "index.html": "text/html",
    "{slug}.mp3": "audio/mpeg",
    "{slug}.opus": "audio/ogg",
    "{slug}.epub": "application/epub+zip",
    "large-print.pdf": "application/pdf",
    "transcript.vtt": "text/vtt",
    "transcript.srt": "application/x-subrip",
    "transcript.json": "application/json",
    "chapters.json": "application/json+chapters",
}


def episode(post: Post, **fields: Any) -> Episode:
    """The card of a post of which every edition was made."""
    files = tuple(
        FileCard(f"posts/{post.slug}/{name.format(slug=post.slug)}", mime, 1000 + n, "0" * 64)
        for n, (name, mime) in enumerate(MADE.items())
    )
    return dataclasses.replace(episode_of(edition_of(post)), files=files, **fields)


def feed_of(*episodes: Episode, publication: Publication = PUBLICATION) -> bytes:
    """The feed of the whole blog."""
    return feeds_of(*episodes, publication=publication)["feed.xml"]


def feeds_of(*episodes: Episode, publication: Publication = PUBLICATION) -> dict[str, bytes]:
    """Every feed by its path."""
    made = podcast.render_blog(Blog(publication, episodes, ()))
    return {file.path: file.data for file in made if file.mime == "application/rss+xml"}


def page_of(*episodes: Episode, publication: Publication = PUBLICATION) -> bytes:
    """The page that says how to subscribe."""
    made = podcast.render_blog(Blog(publication, episodes, ()))
    (page,) = (file for file in made if file.path == "listen.html")
    return page.data


def one(data: bytes, path: str) -> str:
    """The text or attribute that a path finds, which must be one."""
    found = etree.fromstring(data).xpath(path, namespaces=NS)
    assert isinstance(found, list)
    assert len(found) == 1, f"{path}: {found}"
    return found[0] if isinstance(found[0], str) else str(found[0].text)  # type: ignore[union-attr] # it is an element


DAY = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
