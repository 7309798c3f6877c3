"""A picture has the address that a browser would show in the end."""

import pytest

from pipeline.readers.html.picture_address import address, is_pixel, is_placeholder
from tests.pipeline.readers.html.trees import first

DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


@pytest.mark.parametrize(
    ("mark", "src"),
    [
        ('<img src=" a.jpg ">', "a.jpg"),
        (f'<img src="{DOT}" data-src="b.jpg">', "b.jpg"),
        ('<img src="/img/blank.gif" data-lazy-src="b.jpg">', "b.jpg"),
        ('<img src="a.jpg" data-src="b.jpg">', "a.jpg"),
        ('<img srcset="s.jpg 300w, l.jpg 900w, m.jpg 600w">', "l.jpg"),
        ('<img data-srcset="s.jpg, l.jpg 2x">', "l.jpg"),
        ('<picture><source srcset="w.webp"><img alt=""></picture>', "w.webp"),
        (f'<img src="{DOT}">', DOT),
        ("<img>", ""),
    ],
)
def test_the_address_is_that_of_the_real_picture(mark: str, src: str) -> None:
    assert address(first(mark, "img")) == src


def test_what_keeps_a_place_is_known() -> None:
    assert is_placeholder(DOT)
    assert is_placeholder("/a/placeholder-300.png?x")
    assert not is_placeholder("/a/blanket.png")
    assert not is_placeholder("data:image/png;base64," + "A" * 900)


@pytest.mark.parametrize(
    ("mark", "counts"),
    [
        ('<img width="1" height="1" src="a.gif">', True),
        ('<img height="0px" src="a.gif">', True),
        ('<img src="https://feeds.feedburner.com/~r/a/~4/b">', True),
        ('<img width="10" src="a.gif">', False),
        ('<img src="a.gif">', False),
    ],
)
def test_a_picture_that_only_counts_readers_is_known(mark: str, *, counts: bool) -> None:
    assert is_pixel(first(mark, "img")) is counts
