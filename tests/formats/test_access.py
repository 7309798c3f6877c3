"""The facts behind accessibility metadata are counted from the post, its pictures and its sound."""

import dataclasses

import pytest

from formats.access import access, moves, shown_in
from formats.model import CodeBlock, Edition, Figure, Media, Picture
from tests.formats.builders import (
    drawing,
    edition,
    edition_of,
    heading,
    paragraph,
    picture,
    post_of,
    sentence,
)

A, B = Picture("a.png", "A"), Picture("b.png", "B")


def drawn(inside: str) -> Media:
    """A drawing with something in it."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    return dataclasses.replace(drawing("a.svg"), data=data.encode())


def shows(*pictures: Picture, media: tuple[Media, ...]) -> Edition:
    """An edition that shows some pictures, of which some files are there."""
    return edition_of(post_of(*(Figure("", one, ()) for one in pictures)), media)


def test_pictures_in_the_text_and_between_it_come_in_reading_order() -> None:
    post = post_of(paragraph(sentence("One ", B, ".")), Figure("", A, ()))

    assert list(shown_in(post)) == [B, A]


@pytest.mark.parametrize(
    ("media", "moving"),
    [
        (picture("a.gif"), False),
        (picture("a.gif", frames=3), True),
        (drawn("<rect/>"), False),
        (drawn('<rect><animate attributeName="x"/></rect>'), True),
    ],
)
def test_a_picture_of_several_frames_moves(media: Media, moving: bool) -> None:  # noqa: FBT001 - a case
    assert moves(media) is moving


def test_pictures_are_counted_by_what_they_say_and_whether_they_are_there() -> None:
    media = (picture("a.png"), picture("b.png"), picture("c.png"))
    whole = shows(
        A, Picture("b.png", None), Picture("c.png", ""), Picture("gone.png", "Gone"), media=media
    )
    found = access(whole)

    assert (found.informative, found.undescribed, found.missing) == (2, 1, 1)


@pytest.mark.parametrize("data", [b"no picture", b"<svg", b""])
def test_a_picture_that_can_not_be_opened_may_move(data: bytes) -> None:
    for name in ("a.png", "a.svg"):
        one = drawing(name) if name.endswith("svg") else picture(name)
        broken = dataclasses.replace(one, data=data)
        assert access(shows(Picture(name, "A"), media=(broken,))).moving == 1


def test_code_that_is_announced_is_not_read_out() -> None:
    assert access(edition(CodeBlock("", "a = 1", "python"))).unread_code == 1


def test_headings_are_known() -> None:
    assert access(edition(heading(2, "Sea"), paragraph("Blue."))).headings
    assert not access(edition(paragraph("Blue."))).headings


def test_what_makes_no_sound_or_leaves_something_out_is_not_narrated() -> None:
    whole = edition(paragraph("One.", "Two."))
    sound = whole.narration
    silent = dataclasses.replace(sound, silent=True)
    short = dataclasses.replace(sound, cues=sound.cues[:-1])

    assert access(whole).narrated
    assert not access(dataclasses.replace(whole, narrations=(silent,))).narrated
    assert not access(dataclasses.replace(whole, narrations=(short,))).narrated
