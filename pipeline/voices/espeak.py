"""espeak-ng: a small voice of 140 languages that comes along, needs no network and is exact.

It works in a process of its own (`espeak_speaker`), because its state is global, leaks from
one text into the next, and some texts have crashed it.
"""

import difflib
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import espeakng_loader
import numpy as np

from pipeline import sound
from pipeline.errors import AllwaysError, SettingsError, SpeakError
from pipeline.script.lines import Line
from pipeline.voices import espeak_speaker
from pipeline.voices.voice import Samples, VoiceSettings

RATE = 22_050

PACE = 0.985
"""espeak's own pace for a pace as heard. Measured on 6,300 words of a blog with our pauses:
at 120, 160, 200, 250 it is heard as 124, 162, 200, 244 words a minute."""

GAIN = 1.9
"""dB that bring it to −19 LUFS. Measured on the same: −20.2 as it comes, 0.4 lost in MP3."""

LOUDER: Mapping[str, float] = {
    "cmn": -1.0,
    "de": 0.4,
    "en-us": 0.5,
    "es": 1.1,
    "fa": -0.5,
    "fr": 1.6,
    "hi": -0.4,
    "ja": -1.1,
    "ko": -0.6,
}
"""What the voices of some languages need beside. Measured on a post of each; Arabic, Portuguese,
Welsh and other English voices came out within 0.4 of British English."""

REFERENCE = (
    "The quick brown fox jumps over the lazy dog. We measure how loud a voice is, once, "
    "on words that never change: ships, choirs and harbour bells; thirteen thousand voices."
)
"""What a variant ("+f3") is measured on, beside the voice that it changes."""

_LONGEST = 140  # bytes of path that its buffer of 160 has room for
_SILENT = 50  # ms that stand for a line without words, as "…"


class Entry(NamedTuple):
    """A voice that espeak-ng has; its languages are tags with a priority, the lowest best."""

    name: str
    identifier: str
    languages: tuple[tuple[str, int], ...]


def match(language: str, entries: Sequence[Entry]) -> Entry | None:
    """The voice for a BCP 47 tag: for the whole tag, or for as much of it as one is for."""
    tag = language.lower()
    while tag:
        found = [
            (priority, len(entry.identifier), entry)
            for entry in entries
            for known, priority in entry.languages
            if known.lower() == tag
        ]
        if found:
            return min(found)[-1]
        tag = tag.rpartition("-")[0]
    return None


class EspeakVoice:
    """A voice of espeak-ng. Not for two threads at once: each has its own."""

    rate = RATE

    def __init__(self, settings: VoiceSettings) -> None:
        """Raises `SettingsError` where there is no such voice, `SpeakError` where none at all."""
        self._language = settings.language.lower()
        self._named = bool(settings.name)
        self._pace = round(settings.words_per_minute * PACE)
        self._speaker = _Speaker()
        try:
            self._own, self._variant = _choose(settings, self._speaker.entries)
            self._gain = GAIN + (self._difference() if self._variant else 0)
        except AllwaysError:
            self.close()
            raise
        self.name = f"eSpeak NG, {self._own.name}{self._variant}"
        self.identity = (
            f"espeak-ng {self._speaker.version}, {self._own.identifier}{self._variant} "
            f"for {self._language}, pace {self._pace}, gain {self._gain:.2f} {dict(LOUDER)}, "
            f"{sound.IDENTITY}"
        )

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for a BCP 47 tag; if not, its own voice reads as it can."""
        return match(language, self._speaker.entries) is not None

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line; one call is one fresh state. Raises `SpeakError`."""
        entries = [self._entry(line.language) for line in lines]
        asked = [
            (entry.identifier + self._variant, clean(line.text))
            for entry, line in zip(entries, lines, strict=True)
        ]
        gains = [self._gain + _louder(entry) for entry in entries]
        return tuple(map(_finished, lines, self._speaker.speak(asked, self._pace), gains))

    def close(self) -> None:
        """End the process and remove the link to its data."""
        self._speaker.close()

    def _entry(self, language: str) -> Entry:
        """The chosen voice for its own language; another's for a line in another language."""
        tag = language.lower()
        wider = self._language == tag or self._language.startswith(f"{tag}-")
        same = self._language.split("-")[0] == tag.split("-")[0]
        found = None if wider or (same and self._named) else match(tag, self._speaker.entries)
        return found or self._own

    def _difference(self) -> float:
        """How many dB softer than the voice itself its variant is."""
        voices = (self._own.identifier, self._own.identifier + self._variant)
        plain, changed = (
            sound.loudness(self._speaker.speak([(voice, REFERENCE)], self._pace)[0], RATE)
            for voice in voices
        )
        return round(plain - changed, 2)


def _louder(entry: Entry) -> float:
    tag = entry.languages[0][0].lower()
    return LOUDER.get(tag, LOUDER.get(tag.split("-")[0], 0))


def clean(text: str) -> str:
    """The text without what espeak-ng would take for commands: control characters."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in text)


def _finished(line: Line, raw: Samples, gain: float) -> Samples:
    samples = sound.finish(raw, RATE, gain)
    if len(samples):
        return samples
    if any(map(str.isalnum, line.text)):
        raise SpeakError(
            f'eSpeak NG gave no sound for "{_beginning(line.text)}".',
            where=line.id,
            remedy="Mark the language it is in, or write it in letters that the voice can read.",
        )
    return sound.silence(_SILENT, RATE)


def _beginning(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _choose(settings: VoiceSettings, entries: Sequence[Entry]) -> tuple[Entry, str]:
    """The voice that the settings ask for, and "+variant" where they name one."""
    if not settings.name:
        if found := match(settings.language, entries):
            return found, ""
        raise SettingsError(
            f'eSpeak NG has no voice for the language "{settings.language}".',
            remedy="Name one that comes near under [voice] name, or choose another engine.",
        )
    wanted, plus, variant = settings.name.partition("+")
    known = _names(entries)
    if wanted.lower() not in known or (plus and variant not in _variants()):
        raise SettingsError(
            f'eSpeak NG has no voice "{settings.name}".', remedy=_near(wanted, known)
        )
    return known[wanted.lower()], plus + variant


def _names(entries: Sequence[Entry]) -> Mapping[str, Entry]:
    """What a voice may be called: its first tag, its identifier, its name; in small letters."""
    return {
        name.lower(): entry
        for entry in entries
        for name in (entry.languages[0][0], entry.identifier, entry.name)
    }


def _near(wanted: str, known: Mapping[str, Entry]) -> str:
    near = difflib.get_close_matches(wanted.lower(), known, 1, 0.5)
    hint = f'Did you mean "{near[0]}"? ' if near else ""
    return hint + 'A name is like "en-gb-scotland", or with a variant "en-gb+f3".'


def _variants() -> frozenset[str]:
    folder = Path(espeakng_loader.get_data_path(), "voices", "!v")
    return frozenset(path.name for path in folder.iterdir())


class _Speaker:
    """The speaking process: started at once, and anew after it has died."""

    def __init__(self) -> None:
        self._link: tempfile.TemporaryDirectory[str] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        greeting = self._start()
        self.version = greeting["version"]
        self.entries = tuple(
            Entry(name, identifier, tuple((tag, priority) for tag, priority in languages))
            for name, identifier, languages in greeting["voices"]
        )

    def _start(self) -> dict[str, Any]:
        command = [sys.executable, "-I", "-S", espeak_speaker.__file__]
        self._process = subprocess.Popen(
            [*command, espeakng_loader.get_library_path(), self._data()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us; it ends when its input does
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

    def _data(self) -> str:
        """The folder that espeak-ng-data is in, by a short way where the long one is too long."""
        data = Path(espeakng_loader.get_data_path())
        if len(bytes(data.parent)) <= _LONGEST:
            return str(data.parent)
        if not self._link:
            self._link = tempfile.TemporaryDirectory(prefix="allways-")
            Path(self._link.name, data.name).symlink_to(data, target_is_directory=True)
        return self._link.name

    def speak(self, lines: Sequence[tuple[str, str]], pace: int) -> list[Samples]:
        """The raw samples of each (voice, text)."""
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
            beginning = _beginning(" ".join(text for _, text in lines))
            raise SpeakError(
                f'eSpeak NG could not speak "{beginning}": {error}.',
                remedy="Change the words, or choose another voice.",
            )
        return spoken

    def _ask(self, request: bytes, count: int) -> tuple[str, list[Samples]]:
        """What went wrong, or "" and the samples of each line."""
        assert self._process
        assert self._process.stdin
        espeak_speaker.write_message(self._process.stdin, request)
        self._process.stdin.flush()
        error: str = json.loads(self._message())["error"]
        return error, [
            np.frombuffer(self._message(), np.int16) for _ in range(0 if error else count)
        ]

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
                pass  # leaving closes both pipes, which ends the process, and waits for it
            self._process = None

    def close(self) -> None:
        self._stop()
        if self._link:
            self._link.cleanup()
            self._link = None
