"""The eBraille book: structure for devices that lay out the braille themselves."""

from lxml import etree

from formats.braille.book import braille_tag
from tests.formats.braille.pages import book, printed
from tests.formats.builders import edition, heading, paragraph

HTML = "{http://www.w3.org/1999/xhtml}"


def test_its_first_entry_is_its_type_and_two_files_are_at_its_root() -> None:
    names = list(book(edition(paragraph("x"))))

    assert names[0] == "mimetype"
    assert {"package.opf", "index.html"} <= set(names)


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


def test_its_language_has_the_script_of_braille() -> None:
    assert braille_tag("en-GB") == "en-Brai-GB"
    assert braille_tag("cy") == "cy-Brai"
    assert braille_tag("sr-Latn-RS") == "sr-Brai-RS"
