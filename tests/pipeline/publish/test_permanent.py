"""A feed that was once public keeps its id, and says so until the editor has written it down."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.publish.permanent import settled, told
from pipeline.publish.publication import feed_guid
from pipeline.settings import Settings

OLD = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
FEED = f"""<rss xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<atom:link rel="self" href="https://old.example.org/feed.xml"/>
<podcast:guid>{OLD}</podcast:guid></channel></rss>"""
MOVED = Settings(base_url="https://new.example.org/")


def test_a_blog_that_moves_keeps_the_id_of_its_feed(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED)

    assert settled(MOVED, tmp_path).guid == OLD


def test_an_id_in_the_settings_comes_first(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED)
    own = replace(MOVED, guid=feed_guid("https://a.example/"))

    assert settled(own, tmp_path) == own


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("old.example.org", "localhost:8000"),
        (OLD, "no id"),
        ("</rss>", ""),
        (FEED, ""),
        ("atom:link", "atom:other"),
    ],
)
def test_a_feed_that_was_never_public_or_is_damaged_gives_no_id(
    tmp_path: Path, before: str, after: str
) -> None:
    (tmp_path / "feed.xml").write_text(FEED.replace(before, after))

    assert settled(MOVED, tmp_path) == MOVED


def test_a_new_output_folder_has_no_id_yet(tmp_path: Path) -> None:
    assert settled(MOVED, tmp_path) == MOVED


def test_the_editor_is_told_the_id_until_it_is_in_the_settings() -> None:
    (note,) = told(MOVED, replace(MOVED, guid=OLD))

    assert f'guid = "{OLD}"' in note.remedy
    assert told(replace(MOVED, guid=OLD), replace(MOVED, guid=OLD)) == ()


def test_an_id_that_follows_from_the_address_is_not_told() -> None:
    same = replace(MOVED, guid=feed_guid("https://new.example.org/feed.xml"))

    assert told(MOVED, same) == ()
    assert told(MOVED, MOVED) == ()
