"""Which pictures a book can hold."""

import dataclasses

import pytest

from formats.model import Figure, Media, Picture
from formats.smil.pictures import held
from tests.formats.builders import drawing, edition_of, picture, post_of

A = Picture("a.png", "A")


def drawn(inside: str) -> Media:
    """A drawing with something in it."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    return dataclasses.replace(drawing("a.svg"), data=data.encode())


def holds(*media: Media) -> tuple[Media, ...]:
    """What a book holds of some pictures that its post shows."""
    figures = (Figure("", Picture(m.path, "A"), ()) for m in media)
    return held(edition_of(post_of(*figures), media))


def test_a_book_holds_what_its_text_shows_once() -> None:
    media = (picture("a.png"), picture("b.png"))
    post = post_of(Figure("", A, ()), Figure("", A, ()))

    assert held(edition_of(post, media)) == media[:1]


def test_a_picture_that_is_not_what_it_says_is_not_held() -> None:
    sound = picture("a.png")

    assert holds(dataclasses.replace(sound, mime="image/jpeg")) == ()
    assert holds(dataclasses.replace(sound, data=b"no picture")) == ()
    assert holds(dataclasses.replace(sound, mime="image/bmp")) == ()


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        "<foreignObject/>",
        '<image href="https://a.example/a.png"/>',
        "<style>@import 'a.css';</style>",
        "<rect style='fill: url(https://a.example/)'/>",
    ],
)
def test_a_drawing_that_reaches_out_is_not_held(inside: str) -> None:
    assert holds(drawn(inside)) == ()


def test_a_drawing_is_held_without_its_document_type() -> None:
    plain = drawn('<use href="#a"/>')
    typed = dataclasses.replace(plain, data=b"<!DOCTYPE svg>" + plain.data)

    assert holds(typed) == (plain,)
