"""Sound that is too short for its words shows that some were left out."""

import numpy as np
import pytest

from pipeline.sound.pcm import Samples
from pipeline.voices.left_out import left_out

RATE = 1000
FORTY_LETTERS = "tide " * 10
"""They take more than 1.2 seconds."""


def pieces(*seconds: float) -> list[Samples]:
    return [np.ones(round(length * RATE), np.int16) for length in seconds]


@pytest.mark.parametrize("seconds", [[0.5, 0.5], [2, 0], []])
def test_words_were_left_out_where_sound_is_wanting(seconds: list[float]) -> None:
    """All of it together, or that of one piece."""
    assert left_out(FORTY_LETTERS, pieces(*seconds), RATE, 1)


@pytest.mark.parametrize("seconds", [[1.3], [0.5, 0.8]])
def test_none_were_where_it_is_long_enough(seconds: list[float]) -> None:
    assert not left_out(FORTY_LETTERS, pieces(*seconds), RATE, 1)


def test_a_faster_voice_takes_less_and_a_slower_one_more() -> None:
    assert not left_out(FORTY_LETTERS, pieces(1), RATE, 1.5)
    assert left_out(FORTY_LETTERS, pieces(1.3), RATE, 0.8)


def test_the_length_of_a_few_letters_says_nothing() -> None:
    assert not left_out("The tide.", pieces(0.1), RATE, 1)
    assert left_out("The tide.", pieces(0), RATE, 1)
