"""A silent voice: 20 ms of silence for each character.

Every length can be calculated by hand, and nothing is faster: it is for tests and for quick
drafts. It is digital silence, so no judge of loudness takes it for speech.
"""

import re
from collections.abc import Sequence

import numpy as np

from pipeline.script.lines import Line
from pipeline.settings import VoiceSettings
from pipeline.sound.pcm import Samples
from pipeline.voices.timing import Timed

RATE = 22_050
CHARACTER = 441
"""Samples of silence for each character: 20 ms."""

_WORD = re.compile(r"\S+")


class SilentVoice:
    """Silence for 20 ms a character. It reads every language, and its pace is fixed."""

    identity = "silence 1"
    rate = RATE
    silent = True

    def __init__(self, settings: VoiceSettings) -> None:
        """Nothing in the settings changes silence."""

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """Silence for each line; an empty one counts as one character."""
        return tuple(line.samples for line in self.timed(lines))

    def timed(self, lines: Sequence[Line]) -> tuple[Timed, ...]:
        """As `speak`, with the times of words: a word begins with its first character."""
        return tuple(_timed(line.text) for line in lines)

    def name(self, _language: str, /) -> str:
        """The same in every language."""
        return "silence"

    def speaks(self, language: str) -> bool:
        """True for any tag but an empty one: silence is the same in all languages."""
        return bool(language)

    def requests(self, _lines: Sequence[Line], /) -> int:
        """0: it runs on this machine."""
        return 0

    def close(self) -> None:
        """Nothing."""


def _timed(text: str) -> Timed:
    words = tuple((word[0], word.start() * CHARACTER) for word in _WORD.finditer(text))
    return Timed(np.zeros(max(1, len(text)) * CHARACTER, np.int16), words)
