"""A post of Substack's export is a fragment, and a row of a table beside it."""

from pathlib import Path

import pytest

from pipeline.readers import Defaults
from pipeline.readers.exports import substack
from tests.pipeline.readers.exports.shapes import lines
from tests.pipeline.readers.reading import codes, only_post, reading

HEAD = "post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url\n"
ROW = '140001.first,2024-03-10T12:00:00.000Z,{},,{},{},"First, a <letter>",On tides,{}\n'
POST = "posts/140001.first.html"


def table(
    published: str = "true", kind: str = "newsletter", audience: str = "everyone", sound: str = ""
) -> str:
    return HEAD + ROW.format(published, kind, audience, sound)


@pytest.mark.parametrize("place", ["posts.csv", "posts/posts.csv"])
def test_the_table_gives_title_subtitle_and_date(tmp_path: Path, place: str) -> None:
    found = reading(tmp_path, {place: table(), POST: "<p>Rain.</p>"})
    post = only_post(found)

    assert (post.slug, post.title, post.summary) == ("first", "First, a <letter>", "On tides")
    assert post.published is not None
    assert post.published.date().isoformat() == "2024-03-10"
    assert (lines(post), codes(found)) == (["Rain."], [])


def test_without_the_table_the_name_of_the_file_is_the_title_and_it_is_told(tmp_path: Path) -> None:
    found = reading(tmp_path, {"140001.a-first-letter.html": "<p>Rain.</p>"})

    assert only_post(found).title == "A first letter"
    assert codes(found) == ["substack-table"]


@pytest.mark.parametrize(
    "row", [table("false"), table(audience="only_paid"), table(audience="founding")]
)
def test_what_is_not_for_everybody_is_left_out_even_if_empty(tmp_path: Path, row: str) -> None:
    found = reading(tmp_path, {"posts.csv": row, POST: ""})

    assert (found.posts, found.errors, codes(found)) == ((), (), ["draft"])


def test_a_page_is_published_by_setting(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"posts.csv": table(kind="page"), POST: "<p>Us.</p>"}

    assert codes(reading(tmp_path / "a", files)) == ["pages-left-out"]
    assert only_post(reading(tmp_path / "b", files, Defaults(pages=True))).slug == "first"


def test_boxes_and_recordings_are_told(tmp_path: Path) -> None:
    text = '<p>Rain.</p><div class="subscription-widget-wrap">Join</div>'
    files: dict[str, str | bytes] = {
        "posts.csv": table(kind="podcast", sound="https://a.org/a.mp3"),
        POST: text,
    }

    assert codes(reading(tmp_path, files)) == ["page-furniture", "recording-left-out"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("posts/140001.first.opens.csv", "post_id,timestamp,email\n140001,x,a@a.org"),
        ("email_list.tides.csv", "email,active_subscription,expiry\na@a.org,true,"),
    ],
)
def test_tables_about_readers_are_neither_read_nor_told(
    tmp_path: Path, name: str, text: str
) -> None:
    found = reading(tmp_path, {name: text})

    assert (found.posts, found.errors, codes(found)) == ((), (), [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("404.html", "---\nlayout: x\n---\n<p>x</p>"),
        ("140001.first.html", "<!DOCTYPE html><p>x</p>"),
        ("2024.html.md", "<p>x</p>"),
        ("a-walk.html", "<p>x</p>"),
        ("words.csv", "written,spoken\n"),
    ],
)
def test_other_files_are_not_claimed(name: str, text: str) -> None:
    assert not substack.claims(name, text.encode())
