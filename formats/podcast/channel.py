"""The channel: the podcast as a whole."""

import re
from collections.abc import Sequence
from datetime import datetime

from lxml import etree

from formats.model import Episode, Publication
from formats.podcast.elements import add, address, rfc2822, shortened
from formats.podcast.notes import cut
from formats.podcast.people import write_people
from formats.words import words

# The identifiers listed by Podcasting 2.0; any other licence has no `podcast:license`, which
# would need the address of its text.
_LICENCE = re.compile(r"(?:ARR|CC-BY(?:-NC(?:-ND)?)?-4\.0|POD-V4V-1\.0)")

# Apple reads at most 4,000 bytes of a description, 255 characters of other values.
_DESCRIPTION = 4000
_VALUE = 255


def write_channel(
    channel: etree._Element, blog: Publication, episodes: Sequence[Episode], built: datetime | None
) -> None:
    """Everything about the podcast; `built` is the date of the newest episode."""
    _about(channel, blog)
    if built:
        add(channel, "lastBuildDate", rfc2822(built))
    _pictures(channel, blog)
    _apple(channel, blog)
    _podcasting(channel, blog, episodes)


def _about(channel: etree._Element, blog: Publication) -> None:
    """RSS 2.0."""
    feed = {
        "href": address(blog.base_url, "feed.xml"),
        "rel": "self",
        "type": "application/rss+xml",
    }
    add(channel, "atom:link", attributes=feed)
    add(channel, "title", shortened(blog.title, _VALUE))
    add(channel, "link", blog.base_url)
    about = blog.description or words(blog.language).podcast.description.format(blog.title)
    add(channel, "description", cut(about, _DESCRIPTION))
    add(channel, "language", blog.language.lower())
    add(channel, "copyright", shortened(_owner(blog), _VALUE))
    add(channel, "generator", "Allways")
    add(channel, "docs", "https://www.rssboard.org/rss-specification")


def _owner(blog: Publication) -> str:
    return blog.author or blog.title


def _pictures(channel: etree._Element, blog: Publication) -> None:
    """The cover, three times: each kind of player reads another element."""
    cover = address(blog.base_url, blog.cover.path)
    image = add(channel, "image")
    add(image, "url", cover)
    add(image, "title", shortened(blog.title, _VALUE))
    add(image, "link", blog.base_url)
    add(channel, "itunes:image", attributes={"href": cover})
    shape = {"aspect-ratio": "1/1", "width": str(blog.cover.width), "type": blog.cover.mime}
    alt = shortened(words(blog.language).podcast.cover.format(blog.title), _VALUE)
    add(channel, "podcast:image", "", {"href": cover, "alt": alt, **shape, "purpose": "artwork"})


def _apple(channel: etree._Element, blog: Publication) -> None:
    add(channel, "itunes:author", shortened(_owner(blog), _VALUE))
    if blog.email:
        owner = add(channel, "itunes:owner")
        add(owner, "itunes:name", shortened(_owner(blog), _VALUE))
        add(owner, "itunes:email", blog.email)
    parent = channel
    for category in blog.categories:
        parent = add(parent, "itunes:category", attributes={"text": category})
    add(channel, "itunes:explicit", str(blog.explicit).lower())
    add(channel, "itunes:type", "episodic")


def _podcasting(channel: etree._Element, blog: Publication, episodes: Sequence[Episode]) -> None:
    """Podcasting 2.0. The feed is locked only if there is an e-mail address to unlock it."""
    add(channel, "podcast:guid", blog.guid)
    add(channel, "podcast:medium", "podcast")
    if blog.email:
        add(channel, "podcast:locked", "yes", {"owner": blog.email})
    licence = blog.licence.strip().replace(" ", "-")
    if _LICENCE.fullmatch(licence):
        add(channel, "podcast:license", licence)
    authors = (blog.author,) if blog.author else ()
    voices = tuple(dict.fromkeys(v for e in episodes for v in e.voices))
    write_people(channel, authors, voices, words(blog.language))
    add(channel, "podcast:txt", "true", {"purpose": "ai-content"})
