"""The eBraille book: structure for devices that lay out the braille themselves."""

import io
import zipfile
from dataclasses import replace

from lxml import etree

from formats import braille
from formats.braille.book import braille_tag
from formats.model import Edition
from tests.formats.braille.test_braille import printed
from tests.formats.builders import PUBLICATION, RICH_MEDIA, edition, edition_of, heading, paragraph
from tests.formats.builders import rich_post as rich

HTML = "{http://www.w3.org/1999/xhtml}"


def book(of: Edition) -> dict[str, bytes]:
    *_, file = braille.render(of)
    assert file.path == "braille.ebrl"
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_its_first_entry_is_its_type_and_two_files_are_at_its_root() -> None:
    names = list(book(edition(paragraph("x"))))

    assert names[0] == "mimetype"
    assert {"package.opf", "index.html"} <= set(names)


def test_lists_tables_and_headings_keep_their_structure() -> None:
    page = etree.fromstring(book(edition_of(rich(), RICH_MEDIA))["ebraille/post.html"])

    for tag in ("h1", "h2", "h3", "ul", "ol", "li", "dl", "blockquote", "pre", "table", "th"):
        assert page.find(f".//{HTML}{tag}") is not None, tag


def test_the_contents_are_nested_as_the_headings_are() -> None:
    of = edition(heading(2, "a"), heading(3, "b"), heading(2, "c"), title="t")
    page = etree.fromstring(book(of)["index.html"])

    def tree(listed: etree._Element) -> list[object]:
        return [
            [item.findtext(f"{HTML}a"), *(tree(inner) for inner in item.findall(f"{HTML}ol"))]
            for item in listed
        ]

    (toc,) = page.iter(f"{HTML}nav")
    assert tree(toc[1]) == [["⠞", [["⠁", [["⠃"]]], ["⠉"]]]]


def test_the_printed_pages_are_listed_with_their_numbers_in_print_and_in_braille() -> None:
    made = book(printed(edition(paragraph("One. Two. Three.")), each=2))
    pages = list(etree.fromstring(made["index.html"]).iter(f"{HTML}nav"))[1]

    listed = [(a.get("title"), a.text, a.get("href")) for a in pages.iter(f"{HTML}a")]
    assert listed == [
        ("1", "⠼⠁", "ebraille/post.html#page-1"),
        ("2", "⠼⠃", "ebraille/post.html#page-2"),
    ]


def test_its_metadata_says_that_nobody_has_checked_it() -> None:
    package = book(edition(paragraph("x")))["package.opf"].decode()

    assert "not proofread by a braille reader" in package
    assert '<meta property="a11y:brailleSystem">UEB grade1</meta>' in package


def test_a_post_with_letters_that_have_no_signs_is_not_called_complete() -> None:
    whole, part = (book(edition(paragraph(text)))["package.opf"] for text in ("x", "日"))

    assert b'completeTranscription">true<' in whole
    assert b'completeTranscription">false<' in part


def test_a_post_without_authors_is_by_the_blog() -> None:
    blog = replace(PUBLICATION, author="")
    of = replace(edition(paragraph("x"), authors=()), publication=blog)

    assert b"<dc:creator>Tide &amp; Time</dc:creator>" in book(of)["package.opf"]


def test_its_language_has_the_script_of_braille() -> None:
    assert braille_tag("en-GB") == "en-Brai-GB"
    assert braille_tag("cy") == "cy-Brai"
    assert braille_tag("sr-Latn-RS") == "sr-Brai-RS"
