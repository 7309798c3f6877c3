"""What every engine gives: a voice that turns lines into samples."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from pipeline.script.lines import Line

Samples: TypeAlias = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """Which voice is wanted, and what its engine needs to know.

    `name` is "" for the engine's usual voice of the language; `names` are the voices for
    passages in other languages, as (language, name). `address` and `model` are for a server,
    `command` for a program; `requests_per_minute` is how often a server is asked at most.
    `cache` is where a server's answers are kept, and fetched voices in its folder "voices".
    """

    engine: str
    name: str
    language: str
    words_per_minute: int
    names: tuple[tuple[str, str], ...] = ()
    address: str = ""
    model: str = ""
    command: tuple[str, ...] = ()
    requests_per_minute: int = 60
    cache: Path = Path()


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

    def requests(self, lines: Sequence[Line], /) -> int:
        """How many times a server will be asked for these lines: 0 for a voice of this machine.

        What is known already is counted too. A voice that asks a server is used by one
        process alone, so that it can keep to the server's pace.
        """

    def close(self) -> None:
        """End its process and remove its files, if it has any."""
