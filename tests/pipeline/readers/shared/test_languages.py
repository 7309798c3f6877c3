"""Language tags as people write them, brought to their usual form."""

import pytest

from pipeline.readers.shared import languages


@pytest.mark.parametrize(
    ("text", "tag"),
    [("en_gb", "en-GB"), ("ZH-hant-tw", "zh-Hant-TW"), ("xx-INVALID-!!", None), ("english", None)],
)
def test_language_tags_are_brought_to_their_usual_form(text: str, tag: str | None) -> None:
    assert languages.tag(text) == tag


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en", "en-GB", True),
        ("EN-gb", "en-GB", True),
        ("en-US", "en-GB", False),
        ("en-GB", "en", False),
        ("e", "en", False),
    ],
)
def test_a_language_without_its_region_is_the_same_to_the_ear(
    one: str,
    other: str,
    same: bool,  # noqa: FBT001 - a case
) -> None:
    assert languages.same(one, other) is same
