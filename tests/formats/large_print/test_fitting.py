"""A picture is made smaller where it would leave a page less than half full."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from formats.large_print.document import document
from formats.large_print.fitting import fitted
from formats.large_print.typeset import places
from formats.model import Edition, Figure, Picture
from tests.formats.builders import edition_of, heading, paragraph, picture, post_of

TALL = picture("a.png", width=1200, height=900)


def post(sentences: int, *, headed: bool = False) -> Edition:
    """Some sentences, then a picture, and more."""
    text = paragraph(*(["The tide came in at three, and nobody on the quay saw it."] * sentences))
    above = (heading(2, "The harbour"),) if headed else ()
    shown = Figure("", Picture("a.png", "The harbour at night"), ())
    return edition_of(post_of(text, *above, shown, paragraph("Then it went.")), (TALL,))


def fills(whole: Edition, points: int) -> Iterator[tuple[float, bool]]:
    """How far down each page but the last is filled in mm, and if a picture begins the next."""
    found = places(fitted(document(whole, points), whole), whole)
    pages = sorted({place.page for place in found})
    for page, after in pairwise(pages):
        down = max(p.down for p in found if p.page == page and not p.picture)
        yield down, next(p for p in found if p.page == after).picture != ""


@pytest.mark.parametrize("points", [18, 24])
@pytest.mark.parametrize("headed", [False, True])
@pytest.mark.parametrize("sentences", [1, 4, 8, 12, 16])
def test_no_picture_leaves_a_page_less_than_half_full(
    sentences: int, *, headed: bool, points: int
) -> None:
    for down, pictured in fills(post(sentences, headed=headed), points):
        assert not pictured or down > 140


def test_a_picture_that_fits_keeps_its_size() -> None:
    whole = post(1)
    made = document(whole, 18)

    assert fitted(made, whole) == made


def test_a_picture_on_the_next_page_of_a_full_one_keeps_its_size() -> None:
    whole = post(10)
    made = document(whole, 18)

    assert fitted(made, whole) == made
