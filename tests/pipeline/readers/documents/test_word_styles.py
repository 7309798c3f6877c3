"""The styles of a Word document say what a paragraph is, by themselves or by what they build on."""

import pytest
from lxml import etree

from pipeline.readers.documents.word_styles import Styles, is_on, outline
from tests.pipeline.readers.documents.made import STYLES, W

KNOWN = Styles(etree.fromstring(f'<w:styles xmlns:w="{W}">{STYLES}</w:styles>'))


@pytest.mark.parametrize(
    ("style", "role"),
    [("Titel", "title"), ("Own", "h1"), ("Deep", "h2"), ("Zitat", "quote"), ("none", "")],
)
def test_a_style_has_a_role_by_its_name_its_base_or_its_outline(style: str, role: str) -> None:
    assert KNOWN.role(style) == role


def test_other_meanings_of_styles() -> None:
    assert KNOWN.is_code("HTMLCode")
    assert KNOWN.depth("ListBullet2") == 1
    assert KNOWN.has_header_row("Fancy")
    assert not KNOWN.has_header_row("Plain")


def test_styles_that_build_on_each_other_in_a_circle_end() -> None:
    style = '<w:style w:styleId="A"><w:name w:val="x"/><w:basedOn w:val="A"/></w:style>'

    assert Styles(etree.fromstring(f'<w:styles xmlns:w="{W}">{style}</w:styles>')).role("A") == ""


def prop(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:pPr xmlns:w="{W}">{inner}</w:pPr>')


def test_a_property_is_on_unless_it_says_that_it_is_off() -> None:
    assert is_on(prop("<w:b/>")[0])
    assert not is_on(prop('<w:b w:val="false"/>')[0])
    assert not is_on(None)


def test_the_tenth_level_of_an_outline_is_no_heading() -> None:
    assert outline(prop('<w:outlineLvl w:val="0"/>')) == "h1"
    assert outline(prop('<w:outlineLvl w:val="9"/>')) == ""
