"""What is given to Typst alike, whatever it typesets."""

import dataclasses
import io
from datetime import UTC, datetime

import pytest
from PIL import Image

from formats.errors import FormatError
from formats.model import Face, Media
from formats.typesetting import drawn, families, language, seconds
from tests.formats.builders import drawing, post_of, typeface

FACE = typeface()


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("en-GB", ("en", "GB", "", "ltr")),
        ("ZH-Hant-tw", ("zh", "TW", "hant", "ltr")),
        ("ar", ("ar", "", "", "rtl")),
    ],
)
def test_a_tag_is_taken_apart_as_typst_wants_it(tag: str, parts: tuple[str, ...]) -> None:
    found = language(tag)

    assert (found["lang"], found["region"], found["script"], found["dir"]) == parts


def test_the_shapes_of_chinese_characters_are_those_of_the_region() -> None:
    assert language("ja")["han"] == "JP"


def test_typefaces_of_a_region_are_named_only_where_a_document_needs_one() -> None:
    plain, japanese = Face("Noto Sans Arabic", "a.ttf"), Face("Noto Sans CJK JP", "b.ttc", 0, "JP")
    assert families(FACE, (plain,)) == {"families": ["Noto Sans Arabic"], "regions": {}}
    regional = dataclasses.replace(FACE, others=(plain, japanese))
    assert families(regional, (japanese,)) == {
        "families": [],
        "regions": {"JP": "Noto Sans CJK JP"},
    }


def test_the_date_of_a_print_is_the_posts_own() -> None:
    published, changed = datetime(2026, 5, 3, tzinfo=UTC), datetime(2026, 5, 4, tzinfo=UTC)
    assert seconds(post_of(published=published)) == int(published.timestamp())
    assert seconds(post_of(published=published, updated=changed)) == int(changed.timestamp())


def test_a_drawing_becomes_pixels_of_the_width_on_paper() -> None:
    with Image.open(io.BytesIO(drawn(drawing("a.svg"), FACE, 40, 254))) as image:
        assert image.size[0] == 400
    with pytest.raises(FormatError, match="can't be drawn"):
        drawn(Media("a.svg", "image/svg+xml", b"no drawing", 1, 1), FACE, 40, 254)
