"""The podcast feed: RSS 2.0 with the tags of Apple and of Podcasting 2.0.

Byte lengths and durations are those of the files, the ids and the order of episodes never
change with a title, and no time comes from a clock.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from lxml import etree

from formats.model import Blog, Episode, OutputFile
from formats.podcast.channel import write_channel
from formats.podcast.elements import NAMESPACES
from formats.podcast.episode import sound_of, write_episode


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """`feed.xml`, newest episode first; a post without sound is not in it."""
    heard = tuple(episode for episode in blog.episodes if sound_of(episode))
    days = _days(heard)
    rss = etree.Element("rss", nsmap=NAMESPACES, version="2.0")
    channel = etree.SubElement(rss, "channel")
    write_channel(channel, blog.publication, heard, max(days.values(), default=None))
    for episode in sorted(heard, key=lambda e: days[e.post.slug], reverse=True):
        write_episode(channel, blog.publication, episode, days[episode.post.slug])
    etree.indent(rss)
    data = etree.tostring(rss, encoding="UTF-8", xml_declaration=True) + b"\n"
    yield OutputFile("feed.xml", "application/rss+xml", data)


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
