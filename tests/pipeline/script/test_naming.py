"""What holds no words is called by the names of its signs."""

import pytest

from pipeline.script.naming import has_words, names


@pytest.mark.parametrize(
    ("signs", "called"),
    [
        ("🎉", "party popper"),
        ("/ -", "slash, hyphen"),
        ("&&", "ampersand, ampersand"),
        ("`", "backtick"),
        ("\ue000", ""),
        ("", ""),
    ],
)
def test_a_sign_is_called_as_people_call_it(signs: str, called: str) -> None:
    assert names(signs) == called


@pytest.mark.parametrize("text", ["a", "…5", "茶", "²"])
def test_a_letter_or_a_digit_is_something_to_read(text: str) -> None:
    assert has_words(text)


@pytest.mark.parametrize("text", ["", " ", "&%", "🎉", "\u0301"])
def test_signs_alone_are_no_words(text: str) -> None:
    assert not has_words(text)
