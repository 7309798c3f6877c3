"""Posts as WordPress' programming interface gives them."""

import json
from pathlib import Path

import pytest

from pipeline.readers import Defaults
from tests.pipeline.readers.exports.shapes import lines
from tests.pipeline.readers.reading import codes, only_post, reading

MEDIA = {"source_url": "https://a.org/a.png", "alt_text": "Two ducks"}
POST: dict[str, object] = {
    "type": "post",
    "status": "publish",
    "slug": "a-walk",
    "link": "https://a.org/2024/a-walk/",
    "date": "2024-05-06T12:00:00",
    "date_gmt": "2024-05-06T10:00:00",
    "title": {"rendered": "A <b>walk</b> &#8211; two"},
    "content": {"rendered": "<p>Rain.</p>", "protected": False},
    "excerpt": {"rendered": "<p>About rain.</p>"},
    "_embedded": {
        "author": [{"name": "Ada"}],
        "wp:term": [
            [{"taxonomy": "category", "name": "Uncategorized"}],
            [{"taxonomy": "post_tag", "name": "R &amp; D"}, {"taxonomy": "author", "name": "x"}],
        ],
        "wp:featuredmedia": [MEDIA],
    },
}


@pytest.mark.parametrize("data", [[POST], POST])
def test_a_post_has_what_was_embedded_with_it(tmp_path: Path, data: object) -> None:
    post = only_post(reading(tmp_path, {"a.json": json.dumps(data)}))

    assert (post.slug, post.title, post.summary) == ("a-walk", "A walk – two", "About rain.")
    assert (post.authors, post.tags) == (("Ada",), ("R & D",))
    assert post.published is not None
    assert post.published.isoformat() == "2024-05-06T10:00:00+00:00"
    assert lines(post) == ["[https://a.org/a.png|Two ducks]", "Rain."]


def test_an_excerpt_that_breaks_off_is_no_summary(tmp_path: Path) -> None:
    cut = {**POST, "excerpt": {"rendered": "<p>Rain [&hellip;]</p>\n"}}

    assert only_post(reading(tmp_path, {"a.json": json.dumps(cut)})).summary == ""


@pytest.mark.parametrize("status", ["draft", "pending", "future", "private", "trash"])
def test_what_is_not_published_is_left_out(tmp_path: Path, status: str) -> None:
    found = reading(tmp_path, {"a.json": json.dumps([{**POST, "status": status}])})

    assert (found.posts, codes(found)) == ((), ["draft"])


def test_a_post_with_a_password_is_left_out(tmp_path: Path) -> None:
    held = {**POST, "content": {"rendered": "x", "protected": True}}

    assert reading(tmp_path, {"a.json": json.dumps(held)}).posts == ()


def test_a_page_is_published_by_setting_only(tmp_path: Path) -> None:
    page = json.dumps([{**POST, "type": "page"}])

    assert codes(reading(tmp_path / "a", {"a.json": page})) == ["pages-left-out"]
    assert only_post(reading(tmp_path / "b", {"a.json": page}, Defaults(pages=True)))


def test_a_post_that_does_not_say_its_status_is_public_as_all_that_anyone_can_fetch(
    tmp_path: Path,
) -> None:
    public = {key: value for key, value in POST.items() if key != "status"}

    assert only_post(reading(tmp_path, {"a.json": json.dumps([public])}))
