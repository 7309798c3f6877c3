"""Tags become three letters."""

import pytest

from formats.iso639 import three_letters


@pytest.mark.parametrize(
    ("tag", "letters"),
    [("en-GB", "eng"), ("cy", "cym"), ("zh-Hant-TW", "zho"), ("yue", "yue"), ("x-y", "und")],
)
def test_a_tag_becomes_its_language_in_three_letters(tag: str, letters: str) -> None:
    """By its first part; what has none is undetermined."""
    assert three_letters(tag) == letters
