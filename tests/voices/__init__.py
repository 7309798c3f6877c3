"""What each engine needs around it to be tried: a server, a program, a fetched voice."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from pipeline.voices import VoiceSettings

Stand = Callable[[Path], AbstractContextManager[VoiceSettings]]
"""Sets up in an empty folder what an engine needs, and gives settings of British English."""


def _alone(engine: str) -> Stand:
    """An engine that needs nothing else."""

    @contextmanager
    def stand(folder: Path) -> Iterator[VoiceSettings]:
        yield VoiceSettings(engine, "", "en-GB", 160, cache=folder)

    return stand


STANDS: Mapping[str, Stand] = {
    "espeak": _alone("espeak"),
    "silence": _alone("silence"),
}
