"""A voice that says nothing, in exactly the time that the text's length asks for.

Every length can be worked out by hand, and nothing is as quick: the voice of tests and of
dry runs. It is true silence, so no judge of loudness takes it for speech.
"""

from collections.abc import Sequence

import numpy as np

from pipeline.script.lines import Line
from pipeline.settings import VoiceSettings
from pipeline.sound.pcm import Samples

RATE = 22_050
CHARACTER = 441
"""Samples of silence for each character: 20 ms."""


class SilentVoice:
    """Silence of 20 ms a character. It reads every language, and its pace is fixed."""

    identity = "silence 1"
    rate = RATE
    silent = True

    def __init__(self, settings: VoiceSettings) -> None:
        """Nothing in the settings changes silence."""

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """So many samples of silence for each line; an empty one counts as one character."""
        return tuple(np.zeros(max(1, len(line.text)) * CHARACTER, np.int16) for line in lines)

    def name(self, _language: str, /) -> str:
        """The same in every language."""
        return "silence"

    def speaks(self, language: str) -> bool:
        """Whether the tag says anything: silence is the same in all languages."""
        return bool(language)

    def requests(self, _lines: Sequence[Line], /) -> int:
        """None: nobody is asked for silence."""
        return 0

    def close(self) -> None:
        """Nothing to end."""
