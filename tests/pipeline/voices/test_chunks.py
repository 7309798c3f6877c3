"""Texts are cut where a reader would rest, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.voices.chunks import chunks, rest, wordless

CASES = [
    ("It was late. The tide came in.", 20, ["It was late. ", "The tide came in."]),
    ("“Late!” said he, and went.", 20, ["“Late!” ", "said he, and went."]),
    ("Late, as ever, the tide came", 20, ["Late, as ever, ", "the tide came"]),
    ("the tide came in at three", 20, ["the tide came in at ", "three"]),
    ("about 3.14159 or 1,234,567 boats", 20, ["about 3.14159 or ", "1,234,567 boats"]),
    ("海は静かだった。朝も、夜も。", 10, ["海は静かだった。", "朝も、夜も。"]),
    ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
    ("short", 10, ["short"]),
    ("", 10, []),
]


@pytest.mark.parametrize(("text", "limit", "pieces"), CASES)
def test_a_text_is_cut_at_the_best_place(text: str, limit: int, pieces: list[str]) -> None:
    """A full stop before a comma, a comma before a space, a space before a word's inside."""
    assert list(chunks(text, limit)) == pieces


@given(st.text(st.sampled_from("ab1.,!? \n—。、\u0301\u200d🌊"), max_size=300), st.integers(4, 100))
def test_the_pieces_are_the_text(text: str, limit: int) -> None:
    """All of it, in its order; no piece longer than the limit."""
    pieces = list(chunks(text, limit))
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= limit for piece in pieces)


@given(st.lists(st.text("abcdé", min_size=1, max_size=20), max_size=60).map(" ".join))
def test_no_word_is_cut_that_would_fit(text: str) -> None:
    """The words of the pieces are the words of the text."""
    assert " ".join(chunks(text, 20)).split() == text.split()


def test_a_letter_keeps_its_marks() -> None:
    """A cut inside a long word goes before a letter, never between it and its accent."""
    assert list(chunks("e\u0301" * 8, 5)) == ["e\u0301" * 2] * 4


@pytest.mark.parametrize(
    ("chunk", "ms"), [("So it was. ", 300), ("“No!” ", 300), ("So, ", 150), ("so ", 0), ("", 0)]
)
def test_a_piece_rests_as_its_punctuation_asks(chunk: str, ms: int) -> None:
    assert rest(chunk) == ms


def test_a_text_without_letters_or_digits_is_wordless() -> None:
    assert wordless("… — “?!” 🌊")
    assert not wordless("— 7 —")
