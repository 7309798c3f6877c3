"""The page that says how to subscribe works for who has never done it, and fetches nothing."""

import dataclasses

from lxml import html

from formats.podcast.apps import APPS
from formats.registry import FORMATS
from tests.formats.builders import PUBLICATION, post_of
from tests.formats.podcast.feeds import episode, page_of

POSTS = tuple(
    episode(post_of(slug=slug, tags=tags))
    for slug, tags in (("a", ("sea",)), ("b", ("sea", "boats")), ("c", ()))
)


def links(page: bytes) -> list[str]:
    return [str(a.get("href")) for a in html.document_fromstring(page).iter("a")]


def test_the_address_to_copy_stands_before_the_apps_and_in_full() -> None:
    page = html.document_fromstring(page_of(*POSTS))
    first = next(e for e in page.iter("p") if e.get("class") == "address")

    assert "".join(map(str, first.itertext())) == "https://example.org/feed.xml"
    assert page_of().index(b'class="address"') < page_of().index(b'class="apps"')


def test_there_is_a_link_for_each_app() -> None:
    feed = "https://example.org/feed.xml"

    assert set(links(page_of(*POSTS))) >= {app.link(feed) for app in APPS}


def test_without_a_public_address_the_editor_is_told_what_is_missing() -> None:
    blog = dataclasses.replace(PUBLICATION, base_url="http://localhost:8000/")
    page = page_of(*POSTS, publication=blog)

    assert b"base_url" in page
    assert b"podcast://" not in page
    assert b"base_url" not in page_of(*POSTS)


def test_each_part_of_the_blog_has_its_own_address() -> None:
    assert "tags/sea/feed.xml" in links(page_of(*POSTS))
    assert b"https://example.org/tags/sea/feed.xml" in page_of(*POSTS)


def test_a_title_is_shown_as_it_is_and_never_run() -> None:
    blog = dataclasses.replace(PUBLICATION, title="<script>alert(1)</script>")

    assert b"<script>" not in page_of(*POSTS, publication=blog)
    assert b"&lt;script&gt;" in page_of(*POSTS, publication=blog)


def test_it_is_in_the_words_of_the_blog_and_says_that_the_voice_is_synthetic() -> None:
    blog = dataclasses.replace(PUBLICATION, language="de")

    assert "künstliche Stimme".encode() in page_of(publication=blog)
    assert b"synthetic voice" in page_of()


def test_the_small_files_are_spoken_of_only_where_they_are_made() -> None:
    rows = tuple(row for row in FORMATS if row.name != "low-data")
    without = dataclasses.replace(PUBLICATION, formats=rows)

    assert b"third of the data" in page_of()
    assert b"third of the data" not in page_of(publication=without)


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = html.document_fromstring(page_of(*POSTS))

    assert not list(page.iter("img", "iframe"))
    assert not [e for e in page.iter("*") if "://" in str(e.get("src", ""))]
