"""The pages of the large print are marked in the book, and listed."""

import dataclasses
from pathlib import Path

from formats.epub import render, render_blog
from formats.model import Edition
from tests.formats.builders import blog_of, edition, heading, paragraph
from tests.formats.epub.books import NAMES, Book, book_of
from tests.judging import BROWSER, JAVA, judged

TYPE = f"{{{NAMES['epub']}}}type"


def paged(pages: dict[str, int]) -> Edition:
    made = edition(paragraph("One.", "Two."), heading(2, "Ebb"), paragraph("Three."))
    return dataclasses.replace(made, printed=pages)


PAGES = {"s1": 1, "s2": 2, "s3": 3, "s4": 3}


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
