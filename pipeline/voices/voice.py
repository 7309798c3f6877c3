"""What every engine gives: a voice that turns lines into samples."""

from collections.abc import Sequence
from typing import Protocol

from pipeline.script.lines import Line
from pipeline.sound.pcm import Samples


class Voice(Protocol):
    """A voice at work; `close` ends it.

    `identity` names all that changes its samples: engine and version, voice, pace.
    `rate` is its samples a second. `silent` says that it gives silence for words, so that
    nobody takes its sound for proof that they were spoken.
    """

    identity: str
    rate: int
    silent: bool

    def name(self, language: str) -> str:
        """Who speaks the words of a BCP 47 tag, for people."""

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
