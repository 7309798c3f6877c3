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
