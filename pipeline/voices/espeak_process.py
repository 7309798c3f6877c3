"""The process that speaks with espeak-ng: asked for one clip at a time, restarted if it dies."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from pipeline.errors import SpeakError
from pipeline.sound.pcm import Samples
from pipeline.voices import espeak_speaker

_LONGEST = 140  # bytes of a path that fit the library's buffer of 160


class ListedVoice(NamedTuple):
    """A voice of espeak-ng; its languages are tags with a priority, the lowest first."""

    name: str
    identifier: str
    languages: tuple[tuple[str, int], ...]


class Raw(NamedTuple):
    """What espeak-ng gives for a text: samples, and (place in the text, sample) of its words.

    More than one for a word that has parts, such as figures; none for a word that it says as one
    with the word before, such as "the" in "of the".
    """

    samples: Samples
    words: tuple[tuple[int, int], ...]


def beginning(text: str) -> str:
    """The beginning of a text, for an error message."""
    return text if len(text) <= 60 else f"{text[:59]}…"


class Speaker:
    """The speaking process: started at once, and again after it has died."""

    def __init__(self, library: Path, data: Path) -> None:
        """Raises `SpeakError` where it can't be started."""
        self._library, self._data = library, data
        self._link: tempfile.TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        greeting = self._start()
        self.version = greeting["version"]
        self.entries = tuple(
            ListedVoice(name, identifier, tuple((tag, priority) for tag, priority in languages))
            for name, identifier, languages in greeting["voices"]
        )

    def _start(self) -> dict[str, Any]:
        command = [sys.executable, "-I", "-S", espeak_speaker.__file__]
        self._process = subprocess.Popen(
            [*command, self._library, self._data_parent()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us; it ends when its input ends
        )
        try:
            greeting: dict[str, Any] = json.loads(self._message())
        except EOFError:
            greeting = {"error": "its process ended at once"}
        if not greeting["error"]:
            return greeting
        self.close()
        raise SpeakError(
            f"eSpeak NG can't be started: {greeting['error']}.",
            remedy="Install the package espeakng-loader again.",
        )

    def _data_parent(self) -> Path:
        """The folder with the data, through a link with a short path where its own is too long."""
        if len(bytes(self._data.parent)) <= _LONGEST:
            return self._data.parent
        if not self._link:
            self._link = tempfile.TemporaryDirectory(prefix="allways-")
            link = Path(self._link.name, "espeak-ng-data")
            link.symlink_to(self._data, target_is_directory=True)
        return Path(self._link.name)

    def speak(self, lines: Sequence[tuple[str, str]], pace: int) -> list[Raw]:
        """The sound of each (voice, text), spoken in one fresh state. Raises `SpeakError`."""
        if not self._process:
            self._start()
        characters = sum(len(text) for _, text in lines)
        request = {"pace": pace, "seconds": 30 + characters // 200, "lines": lines}
        try:
            error, spoken = self._ask(json.dumps(request).encode(), len(lines))
        except (BrokenPipeError, EOFError):
            self._stop()
            error, spoken = "its process ended", []
        if error:
            words = beginning(" ".join(text for _, text in lines))
            raise SpeakError(
                f'eSpeak NG could not speak "{words}": {error}.',
                remedy="Change the words, or choose another voice.",
            )
        return spoken

    def _ask(self, request: bytes, count: int) -> tuple[str, list[Raw]]:
        """An error message, or "" and the sound of each line."""
        assert self._process
        assert self._process.stdin
        espeak_speaker.write_message(self._process.stdin, request)
        self._process.stdin.flush()
        error: str = json.loads(self._message())["error"]
        return error, [self._raw() for _ in range(0 if error else count)]

    def _raw(self) -> Raw:
        samples = np.frombuffer(self._message(), np.int16)
        words = np.frombuffer(self._message(), np.int32).reshape(-1, 2)
        return Raw(samples, tuple((place, sample) for place, sample in words.tolist()))

    def _message(self) -> bytes:
        assert self._process
        assert self._process.stdout
        message = espeak_speaker.read_message(self._process.stdout)
        if message is None:
            raise EOFError
        return message

    def _stop(self) -> None:
        if self._process:
            with suppress(BrokenPipeError), self._process:
                pass  # this closes both pipes, which ends the process, and waits for it
            self._process = None

    def close(self) -> None:
        """End the process and remove the link to its data."""
        self._stop()
        if self._link:
            self._link.cleanup()
            self._link = None
