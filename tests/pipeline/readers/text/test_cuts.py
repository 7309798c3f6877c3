"""Where the posts of a plain-text page begin."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.readers.text.cuts import Cut, dated, first_line, widont
from tests.pipeline.readers.reading import reading, words

PROSE = "This is running text, long enough to be a paragraph of its own, and it ends here."


def test_a_byline_under_the_date_names_the_authors(tmp_path: Path) -> None:
    one_text = f"One\n12 May 2021\nBy Ann Lee and Bo Xi\n\n{PROSE}"
    page = f"Blog\n\n{one_text}\n\nTwo\n11 May 2021\n\n{PROSE}\n"
    one, two = reading(tmp_path, {"page.txt": page}).posts
    assert (one.authors, two.authors) == (("Ann Lee", "Bo Xi"), ())


def test_a_date_that_touches_no_title_cuts_nothing(tmp_path: Path) -> None:
    page = f"One\n12 May 2021\n\n13 May 2021\n\n{PROSE}\n"
    (post,) = reading(tmp_path, {"page.txt": page}).posts
    assert words(post)[:3] == ["13", "May", "2021"]


DAY = datetime(2021, 5, 12, tzinfo=UTC)
TEXT = ["", PROSE, ""]


def titles(cuts: tuple[Cut, ...]) -> list[tuple[str, int]]:
    """The title of each post and the line where its text begins."""
    return [(cut.words, cut.body) for cut in cuts]


def test_titles_stand_above_their_dates_or_below_as_most_do() -> None:
    above = ["One", "12 May 2021", *TEXT, "Two", "11 May 2021", *TEXT]
    below = ["12 May 2021", "One", *TEXT, "11 May 2021", "Two", *TEXT]

    assert titles(dated(above)) == titles(dated(below)) == [("One", 2), ("Two", 7)]
    assert dated(above)[0].date == DAY


@pytest.mark.parametrize("line", ["• One", "T" * 201, "13 May 2021"])
def test_a_bullet_a_long_line_or_a_date_is_no_title(line: str) -> None:
    assert dated([line, "12 May 2021", *TEXT]) == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee, Bo Xi and Cy ap Rhys", ("Ann Lee", "Bo Xi", "Cy ap Rhys")),
        ("Gan J. R. Jones", ("J. R. Jones",)),
        ("It was a fine day.", ()),
        ("Ann went home", ()),
        ("Room 5", ()),
    ],
)
def test_a_line_of_names_is_a_byline(line: str, authors: tuple[str, ...]) -> None:
    assert dated(["One", "12 May 2021", line, *TEXT])[0].authors == authors


def test_titles_with_a_no_break_space_are_posts_where_there_are_two() -> None:
    page = ["A fine\u00a0day", *TEXT, "Another fine\u00a0day", *TEXT]

    assert titles(widont(page)) == [("A fine day", 1), ("Another fine day", 5)]
    assert widont(page[:4]) == ()


def test_a_short_line_that_brings_up_something_new_is_guessed_to_be_a_title() -> None:
    boats = "Boats came in with the tide, and the boats were full of fish from far away."
    page = ["A fine\u00a0day", *TEXT, "Boats", "", boats, "", "The last\u00a0day", *TEXT]

    assert [(cut.words, cut.guessed) for cut in widont(page)] == [
        ("A fine day", False),
        ("Boats", True),
        ("The last day", False),
    ]


def test_a_file_without_any_sign_has_its_first_line_as_title_and_a_date_below() -> None:
    assert titles((first_line(["", "A walk", *TEXT]),)) == [("A walk", 2)]
    assert first_line(["A walk", "12 May 2021", *TEXT]).date == DAY
    assert first_line(["12 May 2021", "A walk", *TEXT]).words == "A walk"


def test_a_byline_may_stand_below_a_title_that_stands_below_its_date() -> None:
    (cut,) = dated(["12 May 2021", "One", "By Ann Lee", PROSE])

    assert (cut.authors, cut.body) == (("Ann Lee",), 3)


def test_a_short_line_that_goes_on_with_what_was_said_is_no_title() -> None:
    boats = "Boats came in with the tide, and the boats were full of fish from far away."
    page = ["A fine\u00a0day", "", boats, "", "Boats", "", boats, "", "The last\u00a0day", *TEXT]

    assert [cut.words for cut in widont(page)] == ["A fine day", "The last day"]
