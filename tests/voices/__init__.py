"""What each engine needs around it to be tried: a server, a program, a fetched voice."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.settings import VoiceSettings
from tests.judging import SKIPPED
from tests.voices import say_it, servers, tiny_kokoro, tiny_piper

Stand = Callable[[Path], AbstractContextManager[VoiceSettings]]
"""Sets up in an empty folder what an engine needs, and gives settings of British English."""


def require_natural() -> None:
    """Skip the test where hibari could not be had; fail it where the judges are required."""
    found = find_spec("hibari")
    if found and found.submodule_search_locations:
        return
    if os.environ.get("ALLWAYS_REQUIRE_JUDGES") == "1":
        pytest.fail("hibari is required, and is not installed")
    pytest.skip(f"{SKIPPED}hibari: not installed")


def _alone(engine: str) -> Stand:
    """An engine that needs nothing else."""

    @contextmanager
    def stand(folder: Path) -> Iterator[VoiceSettings]:
        yield VoiceSettings(engine, "", "en-GB", 160, cache=folder)

    return stand


@contextmanager
def _hibari(folder: Path) -> Iterator[VoiceSettings]:
    """The package that may be missing."""
    require_natural()
    yield VoiceSettings("hibari", "", "en-GB", 160, cache=folder)


@contextmanager
def _command(folder: Path) -> Iterator[VoiceSettings]:
    """A program that speaks, a script run by this Python."""
    command = (sys.executable, "-I", "-S", say_it.__file__)
    yield VoiceSettings("command", "", "en-GB", 160, command=command, cache=folder)


@contextmanager
def _piper(folder: Path) -> Iterator[VoiceSettings]:
    """A fetched voice, small enough to be made on the spot."""
    tiny_piper.build(folder / "voices")
    yield VoiceSettings("piper", "", "en-GB", 160, cache=folder)


@contextmanager
def _kokoro(folder: Path) -> Iterator[VoiceSettings]:
    """A model that is small enough to be made on the spot."""
    tiny_kokoro.build(folder)
    yield VoiceSettings("kokoro", "", "en-GB", 160, cache=folder)


@contextmanager
def _gtts(folder: Path) -> Iterator[VoiceSettings]:
    """A server that answers as Google Translate does."""
    with servers.google() as server:
        yield _asking("gtts", server, folder)


@contextmanager
def _openai(folder: Path) -> Iterator[VoiceSettings]:
    """A server with OpenAI's speech endpoint."""
    with servers.openai() as server:
        yield _asking("openai", server, folder)


def _asking(engine: str, server: servers.Server, folder: Path) -> VoiceSettings:
    return VoiceSettings(
        engine,
        "",
        "en-GB",
        160,
        address=server.address,
        requests_per_minute=6000,
        cache=folder,
    )


STANDS: Mapping[str, Stand] = {
    "command": _command,
    "espeak": _alone("espeak"),
    "gtts": _gtts,
    "hibari": _hibari,
    "kokoro": _kokoro,
    "openai": _openai,
    "piper": _piper,
    "silence": _alone("silence"),
}
