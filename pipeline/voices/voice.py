"""The interface of every engine: a voice that turns lines into samples."""

from collections.abc import Sequence
from typing import Protocol

from pipeline.script.lines import Line
from pipeline.sound.pcm import Samples


class Voice(Protocol):
    """An open voice; `close` ends it.

    `identity` names everything that changes its samples: engine and version, voice, pace.
    `rate` is its samples a second. `silent` says that it gives silence for words, so that its
    sound is no proof that they were spoken.
    """

    identity: str
    rate: int
    silent: bool

    def name(self, language: str) -> str:
        """The name, for people, of the voice that speaks the words of a BCP 47 tag."""

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line, without the silence around it.

        The same lines give the same samples, whatever was spoken before.
        Raises `SpeakError` where a line that has words gives no sound.
        """

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for a BCP 47 tag."""

    def requests(self, lines: Sequence[Line], /) -> int:
        """The number of requests to a server for these lines; 0 for a voice of this machine.

        Answers that are cached are counted too. A voice that asks a server is used by a single
        process, so that it can limit the rate of its requests.
        """

    def close(self) -> None:
        """End its process and remove its files, if it has any."""
