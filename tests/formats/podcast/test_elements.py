"""What every element of a feed needs: clean text, absolute addresses, dates in English."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from formats.podcast.elements import add, add_markup, address, clean, rfc2822, shortened


def test_an_element_is_put_at_the_end_with_clean_text_and_attributes() -> None:
    parent = etree.Element("channel")
    add(parent, "title", "first")

    element = add(parent, "itunes:author", " A\x00 \n B ", {"href": " x\ufffe "})

    assert parent[-1] is element
    assert element.tag == "{http://www.itunes.com/dtds/podcast-1.0.dtd}author"
    assert (element.text, element.get("href")) == ("A B", "x")


def test_markup_stays_markup() -> None:
    parent = etree.Element("item")

    add_markup(parent, "description", "<p>a &amp; b</p>")

    assert etree.tostring(parent[0]) == b"<description><![CDATA[<p>a &amp; b</p>]]></description>"


def test_only_what_xml_forbids_is_taken_out() -> None:
    assert clean("a\ud800\x0bb\x1fc\U0001fffe 日") == "abc\U0001fffe 日"


@pytest.mark.parametrize(
    ("text", "short"), [("12345", "12345"), ("123456", "1234…"), ("123 56", "123…"), ("", "")]
)
def test_a_text_that_is_too_long_ends_in_an_ellipsis(text: str, short: str) -> None:
    assert shortened(text, 5) == short


def test_an_address_is_encoded_but_for_its_slashes() -> None:
    assert (
        address("https://a.example/b/", "posts/é f.mp3")
        == "https://a.example/b/posts/%C3%A9%20f.mp3"
    )


def test_a_date_is_in_english_whatever_the_machine_speaks() -> None:
    assert rfc2822(datetime(2024, 3, 5, 9, 3, 7, tzinfo=UTC)) == "Tue, 05 Mar 2024 09:03:07 +0000"
