"""The post in the eBraille book keeps its structure, and gains the signs of braille."""

from lxml import etree

from tests.formats.braille.pages import book, printed
from tests.formats.builders import RICH_MEDIA, edition, edition_of, paragraph
from tests.formats.builders import rich_post as rich

HTML = "{http://www.w3.org/1999/xhtml}"


def test_lists_tables_and_headings_keep_their_structure() -> None:
    page = etree.fromstring(book(edition_of(rich(), RICH_MEDIA))["ebraille/post.html"])

    for tag in ("h1", "h2", "h3", "ul", "ol", "li", "dl", "blockquote", "pre", "table", "th"):
        assert page.find(f".//{HTML}{tag}") is not None, tag


def test_the_marks_of_items_and_emphasis_are_in_the_braille_itself() -> None:
    page = book(edition_of(rich(), RICH_MEDIA))["ebraille/post.html"].decode()

    assert "<li>⠸⠲⠀⠕⠝⠑</li>" in page
    assert "⠼⠙⠲⠀⠋⠕⠥⠗" in page
    assert "⠨⠂⠇⠕⠺" in page
    assert "<em>" not in page


def test_a_printed_page_is_marked_where_its_first_sentence_begins() -> None:
    page = book(printed(edition(paragraph("One. Two. Three.")), each=2))["ebraille/post.html"]

    text = page.decode()
    assert text.index("⠠⠞⠺⠕⠲") < text.index('id="page-2"') < text.index("⠠⠞⠓⠗⠑⠑⠲")
