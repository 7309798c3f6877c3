"""Titles of an archive page: named by the editor, signed, underlined, or of one shape."""

from datetime import UTC, datetime

import pytest

from pipeline.readers.text import shapes

PROSE = "Words of a post that go on for long enough to be taken for running text."


def page(*titles: str) -> list[str]:
    """The lines of a page with some titles, each above a paragraph."""
    return "\n\n".join(f"{title}\n\n{PROSE}" for title in titles).split("\n")


def test_named_titles_are_found_below_a_list_of_contents() -> None:
    lines = ["One", "Two", "", *page("One", "Two")]
    assert [(cut.words, cut.title) for cut in shapes.named(lines, ["one", "Two", "Three"])] == [
        ("One", 3),
        ("Two", 7),
    ]


@pytest.mark.parametrize(
    ("line", "authors", "day"),
    [
        ("Posted by Ann Smith on 3 May 2026 | 3 comments", ("Ann Smith",), 3),
        ("By Ann Smith and Bo Jones", ("Ann Smith", "Bo Jones"), 0),
        ("Posted on May 3, 2026 by Ann Smith", ("Ann Smith",), 3),
        ("3 May 2026 · Filed under: Canals · No comments", (), 3),
    ],
)
def test_a_line_about_a_post_makes_a_title_of_the_line_above(
    line: str, authors: tuple[str, ...], day: int
) -> None:
    (cut,) = shapes.signed(["A title", line, "", PROSE])
    published = datetime(2026, 5, day, tzinfo=UTC) if day else None
    assert (cut.words, cut.authors, cut.date, cut.body) == ("A title", authors, published, 2)


@pytest.mark.parametrize("line", [PROSE, "By the canal we saw two ducks", "3 comments", ""])
def test_other_lines_make_none(line: str) -> None:
    assert shapes.signed(["A title", line, "", PROSE]) == ()


def test_two_titles_with_a_row_of_signs_below_are_titles() -> None:
    lines = ["A title", "=======", "", PROSE, "", "Another", "-------", PROSE]
    assert [(cut.words, cut.body) for cut in shapes.underlined(lines)] == [
        ("A title", 2),
        ("Another", 7),
    ]
    assert shapes.underlined(lines[:4]) == ()


@pytest.mark.parametrize("titles", [("FIRST ONE", "SECOND", "THIRD"), ("1. A", "2. B", "3. C")])
def test_three_lines_of_the_first_ones_shape_are_titles_by_a_guess(titles: tuple[str, ...]) -> None:
    cuts = shapes.repeated(page(*titles))
    assert [(cut.words, cut.guessed) for cut in cuts] == [(title, True) for title in titles]
    assert shapes.repeated(page("A post", *titles)) == ()
    assert shapes.repeated(page(*titles[:2])) == ()
