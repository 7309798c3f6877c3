"""The styles of an OpenDocument text say what its text is."""

from lxml import etree

from pipeline.readers.documents.odt_styles import OdtStyles, number
from tests.pipeline.readers.documents.test_odt import NAMES, STYLES

KNOWN = OdtStyles([etree.fromstring(f"<office:styles {NAMES}>{STYLES}</office:styles>")])


def test_a_style_has_the_meaning_of_what_it_is_based_on() -> None:
    assert (KNOWN.role("P1"), KNOWN.role("none")) == ("title", "")


def test_a_style_says_how_words_look() -> None:
    assert (KNOWN.elements("T1"), KNOWN.elements("T2")) == (["strong"], ["sup"])
    assert KNOWN.is_hidden("text", "T3")
    assert KNOWN.language("text", "T4") == "cy-GB"
    assert KNOWN.default_language() == "en-GB"
    assert KNOWN.is_decoration("G1")


def test_a_level_is_numbered_or_not() -> None:
    assert [KNOWN.level("L1", depth).numbered for depth in range(3)] == [True, False, False]
    assert KNOWN.list_of("P1") == ""


def test_a_number_that_is_none_is_another() -> None:
    assert (number("3", 1), number("x", 1), number(None, 1)) == (3, 1, 1)
