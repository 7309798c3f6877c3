"""Whether a natural voice on this machine left words out."""

from collections.abc import Sequence

from pipeline.sound.pcm import Samples

SHORTEST = 0.03
"""Seconds a letter, at a voice's own pace: with less, words were left out. Prose has 0.06 to
0.13, words alone up to 0.4."""

FEW = 20  # letters: the duration of fewer says nothing


def left_out(text: str, heard: Sequence[Samples], rate: int, pace: float) -> bool:
    """Whether the pieces of a text are too short for its letters, or one of them is silent.

    `pace` is how much faster it was spoken than the voice does by itself.
    """
    letters = sum(map(str.isalnum, text))
    seconds = sum(map(len, heard)) / rate
    shortest = letters * SHORTEST / pace if letters > FEW else 0
    return not heard or not all(map(len, heard)) or seconds < shortest
