"""The show notes disclose the voice, and are cut only where nothing is torn."""

import pytest
from lxml import etree

from formats.model import Chapter
from formats.podcast.notes import cut, notes
from tests.formats.builders import (
    PUBLICATION,
    post_of,
)
from tests.formats.podcast.feeds import episode, feed_of, one


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


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("sea", 3, "sea"),
        ("seas", 3, "…"),
        ("a sea", 5, "a sea"),
        ("€€€", 6, "€…"),
        ("a  b", 3, "a b"),
    ],
)
def test_a_text_is_cut_by_its_bytes_and_between_its_characters(
    text: str, limit: int, short: str
) -> None:
    assert cut(text, limit) == short


def test_one_chapter_alone_is_no_choice() -> None:
    alone = episode(post_of(), chapters=(Chapter("title", "High water", 0, 1000),))

    assert "High water" not in notes(PUBLICATION, alone, []).whole
