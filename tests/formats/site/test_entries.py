"""A post in a list: what stands beside its title."""

from lxml import etree

from formats import look
from formats.site.entries import wave


def test_a_wave_is_a_drawing_that_says_nothing_in_the_colours_of_its_title() -> None:
    drawing = etree.fromstring(wave("The tide & <ebb>"))
    ground, bars = drawing

    assert drawing.get("aria-hidden") == "true"
    assert (ground.get("fill"), bars.get("stroke")) == (
        look.duo("The tide & <ebb>").ground,
        look.duo("The tide & <ebb>").bars,
    )
    assert str(bars.get("d")).count("M") == look.BARS
