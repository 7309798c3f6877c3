"""The engine for any program that reads text and writes WAV.

The text goes to its standard input, or into its command in place of {text}; the sound comes
from its standard output, or from the file that {wav} names. No shell is used.
"""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import numpy as np

from formats.languages import primary
from pipeline.errors import SettingsError, SpeakError
from pipeline.script.lines import Line, Run
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices.chunks import rest, wordless
from pipeline.voices.espeak import clean
from pipeline.voices.espeak_process import beginning

RATE = 24_000

_SLICE = 0.1  # how often output is polled, in seconds

_SILENT = 50  # ms of silence for a line without words, such as "…"
_PLACE = re.compile(r"\{(text|language|voice|pace|wav)\}")

_BY_HAND = "Try the program by hand, or choose another voice."


class CommandVoice:
    """A program that speaks: run once for each stretch of text in one language."""

    rate = RATE
    silent = False

    def __init__(self, settings: VoiceSettings) -> None:
        """Raises `SettingsError` where there is no such program."""
        self._settings = settings
        self._command = settings.command
        self._program = _program(settings.command)
        self._names = {tag.lower(): name for tag, name in settings.names}
        self._told = any("{language}" in word for word in settings.command)
        self.identity = (
            f"command {self._command} {_digests((self._program, *self._command[1:]))}, "
            f"{settings.name} {settings.names}, {settings.language}, "
            f"pace {settings.words_per_minute}, {foreign.IDENTITY}, {pcm.IDENTITY}"
        )

    def name(self, language: str) -> str:
        """The name of the voice, or else of the program."""
        return self._speaker(language) or Path(self._program).name

    def speaks(self, language: str) -> bool:
        """Its own language and those with a named voice; any, if the command has {language}."""
        tag = language.lower()
        own = {self._settings.language.lower(), *self._names}
        return bool(tag) and (self._told or primary(tag) in set(map(primary, own)))

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line. Raises `SpeakError` where the program gives none."""
        return tuple(self._line(line) for line in lines)

    def requests(self, _lines: Sequence[Line], /) -> int:
        """0: the program runs on this machine."""
        return 0

    def close(self) -> None:
        """Nothing: each run of the program has ended."""

    def _line(self, line: Line) -> Samples:
        runs = [run for run in line.runs if not wordless(run.text)]
        if not runs:
            return pcm.silence(_SILENT, RATE)
        pieces: list[Samples] = []
        for run in runs:
            pieces += [self._run(run, line.id), pcm.silence(rest(run.text), RATE)]
        return np.concatenate(pieces[:-1])

    def _run(self, run: Run, where: str) -> Samples:
        try:
            heard = self._heard(clean(run.text).strip(), run.language)
        except SpeakError as error:
            raise SpeakError(error.message, where=where, remedy=error.remedy) from error
        stretch = 160 / self._settings.words_per_minute
        wrong = ""
        if foreign.too_short(heard, run.text, RATE, stretch):
            wrong = "left words out of"
        elif foreign.too_long(heard, run.text, RATE, stretch):
            wrong = f"took {len(heard) / RATE:.0f} seconds for"
        if wrong:
            raise SpeakError(
                f'"{Path(self._program).name}" {wrong} "{beginning(run.text)}".',
                where=where,
                remedy=_BY_HAND,
            )
        return foreign.levelled(heard, RATE, self._gain)

    def _heard(self, text: str, language: str) -> Samples:
        values = {
            "text": text,
            "language": language,
            "voice": self._speaker(language),
            "pace": str(self._settings.words_per_minute),
        }
        wav = run((self._program, *self._command[1:]), values, 60 + len(text) / 5)
        try:
            return foreign.decode(wav, "WAV", RATE)
        except SpeakError as error:
            message = f'"{Path(self._program).name}" ran, but {error.message}'
            raise SpeakError(message, remedy=_BY_HAND) from error

    def _speaker(self, language: str) -> str:
        tag = language.lower()
        return self._names.get(tag) or self._names.get(primary(tag), self._settings.name)

    @cached_property
    def _gain(self) -> float:
        """The gain in dB that brings it to our loudness, measured once."""
        return foreign.gain(self._heard(foreign.REFERENCE, self._settings.language), RATE)


def run(command: Sequence[str], values: Mapping[str, str], seconds: float) -> bytes:
    """The bytes of the sound file that a program writes. Raises `SpeakError`."""
    with tempfile.TemporaryDirectory(prefix="allways-") as folder:
        wav = Path(folder, "said.wav")
        words = [_filled(word, {**values, "wav": str(wav)}) for word in command]
        by_word = any("{text}" in word for word in command)
        out = _output(words, b"" if by_word else values["text"].encode(), seconds)
        if not any("{wav}" in word for word in command):
            return out
        try:
            with wav.open("rb") as file:
                return _not_too_large(command[0], file.read(foreign.LARGEST + 1))
        except OSError as error:
            raise _failed(command[0], "it wrote no file in place of {wav}") from error


def _filled(word: str, values: Mapping[str, str]) -> str:
    """A word of the command, filled in; a text is never taken for an option."""
    filled = _PLACE.sub(lambda place: values[place[1]], word)
    return f" {filled}" if word.startswith("{text}") and filled.startswith("-") else filled


def _output(words: Sequence[str], text: bytes, seconds: float) -> bytes:
    try:
        process = _started(words, text)
    except OSError as error:
        raise _failed(words[0], f"it can't be started ({error.strerror})") from error
    with process:
        try:
            out, complaint = _given_out(words[0], process, seconds)
        except subprocess.TimeoutExpired as error:
            raise _failed(words[0], f"it had not ended after {seconds:.0f} seconds") from error
        finally:
            if process.returncode is None:  # not yet reaped, so the process id is still valid
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
    if process.returncode:
        last = complaint.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise _failed(words[0], beginning(clean(last)) or f"it ended with {process.returncode}")
    return _not_too_large(words[0], out)


def _started(words: Sequence[str], text: bytes) -> subprocess.Popen[bytes]:
    with tempfile.TemporaryFile() as given:  # a file: the program may read slowly, or not at all
        given.write(text)
        given.seek(0)
        return subprocess.Popen(
            [word.encode("utf-8", "surrogateescape") for word in words],  # whatever the locale
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # so that all processes it starts can be ended with it
        )


def _given_out(
    program: str, process: subprocess.Popen[bytes], seconds: float
) -> tuple[bytes, bytes]:
    """What a program writes to both its outputs. Raises `TimeoutExpired` and `SpeakError`."""
    until = time.monotonic() + seconds
    while True:
        try:
            return process.communicate(timeout=min(_SLICE, seconds))
        except subprocess.TimeoutExpired as so_far:
            _not_too_large(program, (so_far.output or b"") + (so_far.stderr or b""))
            if time.monotonic() > until:
                raise


def _not_too_large(program: str, data: bytes) -> bytes:
    if len(data) > foreign.LARGEST:
        raise _failed(program, "what it writes has no end")
    return data


def _failed(program: str, why: str) -> SpeakError:
    return SpeakError(
        f'"{Path(program).name}" could not speak: {why}.',
        remedy="Try it by hand, or check the command under [voice].",
    )


def _program(command: Sequence[str]) -> str:
    """The path of the program."""
    if not command:
        raise SettingsError(
            "no program is named for the voice.",
            remedy='Write under [voice]: command = ["my-voice", "--language", "{language}"]',
        )
    found = shutil.which(command[0])
    if not found:
        raise SettingsError(
            f'there is no program "{command[0]}".',
            remedy="Install it, or write its whole path under [voice] command.",
        )
    return str(Path(found).absolute())


def _digests(words: Sequence[str]) -> list[str]:
    """A digest of each word that is a file: after a change of the program all is spoken again."""
    paths = (Path(word) for word in words if not _PLACE.search(word))
    return [hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in paths if path.is_file()]
