"""Each episode is one item, true of its files, under an id that never changes."""

import dataclasses
from base64 import b64encode
from datetime import timedelta
from uuid import UUID, uuid5

import pytest
from lxml import etree

from formats.model import FileCard, Picture
from tests.formats.builders import (
    PUBLICATION,
    post_of,
)
from tests.formats.podcast.feeds import DAY, NS, episode, feed_of, one


def test_lengths_and_durations_are_those_of_the_file() -> None:
    data = feed_of(episode(post_of(), duration=61_499))
    assert one(data, "channel/item/enclosure/@length") == "1001"
    assert one(data, "channel/item/itunes:duration") == "61"


@pytest.mark.parametrize(("milliseconds", "seconds"), [(61_501, "62"), (61_999, "62"), (300, "1")])
def test_a_duration_is_rounded_and_never_nought(milliseconds: int, seconds: str) -> None:
    data = feed_of(episode(post_of(), duration=milliseconds))
    assert one(data, "channel/item/itunes:duration") == seconds


def test_an_id_follows_from_feed_and_slug_and_outlives_title_and_date() -> None:
    expected = str(uuid5(UUID(PUBLICATION.guid), "a-post"))
    later = post_of(title="Another", placed=DAY + timedelta(days=9))
    for post in (post_of(), later):
        assert one(feed_of(episode(post)), "channel/item/guid") == expected


def test_transcripts_chapters_and_editions_are_told_to_players() -> None:
    data = feed_of(episode(post_of()))
    item = etree.fromstring(data).find("channel/item")
    assert item is not None
    base = "https://example.org/posts/a-post/"
    found = [(t.get("url"), t.get("type")) for t in item.findall("podcast:transcript", NS)]
    assert found == [
        (f"{base}transcript.vtt", "text/vtt"),
        (f"{base}transcript.srt", "application/x-subrip"),
        (f"{base}transcript.json", "application/json"),
    ]
    assert one(data, "channel/item/podcast:chapters/@url") == f"{base}chapters.json"
    links = [link.get("href") for link in item.findall("podcast:contentLink", NS)]
    assert f"{base}a-post.epub" in links
    assert f"{base}a-post.mp3" not in links


def test_a_sound_of_less_than_a_second_is_a_second_long() -> None:
    assert one(feed_of(episode(post_of(), duration=400)), "channel/item/itunes:duration") == "1"


def test_only_captions_are_said_to_be_in_step_with_the_sound() -> None:
    data = feed_of(episode(post_of()))

    assert one(data, "channel/item/podcast:transcript[not(@rel)]/@type") == "application/json"


def test_an_episode_without_its_page_leads_to_the_blog() -> None:
    whole = episode(post_of())
    sound = tuple(card for card in whole.files if card.path.endswith(".mp3"))

    data = feed_of(dataclasses.replace(whole, files=sound))

    assert one(data, "channel/item/link") == "https://example.org/"
    assert b"podcast:transcript" not in data


def test_an_episode_leads_to_the_first_place_of_its_post() -> None:
    data = feed_of(episode(post_of(original="https://a.org/first")))

    assert one(data, "channel/item/link") == "https://a.org/first"


LOCK = Picture("pictures/lock.png", "A lock")


def _pictured(size: tuple[int, int], picture: Picture = LOCK, path: str = LOCK.src) -> bytes:
    made = episode(post_of(picture=picture, picture_size=size))
    file = FileCard(f"posts/a-post/{path}", "image/png", 9, "0" * 64)
    return feed_of(dataclasses.replace(made, files=(*made.files, file)))


def test_the_picture_of_a_post_is_told_with_its_shape_and_description() -> None:
    found = etree.fromstring(_pictured((1200, 800))).find("channel/item/podcast:image", NS)

    assert found is not None
    assert {str(name): str(value) for name, value in found.items()} == {
        "href": "https://example.org/posts/a-post/pictures/lock.png",
        "alt": "A lock",
        "aspect-ratio": "1200/800",
        "width": "1200",
        "height": "800",
        "type": "image/png",
    }


def test_a_picture_without_a_file_or_a_shape_is_not_told() -> None:
    assert b"A lock" not in _pictured((1200, 800), path="pictures/other.png")
    assert b"A lock" not in _pictured((0, 0))


def test_a_picture_that_nobody_describes_has_no_words() -> None:
    data = _pictured((1200, 800), dataclasses.replace(LOCK, alt=None))

    assert etree.fromstring(data).xpath("//item/podcast:image/@alt", namespaces=NS) == []


def test_each_file_of_the_sound_has_its_size_and_digest() -> None:
    digest = "sha256-" + b64encode(bytes(32)).decode()
    item = etree.fromstring(feed_of(episode(post_of(), duration=400_000))).find("channel/item")
    assert item is not None
    told = [
        (
            sound.get("type"),
            sound.get("length"),
            sound.get("default"),
            sound.get("bitrate"),
            [source.get("uri") for source in sound.findall("podcast:source", NS)],
            [digest.get("value") for digest in sound.findall("podcast:integrity", NS)],
        )
        for sound in item.findall("podcast:alternateEnclosure", NS)
    ]

    folder = "https://example.org/posts/a-post/"
    assert told == [
        ("audio/mpeg", "1001", "true", None, [f"{folder}a-post.mp3"], [digest]),
        ("audio/ogg", "1002", None, "20", [f"{folder}a-post.opus"], [digest]),
    ]


def test_the_small_file_is_not_told_where_it_was_not_made() -> None:
    whole = episode(post_of())
    files = tuple(card for card in whole.files if not card.path.endswith(".opus"))

    assert b"audio/ogg" not in feed_of(dataclasses.replace(whole, files=files))


def test_no_file_of_the_sound_is_another_way_to_read() -> None:
    assert b'contentLink href="https://example.org/posts/a-post/a-post.opus"' not in feed_of(
        episode(post_of())
    )


def test_a_cover_of_its_own_is_shown_with_words_for_who_does_not_see_it() -> None:
    whole = episode(post_of(title="Tides & <time>"))
    card = FileCard("posts/a-post/cover.jpg", "image/jpeg", 9, "0" * 64)
    data = feed_of(dataclasses.replace(whole, files=(*whole.files, card)))

    address = "https://example.org/posts/a-post/cover.jpg"
    assert one(data, "channel/item/itunes:image/@href") == address
    assert one(data, "channel/item/podcast:image/@href") == address
    assert one(data, "channel/item/podcast:image/@alt") == "Cover of Tides & <time>"
    assert b"cover.jpg" not in feed_of(whole).partition(b"<item>")[2]
