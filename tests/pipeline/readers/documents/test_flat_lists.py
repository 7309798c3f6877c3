"""Paragraphs that say how deep in a list they are become lists in lists."""

import pytest

from pipeline.readers.documents.flat_lists import LEVEL, NUMBER, flatten, nest, number_of
from pipeline.readers.html.document import tree


def p(words: str, level: int, number: str = "") -> str:
    return f'<p {LEVEL}="{level}" {NUMBER}="{number}">{words}</p>'


def nested(*items: str) -> str:
    body = tree("".join(items))
    nest(body)
    return body.decode_contents().replace("<p>", "").replace("</p>", "")


def test_a_deeper_item_is_in_the_item_before_it() -> None:
    assert nested(p("a", 0), p("b", 1), p("c", 0)) == (
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"
    )


def test_a_number_that_does_not_follow_begins_a_list_with_that_number() -> None:
    assert nested(p("a", 0, "1"), p("b", 0, "2"), p("c", 0, "7")) == (
        '<ol><li>a</li><li>b</li></ol><ol start="7"><li>c</li></ol>'
    )


def test_text_between_ends_a_list() -> None:
    assert nested(p("a", 0), "x", p("b", 0)) == "<ul><li>a</li></ul>x<ul><li>b</li></ul>"


def test_lists_that_were_divided_are_flat_first() -> None:
    body = tree('<ol start="2"><li>a</li></ol><ul><ul><li>b</li></ul></ul>')
    flatten(body)

    said = [(tag[LEVEL], tag[NUMBER], tag.get_text()) for tag in body.find_all("div")]
    assert said == [("0", "2", "a"), ("1", "", "b")]


@pytest.mark.parametrize(
    ("sign", "number"),
    [("3.", 3), ("1.2", 2), ("a)", 5), ("(b)", 5), ("•", None), ("o", None), ("", None)],
)
def test_a_sign_says_a_number_or_the_next_one_or_none(sign: str, number: int | None) -> None:
    assert number_of(sign, 5) == number
