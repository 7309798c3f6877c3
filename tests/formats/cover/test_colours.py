"""What differs from cover to cover: always the same for the same words."""

from formats.cover.colours import between, seed_of
from formats.look import Duo


def test_a_colour_lies_between_two_others() -> None:
    assert between(Duo(ground="#000000", ink="#ffffff", bars="#804020")) == "#402010"


def test_any_words_have_a_seed_even_broken_ones() -> None:
    assert len(seed_of("\ud800")) == 32
    assert seed_of("tide") != seed_of("ebb")
