"""How every room goes through a post."""

from dataclasses import replace

from formats import walk
from formats.model import (
    Abbreviation,
    Break,
    Code,
    Figure,
    Heading,
    NoteRef,
    Notes,
    Picture,
    Reminder,
    Sentence,
    Style,
    Styled,
    Text,
)
from tests.formats.builders import (
    AWKWARD,
    RICH_MEDIA,
    edition_of,
    heading,
    paragraph,
    post_of,
    rich_post,
    sentence,
)

RICH = rich_post()


def test_units_are_every_id_once_and_in_order() -> None:
    ids = [unit.id for unit in walk.units(RICH.blocks)]

    assert ids == [f"s{number}" for number in range(1, len(ids) + 1)]


def test_the_units_of_an_edition_are_framed_by_its_opening_and_its_close() -> None:
    made = edition_of(RICH, RICH_MEDIA)
    ids = [unit.id for unit in walk.edition_units(made)]

    assert ids[0] == "title"
    assert ids[-1] == "end"
    assert ids[len(made.opening) : -1] == [unit.id for unit in walk.units(RICH.blocks)]


def test_a_reminder_is_a_unit_between_two_blocks() -> None:
    made = replace(edition_of(RICH), reminder=Reminder(sentence("Again."), after=2))
    before = [unit.id for unit in walk.units(RICH.blocks[:2])]
    ids = [unit.id for unit in walk.edition_units(made)][len(made.opening) :]

    assert ids[: len(before)] == before
    assert ids[len(before) + 1] == f"s{len(before) + 1}"
    assert made.body[2] == paragraph(sentence("Again."))


def test_blocks_come_outer_before_inner_at_any_depth() -> None:
    deep = list(walk.blocks(AWKWARD["lists eight deep"].blocks))

    assert len(deep) == 17
    assert list(walk.children(deep[0])) == deep[1:3]


def test_a_change_of_inner_blocks_reaches_every_kind_that_holds_some() -> None:
    emptied = [walk.map_children(block, lambda _: ()) for block in RICH.blocks]

    assert [b for block in emptied for b in walk.children(block)] == []
    assert [type(b) for b in emptied] == [type(b) for b in RICH.blocks]


def test_pictures_are_those_that_stand_alone_and_those_in_the_text() -> None:
    assert [picture.src for picture in walk.pictures(RICH.blocks)] == [
        "pictures/mark.png",
        "pictures/harbour.jpg",
        "pictures/drawing.svg",
    ]


def test_plain_words_are_those_that_are_shown() -> None:
    """No mark of a note, and a picture by its alternative text."""
    shown = [walk.plain(u.inlines) for u in walk.units(RICH.blocks) if isinstance(u, Sentence)]

    assert shown[0] == "The low tide came in at GMT."
    assert "A mark [of a wave] in the text." in " ".join(shown)
    assert walk.plain((Picture("x.png", None),)) == ""


def test_headings_at_the_top_are_the_chapters_and_words_are_counted_by_white_space() -> None:
    assert all(isinstance(block, Heading) for block in walk.headings(RICH))
    assert [walk.text(h.sentences) for h in walk.headings(RICH)][:2] == ["Water", "Deeper"]
    assert walk.word_count(AWKWARD["one word"]) == 1
    assert walk.word_count(post_of(Figure("", Picture("a.png", "Two words"), ()), Notes(()))) == 0


def test_shown_characters_are_those_of_the_author_in_the_element() -> None:
    run = (
        Text("Tide"),
        NoteRef("n1", "1"),
        Break(),
        Styled(Style.STRONG, (Code("x"), Picture("a.jpg", "a gate"))),
        Abbreviation("RNLI", "lifeboats"),
    )
    assert walk.shown(run) == "TidexRNLI"
    assert walk.shown_parts(run) == ["Tide", "x", "RNLI"]


def test_levels_of_headings_begin_at_one_and_skip_none() -> None:
    post = post_of(heading(4, "a"), heading(6, "b"), heading(2, "c"))

    assert list(walk.levels(post).values()) == [1, 2, 1]
