"""Words with hyphens are not broken over two lines."""

import pytest

from formats.easy_read.whole import whole


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>a co-production.</p>", '<p>a <span class="whole">co-production</span>.</p>'),
        ("well-being’s", '<span class="whole">well-being’s</span>'),
        ("state-of-the-art", '<span class="whole">state-of-the-art</span>'),
    ],
)
def test_a_word_with_a_hyphen_is_marked(html: str, marked: str) -> None:
    assert whole(html) == marked


@pytest.mark.parametrize(
    "html",
    [
        '<p class="no-picture" title="a &gt; b-c">word</p>',
        "two - words",
        "an-unusually-long-word-here",
        "5 -6",
    ],
)
def test_nothing_else_is_marked(html: str) -> None:
    """Neither the markup, nor what is too long for a small screen."""
    assert whole(html) == html
