"""Posts of a JSON Feed, of either version."""

import json
from pathlib import Path

import pytest

from tests.pipeline.readers.exports.shapes import lines
from tests.pipeline.readers.reading import codes, only_post, reading


def feed(*items: object, **more: object) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items, **more})


def test_a_post_has_what_the_feed_says_of_it(tmp_path: Path) -> None:
    item = {
        "id": "1",
        "url": "https://a.org/2024/walk/",
        "title": "A < walk",
        "content_html": '<p>It <a href="../b">rained</a>.</p>',
        "summary": "Rain",
        "date_published": "2024-05-06T10:00:00Z",
        "tags": ["walks"],
        "authors": [{"name": "Ada"}, {"url": "x"}],
    }
    found = reading(tmp_path, {"feed.json": feed(item, title="Tides", language="de")})
    post = only_post(found)

    assert (post.slug, post.title, post.language) == ("walk", "A < walk", "de")
    assert (post.authors, post.summary, post.tags) == (("Ada",), "Rain", ("walks",))
    assert (lines(post), found.title) == (["It rained."], "Tides")
    assert "https://a.org/2024/b" in str(post.blocks)


@pytest.mark.parametrize(
    "more", [{"author": {"name": "Ada"}}, {"authors": [{"name": "Ada"}]}], ids=["1.0", "1.1"]
)
def test_the_author_of_the_feed_is_that_of_its_posts(
    tmp_path: Path, more: dict[str, object]
) -> None:
    found = reading(tmp_path, {"feed.json": feed({"id": "1", "content_html": "<p>x</p>"}, **more)})

    assert only_post(found).authors == ("Ada",)


def test_plain_text_is_in_paragraphs_and_its_signs_are_no_markup(tmp_path: Path) -> None:
    found = reading(tmp_path, {"f.json": feed({"id": "1", "content_text": "a < b & c\n\nTwo."})})

    assert lines(only_post(found)) == ["a < b & c", "Two."]
    assert codes(found) == ["title-guessed"]


def test_a_summary_alone_is_published_and_told(tmp_path: Path) -> None:
    found = reading(tmp_path, {"f.json": feed({"id": "1", "title": "T", "summary": "Rain & sun."})})

    assert lines(only_post(found)) == ["Rain & sun."]
    assert codes(found) == ["excerpt-only"]


def test_a_recording_and_an_empty_feed_are_told(tmp_path: Path) -> None:
    item = {
        "id": "1",
        "title": "T",
        "content_html": "x",
        "attachments": [{"mime_type": "audio/mpeg"}],
    }

    assert codes(reading(tmp_path / "a", {"f.json": feed(item)})) == ["recording-left-out"]
    assert codes(reading(tmp_path / "b", {"f.json": feed()})) == ["no-posts"]
