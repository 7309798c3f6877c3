"""There is a feed of the whole blog, and of each subject and author of several posts."""

import dataclasses

from lxml import etree

from formats.model import Episode, FileCard, Publication
from tests.formats.builders import PUBLICATION, post_of
from tests.formats.podcast.feeds import NS, episode, feeds_of, one
from tests.formats.podcast.rules import broken_rules

SEA = episode(post_of(slug="a", tags=("Sea", "boats"), authors=("Ada",)))
TIDE = episode(post_of(slug="b", tags=("sea",), authors=("Ada", "Bo")))
LAND = episode(post_of(slug="c", tags=("land", "<b>&"), authors=("Bo",)))


def guids(data: bytes) -> set[str | None]:
    return {item.findtext("guid") for item in etree.fromstring(data).iter("item")}


def test_a_subject_or_author_of_several_posts_has_a_feed_of_its_own() -> None:
    feeds = feeds_of(SEA, TIDE, LAND)

    assert list(feeds) == [
        "feed.xml",
        "tags/sea/feed.xml",
        "authors/ada/feed.xml",
        "authors/bo/feed.xml",
    ]
    assert len(guids(feeds["tags/sea/feed.xml"])) == 2


def test_a_subject_of_every_post_needs_no_feed_beside_that_of_the_blog() -> None:
    assert list(feeds_of(SEA, TIDE)) == ["feed.xml"]


def test_a_post_without_sound_counts_for_no_feed() -> None:
    silent = dataclasses.replace(TIDE, files=())

    assert "tags/sea/feed.xml" not in feeds_of(SEA, silent, LAND)


def test_an_episode_has_the_same_id_in_each_feed() -> None:
    feeds = feeds_of(SEA, TIDE, LAND)

    assert guids(feeds["tags/sea/feed.xml"]) < guids(feeds["feed.xml"])


def test_a_part_has_an_id_that_stays_when_the_blog_moves_with_its_own() -> None:
    moved = dataclasses.replace(PUBLICATION, base_url="https://example.net/")

    def told(blog: Publication) -> list[str]:
        made = feeds_of(SEA, TIDE, LAND, publication=blog).values()
        return [one(data, "channel/podcast:guid") for data in made]

    assert told(moved) == told(PUBLICATION)
    assert len(set(told(moved))) == 4


def test_a_part_is_not_listed_by_directories_beside_the_whole() -> None:
    feeds = feeds_of(SEA, TIDE, LAND)

    assert one(feeds["tags/sea/feed.xml"], "channel/itunes:block") == "Yes"
    assert not etree.fromstring(feeds["feed.xml"]).findall("channel/itunes:block", NS)


def test_a_part_keeps_the_rules_of_directories_and_says_what_it_is() -> None:
    again = episode(post_of(slug="d", tags=("<b>&",)))
    feeds = feeds_of(SEA, TIDE, LAND, again)

    titles = {one(data, "channel/title") for data in feeds.values()}
    assert {path: broken_rules(data) for path, data in feeds.items() if broken_rules(data)} == {}
    assert titles >= {"Tide & Time", "Tide & Time: Sea", "Tide & Time: <b>&"}


def _with_easy_read() -> Episode:
    made = (("easy-read.html", "text/html"), ("a-easy-read.mp3", "audio/mpeg"))
    cards = tuple(FileCard(f"posts/a/{name}", mime, 9, "ab" * 32) for name, mime in made)
    return dataclasses.replace(SEA, files=(*SEA.files, *cards), easy=61_000)


def test_the_sound_of_an_easy_read_text_is_in_the_feed_only_by_setting() -> None:
    """Who subscribed to the posts did not ask for each of them twice."""
    assert len(guids(feeds_of(_with_easy_read())["feed.xml"])) == 1
    wanted = dataclasses.replace(PUBLICATION, easy_in_feed=True)
    feed = feeds_of(_with_easy_read(), publication=wanted)["feed.xml"]
    assert len(guids(feed)) == 2
    item = next(
        i for i in etree.fromstring(feed).iter("item") if "Easy" in (i.findtext("title") or "")
    )
    assert item.findtext("title") == f"Easy Read: {SEA.post.title}"
    assert item.findtext("link") == f"{PUBLICATION.base_url}posts/a/easy-read.html"
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert enclosure.get("url") == f"{PUBLICATION.base_url}posts/a/a-easy-read.mp3"
    assert item.findtext("itunes:duration", namespaces=NS) == "61"
    assert not broken_rules(feed)


def test_a_text_that_is_not_heard_is_no_episode() -> None:
    wanted = dataclasses.replace(PUBLICATION, easy_in_feed=True)
    assert len(guids(feeds_of(SEA, publication=wanted)["feed.xml"])) == 1
