"""The times of words in what a voice has spoken, from voices that know them exactly."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeAlias, runtime_checkable

import numpy as np

from pipeline.script.lines import Line
from pipeline.sound.pcm import Samples
from pipeline.voices.voice import Voice

Word: TypeAlias = tuple[str, int]
"""A word as the voice was given it, or some that it says as one; the sample where it begins."""

Words: TypeAlias = tuple[Word, ...]


class Timed(NamedTuple):
    """The sound of a line, and when each of its words begins.

    `words` are all the words of the line in the order in which they are heard; or none, where
    the time of any of them is not known exactly.
    """

    samples: Samples
    words: Words = ()


@runtime_checkable
class TimedVoice(Voice, Protocol):
    """A voice that knows when it says each word."""

    def timed(self, lines: Sequence[Line]) -> tuple[Timed, ...]:
        """As `speak`, with the times of words."""


def timed(voice: Voice, lines: Sequence[Line]) -> tuple[Timed, ...]:
    """The sound of each line by any voice; with the times of its words, where the voice knows."""
    if isinstance(voice, TimedVoice):
        return voice.timed(lines)
    return tuple(map(Timed, voice.speak(lines)))


def joined(pieces: Sequence[tuple[Timed, Samples]]) -> Timed:
    """Pieces of a line, each with the silence after it, which the last one does not get.

    Without times where those of one piece are not known.
    """
    samples: list[Samples] = []
    words: list[Word] = []
    at = 0
    for piece, pause in pieces:
        samples += [piece.samples, pause]
        words += later(piece.words, at)
        at += len(piece.samples) + len(pause)
    known = all(piece.words for piece, _ in pieces)
    return Timed(np.concatenate(samples[:-1]), tuple(words) if known else ())


def later(words: Words, samples: int) -> Words:
    """The same words, so many samples later."""
    return tuple((word, begin + samples) for word, begin in words)
