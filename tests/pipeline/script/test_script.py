"""What holds for every script: each unit once, in reading order, and never silent."""

import pytest

from formats import walk
from formats.model import (
    CodeBlock,
    Figure,
    Picture,
    Post,
    Quote,
    Reminder,
    Row,
    Table,
)
from pipeline.lexicon import Lexicon
from pipeline.script.framing import Frame, frame, reminder
from pipeline.script.script import script
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    bullets,
    cell,
    paragraph,
    post_of,
    rich_post,
)
from tests.pipeline.script.scripts import in_brief, with_lexicon

POSTS = {"rich": rich_post(), **AWKWARD}


@pytest.mark.parametrize("detail", ["full", "brief"])
@pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
def test_every_unit_has_one_line_and_in_reading_order(post: Post, detail: str) -> None:
    around = frame(post, PUBLICATION, ("a voice",))
    parts = script(post, around, Lexicon(), detail)
    found = [line.id for part in parts for line in part.lines]
    units = (*around.opening, *walk.units(post.blocks), *around.closing)
    assert found == [unit.id for unit in units]


@pytest.mark.parametrize("post", POSTS.values(), ids=POSTS.keys())
def test_no_line_is_empty_and_no_part_without_lines(post: Post) -> None:
    for part in script(post, frame(post, PUBLICATION, ("a voice",)), Lexicon()):
        assert part.lines
        assert all(any(map(str.isalnum, line.text)) for line in part.lines)


def test_the_same_post_is_always_said_the_same() -> None:
    post = rich_post()
    framing = frame(post, PUBLICATION, ("a voice",))
    assert script(post, framing, Lexicon()) == script(post, framing, Lexicon())


def test_the_title_stands_alone_and_the_opening_ends_in_the_longest_pause() -> None:
    title, about, closing = script(post_of(), frame(post_of(), PUBLICATION, ("V",)), Lexicon())
    assert [line.pause for line in title.lines] == [900]
    assert [line.pause for line in about.lines] == [200, 900]
    assert [line.pause for line in closing.lines] == [200, 200, 400]


def test_a_reminder_stands_between_two_blocks_and_between_the_longest_pauses() -> None:
    post = post_of(paragraph("One."), paragraph("Two."))
    said = Reminder(reminder(post, ("V",)), after=1)
    parts = script(post, Frame(reminder=said), Lexicon())
    assert [(line.id, line.pause) for part in parts for line in part.lines] == [
        ("s1", 900),
        ("reminder", 900),
        ("s2", 450),
    ]


def test_headers_and_alternative_texts_are_said_as_the_lexicon_has_them() -> None:
    rows = (Row((cell("Ryde", header=True),)), Row((cell("calm"),)))
    figure = Figure("", Picture("p.jpg", "Ryde pier"), ())
    assert with_lexicon("Ryde", "Ride", Table((), rows), figure) == [
        "Table, one row, one column. Ride",
        "Ride: calm. End of table.",
        "Picture: Ride pier.",
    ]


def test_in_brief_little_is_said_around_the_words() -> None:
    rows = (Row((cell("Day", header=True),)), Row((cell("Monday"),)))
    found = in_brief(
        Quote((paragraph("So."),)),
        Table((), rows),
        CodeBlock("", "a\nb", "py"),
        bullets(bullets("x")),
    )
    assert found == ["Quote. So.", "Table. Day", "Monday", "Code example.", "x"]
