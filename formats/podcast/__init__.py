"""The podcast feed: RSS 2.0 with the tags of Apple and of Podcasting 2.0.

Byte lengths and durations are those of the files, the ids and the order of episodes never
change with a title, and no time comes from a clock.
"""

from collections.abc import Iterable, Mapping
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
    days = _days(feeds[0].episodes)
    for feed in feeds:
        yield OutputFile(feed.path, "application/rss+xml", _written(feed, blog.publication, days))
    yield OutputFile(PAGE, "text/html", listen_page(blog.publication, feeds))


def _written(feed: Feed, blog: Publication, days: Mapping[str, datetime]) -> bytes:
    """A feed, newest episode first; an episode has the same id and date in each."""
    rss = etree.Element("rss", nsmap=NAMESPACES, version="2.0")
    channel = etree.SubElement(rss, "channel")
    newest = sorted(feed.episodes, key=lambda e: days[e.post.slug], reverse=True)
    write_channel(channel, blog, feed, days[newest[0].post.slug] if newest else None)
    for episode in newest:
        write_episode(channel, blog, episode, days[episode.post.slug])
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
