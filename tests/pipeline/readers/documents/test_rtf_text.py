"""Control words are obeyed in their groups, and nothing is left of those that are not text."""

import pytest

from pipeline.readers.documents.rtf_text import RtfText
from pipeline.readers.documents.rtf_tokens import tokens


def made(body: str) -> str:
    return RtfText().html(tokens(body.encode("latin-1")))


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (r"{\b a}b", "<p><strong>a</strong>b</p>"),
        (r"\b a\plain b", "<p><strong>a</strong>b</p>"),
        (r"\b a\b0 b", "<p><strong>a</strong>b</p>"),
        (r"{\*\nobody knows}a", "<p>a</p>"),
        (r"a\par b", "<p>a</p><p>b</p>"),
        (r"{\info{\title T}}a", "<p>a</p>"),
    ],
)
def test_a_group_ends_what_began_in_it(body: str, html: str) -> None:
    assert made(body) == html


def test_properties_are_caught() -> None:
    text = RtfText()
    text.html(tokens(rb"{\info{\title A \'e9}{\author \u8364?}}"))

    assert (text.caught("title"), text.caught("author"), text.caught("none")) == ("A é", "€", "")
