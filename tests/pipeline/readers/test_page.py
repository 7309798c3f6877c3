"""A web page is read as one post, without the page's own furniture."""

from datetime import UTC, datetime
from pathlib import Path

from formats.model import Paragraph
from tests.pipeline.readers.reading import codes, only_post, reading, words

PAGE = """<!DOCTYPE html><html lang="cy"><head><title>T | Blog</title>
<meta property="og:title" content="The title"><meta name="author" content="Ann">
<meta property="article:published_time" content="2024-05-31T09:00:00Z">
<meta name="description" content="Short."><style>p {}</style></head>
<body><nav>Home About</nav><article><header><h1>The title</h1></header>
<p>First &amp; last.</p><aside>See also</aside><p><img src="x.png" alt=""></p>
<footer>Tagged</footer></article><footer>Copyright</footer></body></html>"""


def test_the_head_says_title_author_date_language_and_summary(tmp_path: Path) -> None:
    post = only_post(reading(tmp_path, {"p.html": PAGE}))
    assert (post.title, post.authors, post.language) == ("The title", ("Ann",), "cy")
    assert (post.published, post.summary) == (datetime(2024, 5, 31, 9, tzinfo=UTC), "Short.")


def test_furniture_inside_the_article_is_left_out_and_named(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.html": PAGE})
    assert words(only_post(found)) == ["First", "&", "last."]
    assert codes(found) == ["picture-missing", "page-furniture"]


def test_an_empty_alternative_text_in_html_means_decoration(tmp_path: Path) -> None:
    post = only_post(reading(tmp_path, {"p.html": PAGE}))
    assert "Picture(src='x.png', alt='')" in str(post.blocks)


def test_a_time_element_and_the_title_element_serve_where_the_head_is_silent(
    tmp_path: Path,
) -> None:
    page = "<title>T</title><p>Hi <time datetime='2020-02-03'>then</time>.</p>"
    post = only_post(reading(tmp_path, {"p.htm": page}))
    assert (post.title, post.published) == ("T", datetime(2020, 2, 3, tzinfo=UTC))
    assert [type(block) for block in post.blocks] == [Paragraph]


def test_a_page_without_any_title_is_refused(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.html": "<p>Text.</p>"})
    assert [(e.where, bool(e.remedy)) for e in found.errors] == [("p.html", True)]


def test_a_pages_own_picture_that_is_neither_here_nor_described_is_only_told(
    tmp_path: Path,
) -> None:
    page = '<title>T</title><meta property="og:image" content="a.png"><p>Text.</p>'
    found = reading(tmp_path, {"p.html": page})
    assert "picture-missing" in codes(found)
    assert "Picture(" not in str(only_post(found).blocks)


SENTENCE = "It had rained all night, and the towpath was soft, so that we walked slowly."
PROSE, TEXT = f"<p>{SENTENCE}</p>", SENTENCE.split()


def whole(body: str, head: str = "<title>T</title>") -> str:
    """A whole page."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def test_a_byline_gives_author_and_date_and_is_not_read(tmp_path: Path) -> None:
    page = whole(f"<h1>T</h1><p><i>by Ann Example, 31 May 2024</i></p>{PROSE * 2}")
    post = only_post(reading(tmp_path, {"p.html": page}))
    assert (post.authors, post.published) == (("Ann Example",), datetime(2024, 5, 31, tzinfo=UTC))
    assert words(post) == TEXT * 2


def test_a_strangers_comment_and_a_share_box_are_not_the_post(tmp_path: Path) -> None:
    box = f'<div class="entry-content">{PROSE}<div class="sharedaddy">Share this: X</div></div>'
    comments = f'<div id="comments"><h2>One comment</h2><article>{PROSE * 4}</article></div>'
    found = reading(tmp_path, {"p.html": whole(f"<main><h1>T</h1>{box}{comments}</main>")})
    assert words(only_post(found)) == TEXT
    assert codes(found) == ["page-furniture"]


def test_each_post_of_a_front_page_is_a_post(tmp_path: Path) -> None:
    articles = "".join(
        f'<article><h2><a href="/{n}">Walk {n}</a></h2><time datetime="2024-05-0{n}">May</time>'
        f"{PROSE * 5}</article>"
        for n in (1, 2)
    )
    found = reading(tmp_path, {"p.html": whole(f"<h1>Notes</h1>{articles}")})
    assert [(post.title, post.slug) for post in found.posts] == [
        ("Walk 1", "walk-1"),
        ("Walk 2", "walk-2"),
    ]
    assert [post.published.day for post in found.posts if post.published] == [1, 2]


def test_a_part_of_a_page_is_kept_whole(tmp_path: Path) -> None:
    part = f"<h1>T</h1><p>by Ann</p>{PROSE}<footer>Tags: a</footer>"
    found = reading(tmp_path, {"p.html": part})
    assert words(only_post(found)) == ["by", "Ann", *TEXT, "Tags:", "a"]
    assert codes(found) == []


def test_links_start_from_the_address_of_the_page(tmp_path: Path) -> None:
    head = '<title>T</title><link rel="canonical" href="https://a.example/b/c">'
    found = reading(tmp_path, {"p.html": whole(f'{PROSE}<a href="d">there</a>', head)})
    assert "Link(href='https://a.example/b/d'" in str(only_post(found).blocks)


def test_hidden_text_is_told_and_not_read(tmp_path: Path) -> None:
    head = "<title>T</title><style>.x{display:none}</style>"
    found = reading(tmp_path, {"p.html": whole(f"{PROSE}<p class=x>Secret</p>", head)})
    assert words(only_post(found)) == TEXT
    assert codes(found) == ["hidden-text"]


def test_a_page_in_one_form_is_read(tmp_path: Path) -> None:
    page = f'<html><body><form id="aspnetForm"><h1>T</h1>{PROSE}</form></body></html>'
    assert words(only_post(reading(tmp_path, {"p.html": page}))) == TEXT
