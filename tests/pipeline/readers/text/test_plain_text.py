"""Lines of plain text become blocks by their shape, and no word is lost or moved."""

from pathlib import Path

import pytest

from formats.model import Listing
from pipeline.readers.text.plain_text import blocks, is_bullet, is_heading, is_prose, wreckage
from tests.pipeline.readers.reading import reading

PROSE = "This is running text, long enough to be a paragraph of its own, and it ends here."


def test_numbered_lines_in_a_row_are_a_list_with_its_first_number(tmp_path: Path) -> None:
    (post,) = reading(tmp_path, {"a.txt": f"Title\n\n{PROSE}\n\n3. Three\n4. Four\n"}).posts
    listing = post.blocks[-1]
    assert isinstance(listing, Listing)
    assert (listing.ordered, listing.start, len(listing.items)) == (True, 3, 2)


def kinds(*lines: str) -> list[str]:
    """The kind of each block."""
    return [type(block).__name__ for block in blocks(lines)]


def test_each_line_is_a_paragraph_but_for_what_its_shape_says() -> None:
    lines = (PROSE, "", "What we did", PROSE, "* * *", "• one", "• two", "1. a", "2. b")

    assert kinds(*lines) == [
        "Paragraph",
        "Heading",
        "Paragraph",
        "ThematicBreak",
        "Listing",
        "Listing",
    ]


@pytest.mark.parametrize(
    ("text", "following", "first"),
    [
        ("What we did.", PROSE, False),
        ("what we did", PROSE, False),
        ("What we did", "Short.", False),
        ("What we did", PROSE, True),
        ("12 May 2021", PROSE, False),
        (
            "One two three four five six seven eight nine ten eleven twelve thirteen",
            PROSE * 2,
            False,
        ),
    ],
)
def test_what_does_not_head_anything_is_no_heading(text: str, following: str, first: bool) -> None:  # noqa: FBT001 - a case
    assert not is_heading(text, following, first=first)


@pytest.mark.parametrize("text", ["What we did", "Final words…..", "1. Staff"])
def test_a_short_line_above_a_longer_text_is_a_heading(text: str) -> None:
    assert is_heading(text, PROSE, first=False)


def test_a_number_alone_is_no_list() -> None:
    assert kinds("1. Alone", PROSE) == ["Heading", "Paragraph"]
    assert kinds("1. a", "3. c") == ["Paragraph", "Paragraph"]


@pytest.mark.parametrize(
    ("line", "bullet"), [("• a", True), ("- a", True), ("-a", False), ("•", False)]
)
def test_a_bullet_has_a_space_and_words_after_it(line: str, bullet: bool) -> None:  # noqa: FBT001 - a case
    assert is_bullet(line) is bullet


def test_running_text_is_long_and_ends_as_sentences_do() -> None:
    assert is_prose(PROSE)
    assert is_prose(f"“{PROSE}”")
    assert not is_prose(PROSE.rstrip("."))
    assert not is_prose("It ends here.")


def test_words_that_something_ran_into_are_told_once_and_ten_at_most() -> None:
    assert wreckage(["A of23188075 and IMG_2044x", "theCommunity of23188075"]) == [
        "of23188075",
        "IMG_2044x",
        "theCommunity",
    ]
    assert len(wreckage(f"word{n}0000" for n in range(20))) == 10
    assert wreckage([PROSE, "McDonald, B2B, 2023"]) == []
