"""Paragraphs of Word are counted as Word counts them."""

from lxml import etree

from pipeline.readers.documents.word_lists import ItemPlace, Numbering
from pipeline.readers.documents.word_styles import Styles
from tests.pipeline.readers.documents.made import NUMBERING, STYLES, W

NAMES = f'xmlns:w="{W}"'


def numbering() -> Numbering:
    styles = Styles(etree.fromstring(f"<w:styles {NAMES}>{STYLES}</w:styles>"))
    return Numbering(etree.fromstring(f"<w:numbering {NAMES}>{NUMBERING}</w:numbering>"), styles)


def properties(num: int, level: int = 0) -> etree._Element:
    ids = f'<w:ilvl w:val="{level}"/><w:numId w:val="{num}"/>'
    return etree.fromstring(f"<w:pPr {NAMES}><w:numPr>{ids}</w:numPr></w:pPr>")


def test_a_level_is_counted_anew_below_a_new_number() -> None:
    counted = numbering()
    places = [counted.place(properties(2, level), "") for level in (0, 1, 1, 0, 1)]

    assert [place.number for place in places if place] == [1, 1, 2, 2, 1]


def test_bullets_have_no_number_and_a_style_may_say_how_deep() -> None:
    counted = numbering()

    assert counted.place(properties(1), "") == ItemPlace(0, None)
    assert counted.place(None, "ListBullet2") == ItemPlace(1, None)


def test_a_paragraph_in_no_list_or_an_unknown_one_has_no_place() -> None:
    counted = numbering()

    assert counted.place(None, "") is None
    assert counted.place(properties(99), "") is None
    assert counted.place(properties(0), "ListNumber") is None
    assert Numbering(None, Styles(None)).place(properties(2), "") is None
