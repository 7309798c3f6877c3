"""What directories ask of a feed, a rule a line: by Apple, by PSP-1, by the W3C validator."""

from collections.abc import Mapping
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime

from lxml import etree

from tests.formats.podcast.feeds import NS

PREFIXES = {**NS, "re": "http://exslt.org/regular-expressions"}

RULES: Mapping[str, str] = {
    "one title": "count(channel/title) = 1",
    "one link": "count(channel/link) = 1",
    "one description": "count(channel/description) = 1",
    "one language": "count(channel/language) = 1",
    "its own address": "count(channel/atom:link[@rel='self'][@type='application/rss+xml']) = 1",
    "one cover": "count(channel/itunes:image[@href]) = 1",
    "one category": "count(channel/itunes:category[@text]) = 1",
    "one permanent id": "count(channel/podcast:guid) = 1",
    "explicit or not": "count(channel/itunes:explicit) = 1",
    "true or false": "not(//itunes:explicit[not(. = 'true' or . = 'false')])",
    "a title each": "not(channel/item[count(title) != 1])",
    "a sound each": "not(channel/item[count(enclosure) != 1])",
    "an MP3 each": "not(//enclosure[not(@type = 'audio/mpeg' and re:test(@url, '[.]mp3$'))])",
    "a length in bytes": "not(//enclosure[not(re:test(@length, '^[1-9][0-9]*$'))])",
    "an id that is no address": "not(channel/item[count(guid[@isPermaLink='false']) != 1])",
    "an id of its own": "not(channel/item[guid = preceding-sibling::item/guid])",
    "a time of its own": "not(channel/item[pubDate = preceding-sibling::item/pubDate])",
    "a duration in seconds": "not(channel/item[not(re:test(itunes:duration, '^[0-9]+$'))])",
    "absolute, encoded addresses": (
        "not(//@*[name() = 'url' or name() = 'href']"
        "[not(re:test(., '^https?://[A-Za-z0-9.:-]+/[A-Za-z0-9._~%/-]*$'))])"
    ),
    "no white space around text": "not(//text()[not(../*)][re:test(., '^\\s|\\s$')])",
    "at most 255 characters": (
        "not(//*[not(*)][not(self::description or self::content:encoded)][string-length(.) > 255])"
    ),
}


def broken_rules(data: bytes) -> set[str]:
    """The rules that a feed breaks."""
    rss = etree.fromstring(data)
    days = [item.findtext("pubDate", "") for item in rss.iter("item")]
    read = [parsedate_to_datetime(day) for day in days]
    kept = {
        **{name: bool(rss.xpath(rule, namespaces=PREFIXES)) for name, rule in RULES.items()},
        "dates of RFC 2822": [format_datetime(day.astimezone(UTC)) for day in read] == days,
        "newest first": read == sorted(read, reverse=True),
        "at most 4,000 bytes": all(
            len((about.text or "").encode()) <= 4000 for about in rss.iter("description")
        ),
    }
    return {name for name, holds in kept.items() if not holds}
