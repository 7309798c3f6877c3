"""The podcast feed: RSS 2.0 with the tags of Apple and of Podcasting 2.0.

Byte lengths and durations are those of the files, the ids and the order of episodes never
change with a title, and no time comes from a clock.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from lxml import etree

from formats.model import Blog, Episode, OutputFile, Publication
from formats.podcast.channel import write_channel
from formats.podcast.elements import NAMESPACES
from formats.podcast.episode import write_episode
from formats.podcast.feed import Feed, feeds_of
from formats.podcast.listen_page import PAGE, listen_page


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """The feed of the blog and of its parts, and the page that says how to subscribe to them."""
    feeds = tuple(feeds_of(blog))
    items = _items(feeds[0], blog)
    for feed in feeds:
        yield OutputFile(feed.path, "application/rss+xml", _written(feed, blog.publication, items))
    yield OutputFile(PAGE, "text/html", listen_page(blog.publication, feeds))


@dataclass(frozen=True, slots=True)
class _Item:
    """The item of an episode as it is written, and its date: the same in each feed that has it."""

    written: bytes
    day: datetime


def _items(whole: Feed, blog: Blog) -> dict[str, _Item]:
    """The item of each episode, by its slug."""
    days = _days(whole.episodes)
    return {e.post.slug: _item(e, blog, days[e.post.slug]) for e in whole.episodes}


def _item(episode: Episode, blog: Blog, day: datetime) -> _Item:
    key = (episode.digest, day.isoformat())
    return _Item(blog.pieces.of(key, lambda: _alone(episode, blog.publication, day)), day)


def _alone(episode: Episode, blog: Publication, day: datetime) -> bytes:
    """An item as it stands in a feed, with the space before it."""
    rss, channel = _empty()
    write_episode(channel, blog, episode, day)
    etree.indent(rss)
    whole = etree.tostring(rss, encoding="UTF-8")
    return whole[whole.index(_OPENED) + len(_OPENED) : whole.rindex(_CLOSED)]


_OPENED, _CLOSED = b"<channel>", b"\n  </channel>"


def _empty() -> tuple[etree._Element, etree._Element]:
    """A feed with nothing in it, and its channel."""
    rss = etree.Element("rss", nsmap=NAMESPACES, version="2.0")
    return rss, etree.SubElement(rss, "channel")


def _written(feed: Feed, blog: Publication, items: Mapping[str, _Item]) -> bytes:
    """A feed, newest episode first."""
    rss, channel = _empty()
    found = (items[episode.post.slug] for episode in feed.episodes)
    newest = sorted(found, key=lambda item: item.day, reverse=True)
    write_channel(channel, blog, feed, newest[0].day if newest else None)
    etree.indent(rss)
    around = etree.tostring(rss, encoding="UTF-8", xml_declaration=True) + b"\n"
    begin, closed, end = around.rpartition(_CLOSED)
    return b"".join((begin, *(item.written for item in newest), closed, end))


def _days(episodes: Iterable[Episode]) -> dict[str, datetime]:
    """The date of each episode in the feed, at least a second after the one before.

    With equal dates, players show the episodes in any order, or only one of them.
    """
    days: dict[str, datetime] = {}
    last = datetime.min.replace(tzinfo=UTC)
    for episode in sorted(episodes, key=lambda e: (e.post.placed, e.post.slug)):
        placed = episode.post.placed.astimezone(UTC).replace(microsecond=0)
        last = max(placed, last + timedelta(seconds=1))
        days[episode.post.slug] = last
    return days
