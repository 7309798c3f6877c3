"""The colours of covers: what is written stands out, and what is drawn can be seen."""

import pytest

from formats.cover.colours import PALETTE, Colours, seed_of
from tests.formats.cover.test_cover import contrast


@pytest.mark.parametrize("colours", PALETTE)
def test_letters_stand_out_from_their_ground_and_the_art_can_be_seen(colours: Colours) -> None:
    assert contrast(colours.ground, colours.ink) >= 7
    assert contrast(colours.ground, colours.accent) >= 3


def test_the_measure_of_contrast_knows_its_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") < 4.5


def test_the_soft_colour_lies_between_two_others() -> None:
    assert Colours("#000000", "#ffffff", "#804020").soft == "#402010"


def test_any_words_have_a_seed_even_broken_ones() -> None:
    assert len(seed_of("\ud800")) == 32
