"""The channel: the podcast as a whole."""

import re
from datetime import datetime

from lxml import etree

from formats.model import Publication
from formats.podcast.elements import add, address, rfc2822, shortened
from formats.podcast.feed import Feed
from formats.podcast.notes import cut
from formats.podcast.people import write_people
from formats.words import words
from formats.words.listening import listening

# The identifiers listed by Podcasting 2.0. Any other licence needs the address of its text, which
# is known of the rest of Creative Commons.
_LICENCE = re.compile(r"(?:ARR|CC-BY(?:-NC(?:-ND)?)?-4\.0|POD-V4V-1\.0)")
_OTHER_TEXTS = {
    **{
        f"CC-{name.upper()}-4.0": f"https://creativecommons.org/licenses/{name}/4.0/"
        for name in ("by-sa", "by-nd", "by-nc-sa")
    },
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}

# How often there is something new (RFC 5545, 3.3.10), by what the settings say.
_RULES = {
    "daily": "FREQ=DAILY",
    "weekly": "FREQ=WEEKLY",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
}

# Apple reads at most 4,000 bytes of a description, 255 characters of other values.
_DESCRIPTION = 4000
_VALUE = 255


def write_channel(
    channel: etree._Element, blog: Publication, feed: Feed, built: datetime | None
) -> None:
    """Everything about the podcast; `built` is the date of the newest episode."""
    _about(channel, blog, feed)
    if built:
        add(channel, "lastBuildDate", rfc2822(built))
    _pictures(channel, blog)
    _apple(channel, blog)
    _podcasting(channel, blog, feed)
    if feed.part:
        _unlisted(channel)


def _about(channel: etree._Element, blog: Publication, feed: Feed) -> None:
    """RSS 2.0."""
    here = {
        "href": address(blog.base_url, feed.path),
        "rel": "self",
        "type": "application/rss+xml",
    }
    add(channel, "atom:link", attributes=here)
    add(channel, "title", shortened(feed.title, _VALUE))
    add(channel, "link", blog.base_url)
    ours = words(blog.language).podcast.description.format(feed.title)
    about = ours if feed.part else blog.description or ours
    add(channel, "description", cut(about, _DESCRIPTION))
    add(channel, "language", (feed.language or blog.language).lower())
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


def _podcasting(channel: etree._Element, blog: Publication, feed: Feed) -> None:
    """Podcasting 2.0. The feed is locked only if there is an e-mail address to unlock it."""
    add(channel, "podcast:guid", feed.guid)
    add(channel, "podcast:medium", "podcast")
    if blog.email:
        add(channel, "podcast:locked", "yes", {"owner": blog.email})
    _licence(channel, blog)
    if blog.schedule and not feed.part:
        said = listening(words(blog.language)).schedule[blog.schedule]
        add(channel, "podcast:updateFrequency", said, {"rrule": _RULES[blog.schedule]})
    authors = (blog.author,) if blog.author else ()
    voices = tuple(dict.fromkeys(v for e in feed.episodes for v in e.voices))
    write_people(channel, authors, voices, words(blog.language))
    add(channel, "podcast:txt", "true", {"purpose": "ai-content"})


def _licence(channel: etree._Element, blog: Publication) -> None:
    licence = blog.licence.strip().replace(" ", "-")
    if _LICENCE.fullmatch(licence):
        add(channel, "podcast:license", licence)
    elif licence in _OTHER_TEXTS:
        add(channel, "podcast:license", licence, {"url": _OTHER_TEXTS[licence]})


def _unlisted(channel: etree._Element) -> None:
    """Directories list the whole blog once, and none of its parts beside it."""
    add(channel, "itunes:block", "Yes")
    add(channel, "podcast:block", "yes")
