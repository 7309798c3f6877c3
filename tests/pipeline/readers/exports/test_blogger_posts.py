"""Posts as Blogger's programming interface gives them."""

import json
from pathlib import Path

import pytest

from pipeline.readers import Defaults
from tests.pipeline.readers.exports.shapes import lines
from tests.pipeline.readers.reading import codes, only_post, reading

POST = {
    "kind": "blogger#post",
    "url": "http://a.blogspot.com/2017/06/walk.html",
    "published": "2017-06-20T00:32:00-04:00",
    "title": "A walk",
    "content": "Rain.<br /><br />Sun.",
    "author": {"displayName": "Ada &amp; Co."},
    "labels": ["books", "This & That"],
}
OTHERS = [
    {"kind": "blogger#post", "status": "DRAFT", "title": "Later", "content": "x"},
    {"kind": "blogger#page", "title": "About", "content": "Us"},
    {"kind": "blogger#comment", "content": "Nice"},
]


@pytest.mark.parametrize("data", [[POST], POST, {"kind": "blogger#postList", "items": [POST]}])
def test_a_list_a_post_and_a_page_of_a_list_are_read(tmp_path: Path, data: object) -> None:
    post = only_post(reading(tmp_path, {"a.json": json.dumps(data)}))

    assert (post.slug, post.title, post.authors) == ("walk", "A walk", ("Ada & Co.",))
    assert (lines(post), post.tags) == (["Rain.", "Sun."], ("books", "This & That"))


def test_drafts_pages_and_comments_are_left_out_and_told(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.json": json.dumps([POST, *OTHERS])})

    assert only_post(found).slug == "walk"
    assert codes(found) == ["comments-left-out", "pages-left-out", "draft"]


def test_pages_are_published_by_setting(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.json": json.dumps([POST, *OTHERS])}, Defaults(pages=True))

    assert [post.title for post in found.posts] == ["A walk", "About"]
