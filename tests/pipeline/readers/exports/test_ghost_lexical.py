"""Lexical becomes HTML: every word once, in order, with its format."""

import json

import pytest

from pipeline.errors import ReadError
from pipeline.readers.exports.ghost_lexical import from_lexical


def made(*children: object) -> str:
    return from_lexical(json.dumps({"root": {"type": "root", "children": children}}))


def text(said: str, bits: int = 0) -> dict[str, object]:
    return {"type": "extended-text", "text": said, "format": bits}


@pytest.mark.parametrize(
    ("bits", "html"),
    [
        (0, "x"),
        (1, "<strong>x</strong>"),
        (2, "<em>x</em>"),
        (3, "<strong><em>x</em></strong>"),
        (16, "<code>x</code>"),
        (64, "<sup>x</sup>"),
        (8, "x"),
    ],
)
def test_a_text_has_its_formats(bits: int, html: str) -> None:
    assert made({"type": "paragraph", "children": [text("x", bits)]}) == f"<p>{html}</p>"


def test_signs_of_markup_in_a_text_are_words() -> None:
    assert made({"type": "paragraph", "children": [text("a < b")]}) == "<p>a &lt; b</p>"


def test_links_breaks_headings_quotes_and_lists_are_elements() -> None:
    link = {"type": "link", "url": "https://a.org?a&b", "children": [text("x")]}
    item = {"type": "listitem", "children": [text("y")]}

    assert made(link, {"type": "linebreak"}) == '<a href="https://a.org?a&amp;b">x</a><br>'
    assert made({"type": "extended-heading", "tag": "h3", "children": [text("x")]}) == "<h3>x</h3>"
    assert made({"type": "heading", "tag": "script", "children": [text("x")]}) == "<h2>x</h2>"
    assert made({"type": "aside", "children": [text("x")]}) == "<blockquote>x</blockquote>"
    assert made({"type": "list", "listType": "bullet", "children": [item]}) == "<ul><li>y</li></ul>"
    numbered = {"type": "list", "listType": "number", "start": 3, "children": [item]}
    assert made(numbered) == '<ol start="3"><li>y</li></ol>'


def test_an_unknown_node_keeps_its_words() -> None:
    assert made({"type": "of-tomorrow", "children": [text("x")]}) == "<div>x</div>"
    assert made({"type": "card-of-tomorrow", "title": "x"}) == "<p>x</p>"


def test_a_card_for_members_only_is_left_out() -> None:
    web = {"visibility": {"web": {"nonMember": False}}}

    assert made({"type": "html", "html": "<p>Secret</p>", **web}) == ""
    assert made({"type": "html", "html": "<p>Open</p>"}) == "<p>Open</p>"


@pytest.mark.parametrize("depth", [200, 5000])
def test_what_is_nested_too_deep_is_an_error(depth: int) -> None:
    inner = '{"type":"list","children":[' * depth + "]}" * depth

    with pytest.raises(ReadError, match="nested too deep"):
        from_lexical(f'{{"root":{inner}}}')


@pytest.mark.parametrize(
    "value", [[], 5, {"root": []}, {"root": {"type": "root", "children": [1, None]}}]
)
def test_values_of_other_types_have_no_words(value: object) -> None:
    assert from_lexical(json.dumps(value)) == ""
