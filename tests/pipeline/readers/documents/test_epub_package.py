"""A book says its title, its chapters in their order, and where its contents lead."""

from pathlib import Path

from pipeline.readers.documents.epub_package import Pages, book, target, types
from pipeline.readers.documents.packages import Package
from pipeline.readers.html.document import tree
from pipeline.readers.shared.reading import File
from tests.pipeline.readers.documents.books import epub, line, page


def package(data: bytes) -> Package:
    return Package(File(Path(), Path("a.epub"), "a.epub", data))


PAGES = {"a.xhtml": page("<p id='x'>A<a id='y'/>B</p>"), "b.xhtml": page("<p>B</p>")}


def test_chapters_and_contents_are_paths_in_the_book() -> None:
    contents = line("One", "a.xhtml", line("Two", "b.xhtml#z"))
    found = book(package(epub(PAGES, contents)), "a.epub")

    assert found.spine == ("OPS/a.xhtml", "OPS/b.xhtml")
    assert [(one.title, one.path, one.fragment, one.depth) for one in found.contents] == [
        ("One", "OPS/a.xhtml", "", 0), ("Two", "OPS/b.xhtml", "z", 1),
    ]  # fmt: skip


def test_an_empty_element_of_xhtml_takes_nothing_in() -> None:
    pages = Pages(package(epub(PAGES, "")))

    assert pages.body("OPS/a.xhtml").get_text() == "AB"
    empty = pages.find("OPS/a.xhtml", "y")
    assert empty is not None
    assert empty.get_text() == ""
    assert pages.find("OPS/none.xhtml", "y") is None


def test_a_link_leads_to_a_path_and_an_id_or_out_of_the_book() -> None:
    assert target("OPS/a.xhtml", "b.xhtml#x") == ("OPS/b.xhtml", "x")
    assert target("OPS/a.xhtml", "#x") == ("OPS/a.xhtml", "x")
    assert target("OPS/a.xhtml", "https://a.org/") == ("", "")


def test_what_an_element_is_for_is_said_in_two_ways() -> None:
    body = tree('<p epub:type="footnote x" role="doc-endnote"></p>')

    paragraph = body.find("p")
    assert paragraph is not None
    assert types(paragraph) == {"footnote", "x", "endnote"}
