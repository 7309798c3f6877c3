"""What every engine gives: a voice that turns lines into samples."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from pipeline.script.lines import Line

Samples: TypeAlias = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """Which voice is wanted. `name` is "" for the engine's usual voice of the language."""

    engine: str
    name: str
    language: str
    words_per_minute: int


class Voice(Protocol):
    """A voice at work; `close` ends it.

    `identity` names all that changes its samples: engine and version, voice, pace.
    `name` is for people. `rate` is its samples a second.
    """

    identity: str
    name: str
    rate: int

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line, without the silence around it.

        The same lines give the same samples, whatever was said before.
        Raises `SpeakError` where a line that has words gives no sound.
        """

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for a BCP 47 tag."""

    def close(self) -> None:
        """End its process and remove its files, if it has any."""
