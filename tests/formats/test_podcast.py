"""The feed: the checks that directories make of one, and that each of them can fail."""

import dataclasses
import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any
from uuid import UUID, uuid5

import pytest
from lxml import etree

from formats import podcast
from formats.model import Blog, Chapter, Edition, Episode, FileCard, Post, Publication
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    edition_of,
    episode_of,
    paragraph,
    post_of,
    rich_post,
)

NS = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
MADE = {
    "index.html": "text/html",
    "{slug}.mp3": "audio/mpeg",
    "{slug}.epub": "application/epub+zip",
    "large-print.pdf": "application/pdf",
    "transcript.vtt": "text/vtt",
    "transcript.srt": "application/x-subrip",
    "transcript.json": "application/json",
    "chapters.json": "application/json+chapters",
}


def episode(post: Post, **fields: Any) -> Episode:
    """The card of a post of which every edition was made."""
    files = tuple(
        FileCard(f"posts/{post.slug}/{name.format(slug=post.slug)}", mime, 1000 + n, "0" * 64)
        for n, (name, mime) in enumerate(MADE.items())
    )
    return dataclasses.replace(episode_of(edition_of(post)), files=files, **fields)


def feed_of(*episodes: Episode, publication: Publication = PUBLICATION) -> bytes:
    editions: tuple[Edition, ...] = ()
    (file,) = podcast.render_blog(Blog(publication, episodes, editions))
    assert (file.path, file.mime) == ("feed.xml", "application/rss+xml")
    return file.data


def one(data: bytes, path: str) -> str:
    """The text or attribute that a path finds, which must be one."""
    found = etree.fromstring(data).xpath(path, namespaces=NS)
    assert isinstance(found, list)
    assert len(found) == 1, f"{path}: {found}"
    return found[0] if isinstance(found[0], str) else str(found[0].text)  # type: ignore[union-attr] # it is an element


# --- the checks -----------------------------------------------------------------------------

REQUIRED = (
    "channel/title",
    "channel/link",
    "channel/description",
    "channel/language",
    "channel/atom:link[@rel='self'][@type='application/rss+xml']",
    "channel/itunes:image[@href]",
    "channel/itunes:category[@text]",
    "channel/itunes:explicit",
    "channel/podcast:guid",
)
REQUIRED_OF_ITEM = ("title", "enclosure[@url][@length][@type]", "guid[@isPermaLink='false']")
ADDRESS = re.compile(r"https?://[A-Za-z0-9.:-]+/[A-Za-z0-9._~%/-]*")


def faults(data: bytes) -> list[str]:
    """What Apple's, PSP-1's and the W3C validator's rules have against a feed."""
    rss = etree.fromstring(data)
    found = [f"no {path}" for path in REQUIRED if len(rss.findall(path, NS)) != 1]
    items = rss.findall("channel/item")
    for item in items:
        found += [f"no {path}" for path in REQUIRED_OF_ITEM if len(item.findall(path, NS)) != 1]
        found += item_faults(item)
    for what in ("guid", "pubDate"):
        values = [item.findtext(what) for item in items]
        found += [f"two items have one {what}"] * (len(set(values)) < len(values))
    days = [parsedate_to_datetime(item.findtext("pubDate", "")) for item in items]
    found += ["not newest first"] * (days != sorted(days, reverse=True))
    return found + text_faults(rss)


def item_faults(item: etree._Element) -> list[str]:
    enclosure = item.find("enclosure")
    assert enclosure is not None
    day = item.findtext("pubDate", "")
    found = []
    if not enclosure.get("length", "").isdigit() or not int(enclosure.get("length", "0")):
        found.append("no length in bytes")
    if enclosure.get("type") != "audio/mpeg" or not enclosure.get("url", "").endswith(".mp3"):
        found.append("not an MP3")
    if not item.findtext("itunes:duration", "", NS).isdigit():
        found.append("no duration in seconds")
    if format_datetime(parsedate_to_datetime(day).astimezone(UTC)) != day:
        found.append(f"not a date of RFC 2822: {day}")
    if len(item.findtext("description", "").encode()) > 4000:
        found.append("a description of more than 4,000 bytes")
    return found


def text_faults(rss: etree._Element) -> list[str]:
    found = []
    for element in rss.iter():
        for name in ("url", "href"):
            address = element.get(name)
            if address is not None and not ADDRESS.fullmatch(address):
                found.append(f"not an absolute, encoded address: {address}")
        text = element.text or ""
        if not len(element) and text != text.strip():
            found.append(f"white space around {text!r}")
        if element.tag.endswith("explicit") and text not in ("true", "false"):
            found.append(f"explicit is {text}")
        long = element.tag not in ("description", f"{{{NS['content']}}}encoded")
        if long and len(text) > 255:
            found.append(f"{element.tag} of more than 255 characters")
    return found


DAY = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
BROKEN = {
    "no length": (b'length="1001"', b'length=""'),
    "a wrong kind": (b'type="audio/mpeg"', b'type="audio/mp3"'),
    "a duration in words": (b"duration>5<", b"duration>0:05<"),
    "a wrong weekday": (b"<pubDate>Tue", b"<pubDate>Wed"),
    "explicit in words": (b"explicit>false", b"explicit>clean"),
    "a relative address": (b'url="https://example.org/posts', b'url="posts'),
    "a space in an address": (b"a-post.mp3", b"a post.mp3"),
    "a guid that is an address": (b'isPermaLink="false"', b'isPermaLink="true"'),
    "no language": (b"<language>en-gb</language>", b""),
    "no address of its own": (b'rel="self"', b'rel="next"'),
    "white space": (b"<language>en-gb", b"<language> en-gb"),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_the_checks_used_here_refuse_a_feed_that_is_broken(change: tuple[bytes, bytes]) -> None:
    data = feed_of(episode(post_of(), duration=5000))
    assert faults(data) == []
    assert change[0] in data
    assert faults(data.replace(*change))


def test_the_checks_refuse_two_episodes_of_one_id_or_one_day() -> None:
    data = feed_of(episode(post_of()), episode(post_of(slug="b")))
    guids = re.findall(rb"isPermaLink=\"false\">([^<]+)<", data)
    days = re.findall(rb"<pubDate>([^<]+)<", data)
    assert faults(data) == []
    assert "two items have one guid" in faults(data.replace(guids[1], guids[0]))
    assert "two items have one pubDate" in faults(data.replace(days[1], days[0]))


# --- what is written ------------------------------------------------------------------------


def test_posts_of_every_kind_give_a_feed_without_faults() -> None:
    assert faults(feed_of(*map(episode, [rich_post(), *AWKWARD.values()]))) == []


def test_a_blog_without_settings_gives_a_feed_without_faults() -> None:
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
    assert faults(data) == []
    assert one(data, "channel/description") == "Posts: read aloud."
    assert b"itunes:owner" not in data
    assert b"podcast:locked" not in data


def test_a_blog_of_no_posts_still_gives_a_feed() -> None:
    assert faults(feed_of()) == []


def test_a_post_without_sound_is_not_in_it() -> None:
    silent = dataclasses.replace(episode(post_of()), files=())
    assert b"<item>" not in feed_of(silent)


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


def test_the_notes_disclose_the_voice_and_list_chapters_and_other_editions() -> None:
    chapters = (Chapter("title", "High & low", 0, 1000), Chapter("s1", "Ebb", 61_000, 70_000))
    data = feed_of(episode(post_of(summary="Of <tides>."), chapters=chapters))
    notes = one(data, "channel/item/description")
    assert notes.startswith("<p>Of &lt;tides&gt;.</p><p>Read aloud by a synthetic voice: a test")
    assert "<li>0:00 High &amp; low</li><li>1:01 Ebb</li>" in notes
    assert 'href="https://example.org/posts/a-post/large-print.pdf"' in notes
    assert notes == one(data, "channel/item/content:encoded")


def test_long_notes_are_cut_between_chapters_at_4000_bytes() -> None:
    chapters = tuple(Chapter(f"s{n}", f"Über Käse {n}", n * 1000, n * 1000) for n in range(300))
    data = feed_of(episode(post_of(summary="ü" * 3000), chapters=chapters))
    notes = one(data, "channel/item/description")
    assert 3900 < len(notes.encode()) <= 4000
    assert notes.endswith("</li></ul>")
    assert "Über Käse 299" in one(data, "channel/item/content:encoded")
    etree.fromstring(f"<x>{notes}</x>")


def test_a_long_description_of_the_blog_is_cut_inside_no_character() -> None:
    blog = dataclasses.replace(PUBLICATION, description="€" * 2000)
    text = one(feed_of(publication=blog), "channel/description")
    assert len(text.encode()) <= 4000
    assert set(text) == {"€", "…"}


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


def test_who_wrote_and_who_speaks_are_told_apart() -> None:
    item = etree.fromstring(feed_of(episode(post_of()))).find("channel/item")
    assert item is not None
    found = [(p.get("group"), p.get("role"), p.text) for p in item.findall("podcast:person", NS)]
    assert found == [
        ("writing", "author", "Ada Shore"),
        ("cast", "narrator", "a test voice (synthetic voice)"),
    ]
    assert item.findtext("podcast:txt[@purpose='ai-content']", "", NS) == "true"


@pytest.mark.parametrize(
    ("licence", "told"), [("CC BY 4.0", ["CC-BY-4.0"]), ("Ask me", []), ("", [])]
)
def test_only_a_licence_that_players_know_is_told(licence: str, told: list[str]) -> None:
    blog = dataclasses.replace(PUBLICATION, licence=licence)
    found = etree.fromstring(feed_of(publication=blog)).findall("channel/podcast:license", NS)
    assert [element.text for element in found] == told


def test_a_category_holds_its_sub_category() -> None:
    blog = dataclasses.replace(PUBLICATION, categories=("Health & Fitness", "Medicine"))
    path = "channel/itunes:category[@text='Health & Fitness']/itunes:category/@text"
    assert one(feed_of(publication=blog), path) == "Medicine"


def test_characters_that_xml_forbids_are_left_out() -> None:
    data = feed_of(episode(post_of(paragraph("x"), title="a\x00b\x0bc\ufffe", summary="\x07]]>")))
    assert one(data, "channel/item/title") == "abc"
    assert "]]&gt;" in one(data, "channel/item/description")


def test_the_same_blog_always_has_the_same_bytes() -> None:
    assert feed_of(episode(rich_post())) == feed_of(episode(rich_post()))
