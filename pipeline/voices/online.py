"""A voice that a server speaks with: one request a phrase, each answer checked and kept.

What came is kept as it came, under a key made of all that was asked. So a run that was broken
off goes on at the very request, and a change in how sound is levelled asks nobody anew.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Protocol

import numpy as np

from pipeline.errors import SpeakError
from pipeline.script.lines import Line
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.store.files import Store, digest
from pipeline.voices.chunks import chunks, rest, wordless
from pipeline.voices.client import USUAL, Client, HttpRequest, Patience
from pipeline.voices.espeak import clean
from pipeline.voices.espeak_process import beginning

RATE = 24_000

_SILENT = 50  # ms that stand for a line without words
_FORM = "answer 1"


class Service(Protocol):
    """What one kind of server wants and gives.

    `source` names the server and all that changes its answers, but for text and speaker;
    `title` names it in errors; `denied` is what to do where it denies us; `limit` is how many
    characters it takes at a time.
    """

    source: str
    title: str
    denied: str
    limit: int

    def name(self, language: str) -> str:
        """The server, and its voice for a BCP 47 tag, for people."""

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for a BCP 47 tag."""

    def speaker(self, language: str) -> str:
        """Which of its voices speaks a language; its own where it has none."""

    def request(self, text: str, speaker: str) -> HttpRequest:
        """What to send for a text."""

    def sound(self, answer: bytes) -> bytes:
        """The sound file in an answer. Raises `SpeakError` where there is none."""


class OnlineVoice:
    """A voice of a server; not for two processes at once, so that it keeps the server's pace."""

    rate = RATE
    silent = False

    def __init__(
        self, service: Service, settings: VoiceSettings, patience: Patience = USUAL
    ) -> None:
        self._service = service
        self._store = Store(settings.cache)
        self._client = Client(service.title, service.denied, settings.requests_per_minute, patience)
        self._gains: dict[str, float] = {}
        voices = ", ".join(
            f"{tag} {service.speaker(tag)}"
            for tag in (settings.language, *(tag for tag, _ in settings.names))
        )
        self.identity = f"{service.source}, {voices}, {foreign.IDENTITY}, {pcm.IDENTITY}"

    def name(self, language: str) -> str:
        """The server, and its voice for a BCP 47 tag."""
        return self._service.name(language)

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for a BCP 47 tag."""
        return self._service.speaks(language)

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line. Raises `SpeakError`, which names the line."""
        return tuple(map(self._line, lines))

    def requests(self, lines: Sequence[Line], /) -> int:
        """One for each phrase, more for a long one; what a voice is levelled by comes beside."""
        return sum(len(self._phrases(line)) for line in lines)

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def _line(self, line: Line) -> Samples:
        pieces: list[Samples] = []
        try:
            for text, speaker in self._phrases(line):
                raw = self._answered(text, speaker)
                heard = foreign.levelled(raw, RATE, self._gain(speaker))
                pieces += [heard, pcm.silence(rest(text), RATE)]
        except SpeakError as error:
            raise SpeakError(error.message, where=line.id, remedy=error.remedy) from error
        return np.concatenate(pieces[:-1]) if pieces else pcm.silence(_SILENT, RATE)

    def _phrases(self, line: Line) -> list[tuple[str, str]]:
        """What is asked for a line, and of which speaker."""
        return [
            (chunk.strip(), self._service.speaker(run.language))
            for run in line.runs
            for chunk in chunks(clean(run.text), self._service.limit)
            if not wordless(chunk)
        ]

    def _gain(self, speaker: str) -> float:
        """How much louder a speaker is made: measured once, on words that never change."""
        if speaker not in self._gains:
            pieces = [
                self._answered(chunk.strip(), speaker)
                for chunk in chunks(foreign.REFERENCE, self._service.limit)
            ]
            self._gains[speaker] = foreign.gain(np.concatenate(pieces), RATE)
        return self._gains[speaker]

    def _answered(self, text: str, speaker: str) -> Samples:
        """The sound of a text: kept, or asked for and then kept."""
        key = digest(_FORM, self._service.source, speaker, text)
        kept = self._store.get(key)
        if kept is not None:
            with suppress(SpeakError):  # it was kept before we knew what is no sound of a text
                return _heard(text, kept)
        request = self._service.request(text, speaker)
        data, samples = self._client.ask(request, partial(self._taken, text))
        self._store.put(key, data)
        return samples

    def _taken(self, text: str, answer: bytes) -> tuple[bytes, Samples]:
        data = self._service.sound(answer)
        return data, _heard(text, data)


def _heard(text: str, data: bytes) -> Samples:
    """The sound in a file. Raises `SpeakError` where it can't be the text's."""
    samples = foreign.decode(data, "sound", RATE)
    if foreign.too_short(samples, text, RATE) or foreign.too_long(samples, text, RATE):
        seconds = len(samples) / RATE
        raise SpeakError(
            f'{seconds:.1f} s of sound came for {len(text)} characters, "{beginning(text)}".',
            remedy="Run again later; if it stays, change the words or choose another voice.",
        )
    return samples


def named(names: Mapping[str, str], language: str) -> str:
    """The voice that the settings name for a tag, or for as much of it as one is named for."""
    known = {tag.lower(): name for tag, name in names.items()}
    tag = language.lower()
    while tag and tag not in known:
        tag = tag.rpartition("-")[0]
    return known.get(tag, "")
