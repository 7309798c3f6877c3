"""Where sentences begin in plain text; a stop that ends none begins none."""

from itertools import pairwise

import pytest

from pipeline.split.boundaries import boundaries
from tests.growth import grows_evenly


def cut(text: str, language: str = "en-GB") -> list[str]:
    """The text at its boundaries, without the space between."""
    ends = [0, *boundaries(text, language), len(text)]
    return [text[begin:end].strip() for begin, end in pairwise(ends)]


@pytest.mark.parametrize(
    "text",
    [
        "One.|Two.",
        "Mr. Leach came.|He left.",
        "See no. 5 and pp. 12.|Then go.",
        "It is so, e.g. Here and there.",
        "Three came, viz. Ann, Bo and Cy.",
        "She waited…|Then she went.",
        "“One.|Two.”|Three.",
        "(One. Two.)|Three.",
        "See https://a.example/b.|Then go.",
        "1. First.|Second.",
        "it was early.|we walked.",
        "so it is.|*** End.",
    ],
)
def test_english_begins_a_sentence_only_after_its_end(text: str) -> None:
    assert cut(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("これは文です。|2年です。", "ja"),
        ("「そうです。」と言った。", "ja"),
        ("你好。|strict 模式。", "zh"),
    ],
)
def test_a_stop_without_a_space_ends_a_sentence_too(text: str, language: str) -> None:
    assert cut(text.replace("|", ""), language) == text.split("|")


def test_a_boundary_lies_behind_the_space() -> None:
    assert boundaries("One.  Two.", "en") == (6,)


@pytest.mark.parametrize("text", ["", " ", "...", "One", "B\u00a0."])
def test_a_text_of_one_sentence_or_none_has_no_boundary(text: str) -> None:
    assert boundaries(text, "en") == ()


def test_a_bracket_that_is_never_closed_holds_no_more_than_it_may() -> None:
    text = "( One here. " + "A sentence of some words here. " * 30

    assert 5 < len(boundaries(text, "en")) < 25


def test_a_row_of_addresses_is_read_once() -> None:
    assert cut("http://a." * 5_000) == ["http://a." * 5_000]
    assert grows_evenly(cut, lambda size: "http://a." * size, 500)
