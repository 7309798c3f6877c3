"""HTML is cut into pieces that, joined, are the same text, in linear time."""

import pytest

from pipeline.readers.text.tokens import Ends, Kind, Token, tokens
from tests.growth import grows_evenly

_RAW = frozenset({"pre"})


def pieces(text: str) -> list[tuple[Kind, str]]:
    """The kind and text of each piece."""
    return [(token.kind, token.text) for token in tokens(text, _RAW)]


def test_tags_comments_and_untouched_elements_are_pieces_of_their_own() -> None:
    assert pieces("a<b>c</b><!-- d --><PRE>e<i></pre>f") == [
        (Kind.TEXT, "a"),
        (Kind.TAG, "<b>"),
        (Kind.TEXT, "c"),
        (Kind.TAG, "</b>"),
        (Kind.COMMENT, "<!-- d -->"),
        (Kind.RAW, "<PRE>e<i></pre>"),
        (Kind.TEXT, "f"),
    ]


def test_a_sign_that_begins_no_tag_is_text() -> None:
    assert pieces("5 < 6 and a<3") == [(Kind.TEXT, "5 < 6 and a<3")]


def test_a_value_in_quotation_marks_may_hold_a_tag() -> None:
    assert pieces('<img alt="<b> > 3">') == [(Kind.TAG, '<img alt="<b> > 3">')]


def test_a_quotation_mark_that_is_not_closed_does_not_take_the_text() -> None:
    assert pieces('<p class="a>Words.')[0][1] == '<p class="a>'


def test_a_tag_says_its_name_and_whether_it_is_a_block() -> None:
    opening, _, closing = tokens("<DIV>a</div>", _RAW)

    assert opening == Token(Kind.TAG, "<DIV>", "div")
    assert opening.is_block
    assert closing.closing


@pytest.mark.parametrize("text", ["<pre>a", "<!-- a", "<a b='c", "<", "<p", "</", "a<!---->b"])
def test_the_pieces_are_the_text_again(text: str) -> None:
    assert "".join(token.text for token in tokens(text, _RAW)) == text


def test_what_is_not_there_is_searched_for_once() -> None:
    ends = Ends("a-->b")

    assert ends.after("-->", 0) == 4
    assert ends.after("-->", 4) == -1
    assert ends.after("-->", 0) == -1


@pytest.mark.parametrize("bait", ["<!--", "<pre>", '<a "', "<", "<a b='"])
def test_bait_takes_no_more_than_linear_time(bait: str) -> None:
    assert grows_evenly(
        lambda text: list(tokens(text, _RAW)), lambda size: bait * (size // len(bait)), 20_000
    )
