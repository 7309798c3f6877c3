"""PEF has the same pages as BRF, with what they are and who made them."""

from dataclasses import replace

from lxml import etree

from formats.model import BrailleChoices
from tests.formats.braille.pages import files, pages, printed
from tests.formats.builders import (
    PUBLICATION,
    RICH_MEDIA,
    edition,
    edition_of,
    paragraph,
    rich_post,
)

PEF = "{http://www.daisy.org/ns/2008/pef}"
DC = "{http://purl.org/dc/elements/1.1/}"


def test_its_pages_are_those_of_the_brf() -> None:
    of = printed(edition_of(rich_post(), RICH_MEDIA))
    root = etree.fromstring(files(of)["braille.pef"])

    rows = [len(page.findall(f"{PEF}row")) for page in root.iter(f"{PEF}page")]
    assert rows == [len(page) for page in pages(of)]


def test_it_says_how_large_its_pages_are() -> None:
    blog = replace(PUBLICATION, braille=BrailleChoices(width=40, height=25))
    of = replace(edition(paragraph("x")), publication=blog)
    (volume,) = etree.fromstring(files(of)["braille.pef"]).iter(f"{PEF}volume")

    assert (volume.get("cols"), volume.get("rows"), volume.get("rowgap")) == ("40", "25", "0")


def test_signs_of_xml_in_a_title_are_written_as_xml_has_them() -> None:
    of = edition(paragraph("x"), title="Salt & <Light>\x00")
    root = etree.fromstring(files(of)["braille.pef"])

    assert root.findtext(f".//{DC}title") == "Salt & <Light>\ufffd"
