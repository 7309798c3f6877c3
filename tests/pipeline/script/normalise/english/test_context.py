"""What stands around a sum or a measure decides how it is said."""

import re

import pytest

from pipeline.script.normalise.english.context import adjectival, ends_sentence, near

SUM = re.compile(r"£5")


def match(text: str) -> re.Match[str]:
    """The sum in a text."""
    found = SUM.search(text)
    assert found
    return found


@pytest.mark.parametrize("text", ["a £5 note", "The £5 fee", "our £5-note"])
def test_a_sum_before_what_it_describes_is_seen(text: str) -> None:
    assert adjectival(match(text))


@pytest.mark.parametrize("text", ["a £5 is", "the £5", "for £5 notes", "the £5 raised"])
def test_a_sum_that_describes_nothing_is_seen(text: str) -> None:
    assert not adjectival(match(text))


@pytest.mark.parametrize(
    ("text", "last"), [("for £5", True), ("for £5”)", True), ("for £5 now", False)]
)
def test_the_end_of_a_sentence_is_seen_behind_closing_marks(text: str, last: bool) -> None:  # noqa: FBT001 - a case
    assert ends_sentence(match(text)) is last


def test_a_word_is_near_on_either_side_within_reach() -> None:
    tide = re.compile("tide")

    assert near(tide, match("tide £5"))
    assert near(tide, match("£5 tide"))
    assert not near(tide, match(f"£5{' ' * 40}tide"))
    assert not near(tide, match(f"tide{' ' * 40}£5"))
    assert not near(tide, match("£5  tide"), reach=3)
