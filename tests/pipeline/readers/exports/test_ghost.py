"""Ghost's export, of each age: its posts, who wrote them, and nothing that is not public."""

import json
from pathlib import Path

import pytest

from pipeline.readers import Defaults, Reading
from tests.pipeline.readers.exports.shapes import lines
from tests.pipeline.readers.reading import codes, only_post, reading
from tests.pipeline.readers.shared.drawings import png

POST: dict[str, object] = {
    "id": "1",
    "title": "A walk",
    "slug": "a-walk",
    "status": "published",
    "visibility": "public",
    "html": "<p>Rain.</p>",
    "published_at": "2024-05-06T10:00:00.000Z",
}


def export(*posts: dict[str, object], **tables: object) -> str:
    return json.dumps({"db": [{"meta": {"version": "5.0"}, "data": {"posts": posts, **tables}}]})


def read(folder: Path, text: str, *, pages: bool = False) -> Reading:
    return reading(folder, {"blog.json": text}, Defaults(pages=pages))


def lexical(*children: object) -> str:
    return json.dumps({"root": {"type": "root", "children": children}})


def test_a_post_has_what_all_tables_say_of_it(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        export(
            {**POST, "custom_excerpt": "Rain & sun", "feature_image": "https://a.org/a.png"},
            users=[{"id": "u", "name": "Ada"}, {"id": "v", "name": "Bea"}],
            tags=[{"id": "t", "name": "Walks"}, {"id": "h", "name": "#hidden"}],
            posts_authors=[
                {"post_id": "1", "author_id": "v", "sort_order": 1},
                {"post_id": "1", "author_id": "u", "sort_order": 0},
            ],
            posts_tags=[{"post_id": "1", "tag_id": "t"}, {"post_id": "1", "tag_id": "h"}],
            posts_meta=[{"post_id": "1", "feature_image_alt": "Two ducks"}],
            settings=[{"key": "title", "value": "Tides"}, {"key": "locale", "value": "fr"}],
        ),
    )
    post = only_post(found)

    assert (post.slug, post.title, post.summary) == ("a-walk", "A walk", "Rain & sun")
    assert (post.authors, post.tags, post.language) == (("Ada", "Bea"), ("Walks",), "fr")
    assert lines(post) == ["[https://a.org/a.png|Two ducks]", "Rain."]
    assert found.title == "Tides"


def test_an_export_of_ghost_0_is_read(tmp_path: Path) -> None:
    old = {
        "id": 1,
        "title": "Old",
        "slug": "old",
        "status": "published",
        "page": 0,
        "markdown": "It *rained*.\n\n* One",
        "html": None,
        "author_id": 1,
        "published_at": 1393804800000,
    }
    tables = {"posts": [old], "users": [{"id": 1, "name": "Ada"}]}
    post = only_post(read(tmp_path, json.dumps({"meta": {"version": "000"}, "data": tables})))

    assert (post.authors, lines(post)) == (("Ada",), ["It rained.", "- One"])
    assert post.published is not None
    assert post.published.date().isoformat() == "2014-03-03"


def test_posts_of_the_programming_interface_are_read(tmp_path: Path) -> None:
    served = {**POST, "uuid": "x", "authors": [{"name": "Ada"}], "tags": [{"name": "Walks"}]}
    post = only_post(read(tmp_path, json.dumps({"posts": [served]})))

    assert (post.authors, post.tags) == (("Ada",), ("Walks",))


def test_the_editors_own_form_is_read_where_there_is_no_html(tmp_path: Path) -> None:
    child = {"type": "paragraph", "children": [{"type": "text", "text": "Lexical."}]}
    mobile = {"sections": [[1, "p", [[0, [], 0, "Mobiledoc."]]]]}
    found = read(
        tmp_path,
        export(
            {**POST, "html": None, "slug": "a", "lexical": lexical(child)},
            {**POST, "html": "", "slug": "b", "mobiledoc": json.dumps(mobile)},
            {**POST, "html": None, "slug": "c", "plaintext": "Plain < text."},
        ),
    )

    assert [lines(post) for post in found.posts] == [
        ["Lexical."],
        ["Mobiledoc."],
        ["Plain < text."],
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"status": "draft"},
        {"status": "scheduled"},
        {"status": "sent"},
        {"visibility": "members"},
        {"visibility": "paid"},
        {"visibility": "tiers"},
    ],
)
def test_what_is_not_for_everybody_is_left_out(tmp_path: Path, more: dict[str, object]) -> None:
    found = read(tmp_path, export({**POST, **more}))

    assert (found.posts, codes(found)) == ((), ["draft"])


def test_a_newsletter_that_was_only_sent_is_left_out(tmp_path: Path) -> None:
    sent = export(POST, posts_meta=[{"post_id": "1", "email_only": 1}])

    assert read(tmp_path, sent).posts == ()


@pytest.mark.parametrize("page", [{"type": "page"}, {"page": True}, {"page": 1}])
def test_pages_are_published_by_setting(tmp_path: Path, page: dict[str, object]) -> None:
    text = export(POST, {**POST, **page, "slug": "about"})

    assert codes(read(tmp_path / "a", text)) == ["pages-left-out"]
    assert [p.slug for p in read(tmp_path / "b", text, pages=True).posts] == ["a-walk", "about"]


def test_pictures_are_sought_beside_the_export_and_own_links_keep_their_words(
    tmp_path: Path,
) -> None:
    text = (
        '<p><a class="x" href="__GHOST_URL__/b/">own</a> <a href="https://b.org">other</a></p>'
        '<img src="__GHOST_URL__/content/images/a.png" alt="A dot">'
    )
    export_of = export({**POST, "html": text})
    found = reading(tmp_path, {"blog.json": export_of, "content/images/a.png": png()})
    post = only_post(found)

    assert lines(post) == ["own other", "[pictures/a.png|A dot]"]
    assert "GHOST" not in str(post)
    assert codes(found) == ["links-left-out"]


def test_the_caption_of_the_picture_above_is_kept(tmp_path: Path) -> None:
    post = {**POST, "feature_image": "https://a.org/a.png", "feature_image_caption": "By <b>me</b>"}

    assert lines(only_post(read(tmp_path, export(post))))[0] == "[https://a.org/a.png|None] By me"


def test_a_post_in_a_broken_form_fails_alone(tmp_path: Path) -> None:
    broken = {**POST, "html": None, "lexical": '{"root":', "title": "Torn", "slug": "torn"}
    found = read(tmp_path, export(broken, POST))

    assert [post.slug for post in found.posts] == ["a-walk"]
    assert [error.message[:6] for error in found.errors] == ["“Torn”"]
