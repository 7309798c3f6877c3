"""The feed keeps the rules of directories, and each of those rules can be broken."""

import dataclasses
import re
from datetime import timedelta

import pytest
from lxml import etree

from formats.model import Publication
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    paragraph,
    post_of,
    rich_post,
)
from tests.formats.podcast.feeds import DAY, episode, feed_of, one
from tests.formats.podcast.rules import broken_rules

# --- the rules ------------------------------------------------------------------------------

BROKEN = {
    "a length in bytes": (b'length="1001"', b'length=""'),
    "an MP3 each": (b'type="audio/mpeg"', b'type="audio/mp3"'),
    "a duration in seconds": (b"duration>5<", b"duration>0:05<"),
    "dates of RFC 2822": (b"<pubDate>Tue", b"<pubDate>Wed"),
    "true or false": (b"explicit>false", b"explicit>clean"),
    "absolute, encoded addresses": (b'url="https://example.org/posts', b'url="posts'),
    "an id that is no address": (b'isPermaLink="false"', b'isPermaLink="true"'),
    "one language": (b"<language>en-gb</language>", b""),
    "its own address": (b'rel="self"', b'rel="next"'),
    "no white space around text": (b"<language>en-gb", b"<language> en-gb"),
    "at most 255 characters": (b"<language>en-gb", b"<language>" + b"e" * 256),
    "at most 4,000 bytes": (b"<description>", b"<description>" + b"e" * 4001),
}


@pytest.mark.parametrize(("rule", "change"), BROKEN.items(), ids=BROKEN)
def test_the_rules_refuse_a_feed_that_breaks_one(rule: str, change: tuple[bytes, bytes]) -> None:
    data = feed_of(episode(post_of(), duration=5000))
    assert broken_rules(data) == set()
    assert change[0] in data

    assert rule in broken_rules(data.replace(*change))


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("an id of its own", rb'isPermaLink="false">([^<]+)<'),
        ("a time of its own", rb"<pubDate>([^<]+)<"),
    ],
)
def test_the_rules_refuse_two_episodes_that_players_would_take_for_one(
    rule: str, values: bytes
) -> None:
    data = feed_of(episode(post_of()), episode(post_of(slug="b")))
    first, second = re.findall(values, data)
    assert broken_rules(data) == set()

    assert broken_rules(data.replace(second, first)) == {rule}


def test_the_rules_refuse_a_feed_whose_oldest_episode_comes_first() -> None:
    data = feed_of(episode(post_of()), episode(post_of(slug="b")))
    first, second = re.findall(rb"<pubDate>([^<]+)<", data)

    turned = data.replace(first, b"LATER").replace(second, first).replace(b"LATER", second)

    assert broken_rules(turned) == {"newest first"}


# --- what is written ------------------------------------------------------------------------


def test_posts_of_every_kind_give_a_feed_without_broken_rules() -> None:
    assert broken_rules(feed_of(*map(episode, [rich_post(), *AWKWARD.values()]))) == set()


def test_a_blog_without_settings_gives_a_feed_without_broken_rules() -> None:
    bare = Publication(
        title="Posts",
        language="en",
        base_url="http://localhost:8000/",
        guid=PUBLICATION.guid,
        cover=PUBLICATION.cover,
        typeface=PUBLICATION.typeface,
        formats=PUBLICATION.formats,
    )
    data = feed_of(episode(post_of(authors=(), published=None)), publication=bare)
    assert broken_rules(data) == set()
    assert one(data, "channel/description") == "Posts: read aloud."
    assert b"itunes:owner" not in data
    assert b"podcast:locked" not in data


def test_a_blog_of_no_posts_still_gives_a_feed() -> None:
    assert broken_rules(feed_of()) == set()


def test_a_post_without_sound_is_not_in_it() -> None:
    silent = dataclasses.replace(episode(post_of()), files=())
    assert b"<item>" not in feed_of(silent)


def test_days_are_of_placed_and_two_of_one_second_are_set_apart() -> None:
    posts = [post_of(slug=slug, placed=DAY) for slug in "abc"]
    data = feed_of(*map(episode, posts), episode(post_of(slug="d", placed=DAY - timedelta(days=1))))
    days = [item.findtext("pubDate") for item in etree.fromstring(data).findall("channel/item")]
    assert days == [
        "Tue, 05 Mar 2024 09:30:02 +0000",
        "Tue, 05 Mar 2024 09:30:01 +0000",
        "Tue, 05 Mar 2024 09:30:00 +0000",
        "Mon, 04 Mar 2024 09:30:00 +0000",
    ]
    assert one(data, "channel/lastBuildDate") == days[0]


def test_characters_that_xml_forbids_are_left_out() -> None:
    data = feed_of(episode(post_of(paragraph("x"), title="a\x00b\x0bc\ufffe", summary="\x07]]>")))
    assert one(data, "channel/item/title") == "abc"
    assert "]]&gt;" in one(data, "channel/item/description")


def test_the_same_blog_always_has_the_same_bytes() -> None:
    assert feed_of(episode(rich_post())) == feed_of(episode(rich_post()))
