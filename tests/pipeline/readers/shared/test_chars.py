"""What no edition can carry is dropped, and the rest of a text stays as it is."""

import pytest

from pipeline.readers.shared.chars import clean, collapse, one_line


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x07c\x9fd", "abcd"),
        ("so\u00adft\ufeff", "soft"),
        ("a\x0bb\x1fc", "a b c"),
        ("a\ufdd0\uffff\U0010ffffb", "ab"),
        ("half \ud800 of a pair", "half  of a pair"),
        ("می\u200cخواهم 👩\u200d🚀\t\n", "می\u200cخواهم 👩\u200d🚀\t\n"),
    ],
)
def test_only_what_no_edition_can_carry_is_dropped(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_white_space_is_brought_together_and_a_no_break_space_stays() -> None:
    assert collapse(" a \t\n b\u00a0 c") == " a b\u00a0 c"


def test_a_title_is_one_line_with_single_spaces() -> None:
    assert one_line(" a\n b\u00a0\u2003c ") == "a b c"
