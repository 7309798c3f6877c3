"""The full addresses of links."""

import pytest

from formats.addresses import address

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
