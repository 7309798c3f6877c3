"""The styles: large, upright, and with the names that Word knows."""

import re

import pytest

from formats.word.styles import POINTS, languages, numbering, style_id, styles


def test_no_style_is_smaller_than_large_print_or_slanted_or_underlined() -> None:
    said = styles("en-GB")

    assert min(map(int, re.findall(r'<w:szC?s? w:val="(\d+)"', said))) == POINTS * 2
    assert not re.findall(r"<w:(i|u|vertAlign)\b", said)


def test_the_largest_headings_are_larger_than_the_text() -> None:
    sizes = dict(
        re.findall(r'styleId="(\w+)">(?:(?!w:styleId).)*?<w:sz w:val="(\d+)"', styles("en"))
    )

    assert [sizes[name] for name in ("Title", "Heading1", "Heading2", "Heading3")] == [
        "54",
        "46",
        "42",
        "36",
    ]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en-GB", '<w:lang w:val="en-GB"/>'),
        ("ja", '<w:lang w:val="ja" w:eastAsia="ja"/>'),
        ("ar", '<w:lang w:val="ar" w:bidi="ar"/>'),
    ],
)
def test_a_language_is_said_for_the_letters_that_it_has(tag: str, said: str) -> None:
    assert languages(tag) == said


def test_chinese_characters_have_the_shapes_of_their_region() -> None:
    assert "JhengHei" in styles("zh-TW")
    assert "YaHei" in styles("zh-CN")


def test_a_style_has_the_id_that_word_gives_it() -> None:
    assert [style_id(name) for name in ("heading 1", "List Bullet")] == ["Heading1", "ListBullet"]


def test_every_numbered_list_has_a_number_to_begin_at() -> None:
    assert 'w:numId="4"' in numbering(((0, 1), (2, 5)))
    assert '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/>' in numbering(((0, 1), (2, 5)))
