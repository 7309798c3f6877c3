"""The size of the letters in a drawing on paper, however the drawing says it."""

import pytest

from formats.large_print.lettering import smallest
from formats.model import Media
from tests.formats.builders import picture

WIDE = 160  # mm; a drawing of 800 units has 0.567 points a unit


def drawn(inside: str, box: str = 'viewBox="0 0 800 400"') -> float | None:
    """The size of the smallest letters of a drawing."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{inside}</svg>'.encode()
    return smallest(Media("a.svg", "image/svg+xml", data, 400, 200), WIDE)


@pytest.mark.parametrize(
    ("inside", "points"),
    [
        ('<text font-size="20">A</text>', 11.3),
        ('<text style="font-size: 20px">A</text>', 11.3),
        ('<g font-size="20"><text>A</text></g>', 11.3),
        ('<style>.small { font-size: 20px; }</style><text class="small">A</text>', 11.3),
        ('<text font-size="15pt">A</text>', 11.3),
        ('<g transform="scale(2)"><text font-size="20">A</text></g>', 22.7),
        ('<text transform="matrix(0 2 -2 0 9 9)" font-size="20">A</text>', 22.7),
        ("<text>A</text>", 9.1),
        ('<text font-size="40">A</text><text font-size="20">B</text>', 11.3),
        ('<text font-size="20"><tspan font-size="40">A</tspan></text>', 22.7),
    ],
)
def test_letters_are_measured_on_paper(inside: str, points: float) -> None:
    assert drawn(inside) == pytest.approx(points, abs=0.05)


def test_without_a_view_box_the_size_in_pixels_counts() -> None:
    assert drawn('<text font-size="20">A</text>', "") == pytest.approx(22.7, abs=0.05)


@pytest.mark.parametrize("inside", ["", "<rect/>", '<text font-size="2"> </text>'])
def test_a_drawing_without_letters_has_no_size(inside: str) -> None:
    assert drawn(inside) is None


def test_neither_a_photograph_nor_a_broken_drawing_has_a_size() -> None:
    assert smallest(picture("a.png"), WIDE) is None
    assert smallest(Media("a.svg", "image/svg+xml", b"<svg", 4, 3), WIDE) is None
