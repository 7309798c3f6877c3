"""What a post says about itself is read again as it was, whatever its title."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.model import Figure, Picture, Post
from pipeline.importing import front_matter
from pipeline.readers import Defaults, markdown
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import File, Meta
from tests.formats.builders import paragraph

DAY = datetime(2024, 5, 31, tzinfo=UTC)
POST = Post("a-walk", "A walk", "en-GB", (), DAY, DAY, (paragraph("It rained."),))


def _read(post: Post) -> Meta:
    text = front_matter.lines(post, "en-GB") + "It rained.\n"
    folder = Path(__file__).parent / "nothing-here"
    (found,) = markdown.read(
        File(folder, folder / "a.md", "a.md", text.encode()), Defaults()
    ).drafts
    return found.meta


def test_everything_is_said_and_what_is_not_known_is_not() -> None:
    full = replace(
        POST,
        updated=DAY + timedelta(days=1),
        authors=("Ada", "Ben, C."),
        language="cy",
        summary="Wet.",
        tags=("rain", "locks, old"),
        original="https://a.org/walk",
        picture=Picture("pictures/a-walk/lock.png", "A lock"),
    )

    assert front_matter.lines(full, "en-GB").splitlines() == [
        "---",
        'title: "A walk"',
        "date: 2024-05-31",
        "updated: 2024-06-01",
        'authors: ["Ada", "Ben, C."]',
        'language: "cy"',
        'summary: "Wet."',
        'tags: ["rain", "locks, old"]',
        'original: "https://a.org/walk"',
        'image: "pictures/a-walk/lock.png"',
        'image_alt: "A lock"',
        'slug: "a-walk"',
        "---",
        "",
    ]
    assert front_matter.lines(replace(POST, published=None), "en-GB").splitlines() == [
        *("---", 'title: "A walk"', 'slug: "a-walk"', "---", "")
    ]


@pytest.mark.parametrize(
    "moment",
    [
        DAY,
        DAY + timedelta(hours=9, minutes=30),
        datetime(2024, 5, 31, 0, 0, tzinfo=timezone(timedelta(hours=2))),
        datetime(2024, 5, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-7))),
    ],
)
def test_a_moment_is_read_again_as_the_same(moment: datetime) -> None:
    assert _read(replace(POST, published=moment)).published == moment


_SIGNS = st.text(st.sampled_from("ab:#'\"\\`*_&;<>{}[]-% é\u00a0日"), min_size=1, max_size=20)


@settings(max_examples=60, deadline=None)
@given(_SIGNS.map(one_line).filter(lambda text: text.strip("\u00a0") != ""), _SIGNS.map(one_line))
def test_no_sign_in_a_title_or_summary_changes_it(title: str, summary: str) -> None:
    found = _read(replace(POST, title=f"T {title}", summary=summary and f"S {summary}"))

    assert (found.title, found.summary) == (f"T {title}", summary and f"S {summary}")


@pytest.mark.parametrize(
    "title", ["Use `x`", "<b>Bold</b>", "R&amp;D", "**So**", "__init__", "null"]
)
def test_a_title_that_looks_like_markup_keeps_its_signs(title: str) -> None:
    assert _read(replace(POST, title=title)).title == title


def test_the_front_matter_shows_a_picture_that_comes_first_with_its_description() -> None:
    own = Picture("a.png", "A lock")
    first = (Figure("", own, ()), *POST.blocks)

    assert front_matter.shows_picture(replace(POST, picture=own, blocks=first))
    assert not front_matter.shows_picture(replace(POST, picture=own))
    assert not front_matter.shows_picture(replace(POST, blocks=first))
    assert not front_matter.shows_picture(
        replace(POST, picture=own, blocks=(Figure("", own, paragraph("By Ada.").sentences),))
    )
