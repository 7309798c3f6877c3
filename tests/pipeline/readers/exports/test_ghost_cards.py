"""The cards of Ghost's editors become HTML in which no word is lost."""

import pytest

from pipeline.errors import ReadError
from pipeline.readers.exports.data import Row
from pipeline.readers.exports.ghost_cards import card, document, from_markdown

CARDS: list[tuple[str, Row, str]] = [
    ("image", {"src": "a", "alt": '"'}, '<figure><img src="a" alt="&quot;"></figure>'),
    (
        "image",
        {"src": "a", "caption": "By <b>me</b>"},
        '<figure><img src="a"><figcaption>By <b>me</b></figcaption></figure>',
    ),
    (
        "gallery",
        {"images": [{"src": "a"}, {"src": "b", "alt": "B"}], "caption": "Both"},
        '<figure><img src="a"></figure><figure><img src="b" alt="B"></figure><p>Both</p>',
    ),
    ("html", {"html": "<p>x</p>"}, "<p>x</p>"),
    ("card-markdown", {"markdown": "*x*"}, "<p><em>x</em></p>"),
    (
        "code",
        {"code": "a < b", "language": "js"},
        '<pre><code class="language-js">a &lt; b</code></pre>',
    ),
    (
        "embed",
        {"html": "<i></i>", "caption": "c"},
        "<figure><i></i><figcaption>c</figcaption></figure>",
    ),
    ("embed", {"url": "u", "metadata": {"title": "T"}}, '<p><a href="u">T</a></p>'),
    (
        "bookmark",
        {"url": "u", "metadata": {"title": "T", "description": "d"}},
        '<p><a href="u">T</a></p><p>d</p>',
    ),
    ("callout", {"calloutText": "<p>x</p>"}, "<div><p>x</p></div>"),
    (
        "toggle",
        {"heading": "H", "content": "<p>x</p>"},
        "<div><p><strong>H</strong></p><p>x</p></div>",
    ),
    ("button", {"buttonUrl": "u", "buttonText": "Buy"}, '<p><a href="u">Buy</a></p>'),
    ("hr", {}, "<hr>"),
    ("audio", {"src": "a.mp3", "title": "T"}, '<audio src="a.mp3" title="T"></audio>'),
    (
        "file",
        {"src": "f", "fileTitle": "F", "fileCaption": "c"},
        '<p><a href="f">F</a></p><p>c</p>',
    ),
    ("header", {"header": "H", "subheader": "s"}, "<h2>H</h2><p>s</p>"),
    (
        "product",
        {"productTitle": "P", "productDescription": "<p>d</p>"},
        "<p><strong>P</strong></p><p>d</p>",
    ),
    ("call-to-action", {"textValue": "<p>x</p>"}, "<div><p>x</p></div>"),
    ("of tomorrow", {"title": "T", "text": "x"}, "<p>T</p><p>x</p>"),
    ("email", {"html": "x"}, ""),
    ("signup", {"header": "Join"}, ""),
]


@pytest.mark.parametrize(("name", "payload", "made"), CARDS)
def test_a_card_is_the_html_of_its_words(name: str, payload: Row, made: str) -> None:
    assert card(name, payload) == made


def test_many_brackets_in_markdown_keep_their_signs() -> None:
    assert from_markdown("[" * 1001) == f"<p>{'&#91;' * 1001}</p>"


def test_a_document_that_is_broken_is_an_error() -> None:
    with pytest.raises(ReadError):
        document('{"root":')
    assert document('{"a": 1}') == {"a": 1}
