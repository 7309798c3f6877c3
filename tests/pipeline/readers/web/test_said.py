"""What a page says of its post is read from its head, from JSON-LD, and from around the text."""

from datetime import UTC, datetime

import pytest

from pipeline.readers.html.document import parse
from pipeline.readers.shared.reading import Meta
from pipeline.readers.web.said import base, meta

DATA = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type":
"BlogPosting", "headline": "A walk", "author": [{"name": "Ann Example"}, {"name": "Bo"}],
"datePublished": "2024-05-31", "dateModified": "2024-06-01"}]}</script>"""


def said(head: str, body: str = "", html: str = "<html>") -> Meta:
    soup = parse(f"<!doctype html>{html}<head>{head}</head><body>{body}</body></html>")
    assert soup.body is not None
    return meta(soup, soup.body)


def test_json_ld_gives_headline_authors_and_dates() -> None:
    found = said(DATA + '<meta name="author" content="admin">')
    assert (found.title, found.authors) == ("A walk", ("Ann Example", "Bo"))
    assert found.published == datetime(2024, 5, 31, tzinfo=UTC)
    assert found.updated == datetime(2024, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "data", ["{", "[[[[[[[[1]]]]]]]]", '{"@type": ["X"]}', "3", '{"@type":[]}']
)
def test_json_ld_that_says_nothing_of_a_post_is_passed_over(data: str) -> None:
    assert said(f'<script type="application/ld+json">{data}</script>') == Meta()


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>A walk – Notes</title>", "<h1>A walk</h1>", "A walk"),
        ("<title>A walk | Notes</title>", "<h2>A walk</h2>", "A walk"),
        ("<title>A walk – by the sea</title>", "", "A walk – by the sea"),
        (
            '<meta property="og:site_name" content="Notes"><title>Notes: A walk</title>',
            "",
            "A walk",
        ),
        ('<title>A walk - Notes</title>', '<p class="site-title">Notes</p>', "A walk"),
        ("<title>A walk</title>", "<h1>Notes</h1>", "A walk"),
    ],
)  # fmt: skip
def test_the_name_of_the_site_is_no_part_of_a_title(head: str, body: str, title: str) -> None:
    assert said(head, body).title == title


@pytest.mark.parametrize(
    ("html", "head", "language"),
    [
        ('<html lang="cy">', "", "cy"),
        ('<html xml:lang="fr">', "", "fr"),
        ("<html>", '<meta property="og:locale" content="de_DE">', "de-DE"),
        ("<html>", '<meta http-equiv="Content-Language" content="nl">', "nl"),
        ("<html>", "", ""),
    ],
)
def test_the_language_is_said_in_four_places(html: str, head: str, language: str) -> None:
    assert said(head, "", html).language == language


def test_an_author_is_a_name_and_no_address() -> None:
    address = '<meta property="article:author" content="https://a.example/ann">'
    assert said(address).authors == ()
    assert said("", '<span class="byline">By Ann Example</span>').authors == ("Ann Example",)


def test_tags_are_those_of_the_head_or_of_links() -> None:
    assert said("", '<a rel="tag" href="x">Canals</a>').tags == ("Canals",)
    assert said('<meta property="article:tag" content="a">', '<a rel="tag">b</a>').tags == ("a",)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ('<link rel="canonical" href="https://a.example/b/">', "https://a.example/b/"),
        ('<meta property="og:url" content="https://a.example/c">', "https://a.example/c"),
        ("<!-- saved from url=(0022)https://a.example/d -->", "https://a.example/d"),
        ('<base href="/e/"><link rel="canonical" href="https://a.example/b">',
         "https://a.example/e/"),
        ('<link rel="canonical" href="/b">', ""),
        ('<base href="file:///home/ann/">', ""),
        ('<link rel="canonical" href="http://[">', ""),
    ],
)  # fmt: skip
def test_relative_links_start_where_the_page_says_that_it_is(page: str, address: str) -> None:
    assert base(parse(page), page) == address
