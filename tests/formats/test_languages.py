"""What a tag says about how its text is written."""

import pytest

from formats.languages import direction, primary


def test_the_language_of_a_tag_is_what_comes_before_its_region_and_script() -> None:
    assert [primary(tag) for tag in ("en-GB", "AR", "zh-Hant-TW", "")] == ["en", "ar", "zh", ""]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("az-Arab", "rtl"),
        ("ur-Latn", "ltr"),
        ("en", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_script_of_a_tag_decides_the_direction_before_the_language(
    language: str, expected: str
) -> None:
    """Urdu in Latin letters runs from left to right."""
    assert direction(language) == expected
