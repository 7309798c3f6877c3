"""A voice on a server: one request for each phrase, each answer checked and cached.

Answers are cached unchanged, under a key made of the whole request. So a run that was
interrupted continues where it stopped, and a change in levelling needs no new requests.
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

_SILENT = 50  # ms of silence for a line without words
_FORM = "answer 1"


class Service(Protocol):
    """The requests and answers of one kind of server.

    `source` names the server and everything that changes its answers, except text and speaker;
    `title` names it in errors; `denied` is the remedy where it denies access; `limit` is the
    most characters in a request.
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
        """Which of its voices speaks a language; its main one where it has none for it."""

    def request(self, text: str, speaker: str) -> HttpRequest:
        """The request for a text."""

    def sound(self, answer: bytes) -> bytes:
        """The sound file in an answer. Raises `SpeakError` where there is none."""


class OnlineVoice:
    """A voice on a server; for a single process, so that it can limit its requests."""

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
        """One for each phrase, more for a long one; those that measure loudness are not counted."""
        return sum(len(self._phrases(line)) for line in lines)

    def close(self) -> None:
        """Close the connection."""
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
        """The texts to ask for a line, each with its speaker."""
        return [
            (chunk.strip(), self._service.speaker(run.language))
            for run in line.runs
            for chunk in chunks(clean(run.text), self._service.limit)
            if not wordless(chunk)
        ]

    def _gain(self, speaker: str) -> float:
        """The gain of a speaker in dB: measured once, on words that never change."""
        if speaker not in self._gains:
            pieces = [
                self._answered(chunk.strip(), speaker)
                for chunk in chunks(foreign.REFERENCE, self._service.limit)
            ]
            self._gains[speaker] = foreign.gain(np.concatenate(pieces), RATE)
        return self._gains[speaker]

    def _answered(self, text: str, speaker: str) -> Samples:
        """The sound of a text: from the cache, or asked for and then cached."""
        key = digest(_FORM, self._service.source, speaker, text)
        kept = self._store.get(key)
        if kept is not None:
            with suppress(SpeakError):  # cached by an earlier version, which checked less
                return _heard(text, kept)
        request = self._service.request(text, speaker)
        data, samples = self._client.ask(request, partial(self._taken, text))
        self._store.put(key, data)
        return samples

    def _taken(self, text: str, answer: bytes) -> tuple[bytes, Samples]:
        data = self._service.sound(answer)
        return data, _heard(text, data)


def _heard(text: str, data: bytes) -> Samples:
    """The sound in a file. Raises `SpeakError` where it can't be that of the text."""
    samples = foreign.decode(data, "sound", RATE)
    if foreign.too_short(samples, text, RATE) or foreign.too_long(samples, text, RATE):
        seconds = len(samples) / RATE
        raise SpeakError(
            f'{seconds:.1f} s of sound came for {len(text)} characters, "{beginning(text)}".',
            remedy="Run again later; if it happens again, change the words or the voice.",
        )
    return samples


def named(names: Mapping[str, str], language: str) -> str:
    """The voice named in the settings for a tag, or else for its longest beginning."""
    known = {tag.lower(): name for tag, name in names.items()}
    tag = language.lower()
    while tag and tag not in known:
        tag = tag.rpartition("-")[0]
    return known.get(tag, "")
