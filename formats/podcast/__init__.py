"""The podcast feed: RSS 2.0 with the tags of Apple and of Podcasting 2.0.

Byte lengths and durations are those of the files, the ids and the order of episodes never
change with a title, and no time comes from a clock.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
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
    items = _items(feeds[0], blog.publication)
    for feed in feeds:
        yield OutputFile(feed.path, "application/rss+xml", _written(feed, blog.publication, items))
    yield OutputFile(PAGE, "text/html", listen_page(blog.publication, feeds))


@dataclass(frozen=True, slots=True)
class _Item:
    """The item of an episode and its date, which are the same in each feed that has it."""

    element: etree._Element
    day: datetime


def _items(whole: Feed, blog: Publication) -> dict[str, _Item]:
    """The item of each episode, by its slug."""
    channel = etree.SubElement(etree.Element("rss", nsmap=NAMESPACES), "channel")
    days = _days(whole.episodes)
    for episode in whole.episodes:
        write_episode(channel, blog, episode, days[episode.post.slug])
    pairs = zip(whole.episodes, channel, strict=True)
    return {e.post.slug: _Item(element, days[e.post.slug]) for e, element in pairs}


def _written(feed: Feed, blog: Publication, items: Mapping[str, _Item]) -> bytes:
    """A feed, newest episode first."""
    rss = etree.Element("rss", nsmap=NAMESPACES, version="2.0")
    channel = etree.SubElement(rss, "channel")
    found = (items[episode.post.slug] for episode in feed.episodes)
    newest = sorted(found, key=lambda item: item.day, reverse=True)
    write_channel(channel, blog, feed, newest[0].day if newest else None)
    channel.extend(deepcopy(item.element) for item in newest)
    etree.indent(rss)
    return etree.tostring(rss, encoding="UTF-8", xml_declaration=True) + b"\n"


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
