"""The full addresses of links."""

import pytest

from formats.addresses import address, numbers
from formats.model import Link, Text
from tests.formats.builders import paragraph, post_of, sentence

PAGE = "https://example.org/posts/a-post/"


@pytest.mark.parametrize(
    ("href", "full"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("../other/", "https://example.org/posts/other/"),
        (" https://a.example/é ", "https://a.example/%C3%A9"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("#there", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
    ],
)
def test_an_address_is_one_that_paper_can_hold(href: str, full: str | None) -> None:
    assert address(href, PAGE) == full


def test_each_address_has_one_number_in_the_order_of_the_post() -> None:
    links = [Link(href, (Text("x"),)) for href in ("https://b.example/", "../a/", "../a/", "#x")]

    found = numbers(post_of(paragraph(sentence(*links))), PAGE)

    assert found == {"https://b.example/": 1, "https://example.org/posts/a/": 2}
