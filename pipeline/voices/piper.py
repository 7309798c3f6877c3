"""Piper: natural voices that run on this machine, one file each; `voices get` fetches them.

The same words give the same samples: no randomness, one thread, one gain for each voice.
"""

import io
import re
import wave
from collections.abc import Sequence
from importlib.metadata import version
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from formats.languages import primary
from pipeline.errors import SpeakError
from pipeline.script.lines import Line, Run
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices.chunks import chunks, rest, wordless
from pipeline.voices.espeak import clean
from pipeline.voices.espeak_process import beginning
from pipeline.voices.left_out import left_out
from pipeline.voices.piper_files import VoiceFile, chosen, whole

if TYPE_CHECKING:
    from pipeline.voices.piper_model import Model

OWN_PACE = 160
"""The words a minute of a voice at its own pace."""

PIECE = 300
"""Characters spoken at once: for longer texts, time and memory grow faster than the text."""

LONGEST_WORD = 60
"""Letters: espeak-ng, which finds the sounds, may leave out the end of a longer word."""

_SILENT = 50  # ms of silence for a line without words, such as "…"
_LONG_WORD = re.compile(rf"\w{{{LONGEST_WORD + 1},}}")


class PiperVoice:
    """A voice of Piper, and others for passages in other languages."""

    silent = False

    def __init__(self, settings: VoiceSettings) -> None:
        """Raises `SettingsError` where a voice is missing or can't be loaded."""
        self._language = settings.language
        self._stretch = OWN_PACE / settings.words_per_minute
        self._own = chosen(settings.name, settings.language, settings.cache)
        self._others = {
            tag.lower(): chosen(name, tag, settings.cache) for tag, name in settings.names
        }
        digests = {file: whole(file) for file in {self._own, *self._others.values()}}
        self._models = self._loaded()
        self.rate = self._own.rate
        others = [(tag, file.name, digests[file]) for tag, file in self._others.items()]
        self.identity = (
            f"piper {version('piper-tts')} on {version('onnxruntime')}, {self._own.name} "
            f"{digests[self._own]} for {self._language} {others}, "
            f"stretch {self._stretch:.3f}, form 1, {foreign.IDENTITY}, {pcm.IDENTITY}"
        )

    def name(self, language: str) -> str:
        """The engine, and its voice for a BCP 47 tag."""
        return f"Piper {self._file(language).name}"

    def speaks(self, language: str) -> bool:
        """Whether the voice, or one of those for passages, is for the language of a tag."""
        own = {primary(self._own.language), *map(primary, self._others)}
        return primary(language) in own

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line. Raises `SpeakError`, also where words were left out."""
        if not self._models:
            self._models = self._loaded()
        return tuple(self._line(line) for line in lines)

    def requests(self, _lines: Sequence[Line], /) -> int:
        """0: it runs on this machine."""
        return 0

    def close(self) -> None:
        """Drop the models; they are loaded again when needed."""
        self._models = {}

    def _loaded(self) -> dict[VoiceFile, "Model"]:
        from pipeline.voices.piper_model import Model  # noqa: PLC0415 (slow, and for Piper alone)

        return {file: Model(file, self._stretch) for file in {self._own, *self._others.values()}}

    def _line(self, line: Line) -> Samples:
        """The sound of a line; neighbouring runs with the same voice are spoken together."""
        pieces: list[Samples] = []
        try:
            for file, group in groupby(line.runs, lambda run: self._file(run.language)):
                runs = list(group)
                heard = self._spoken(self._models[file], runs)
                if len(heard):
                    pieces += [heard, pcm.silence(rest(runs[-1].text), self.rate)]
        except SpeakError as error:
            raise SpeakError(error.message, where=line.id, remedy=error.remedy) from error
        return np.concatenate(pieces[:-1]) if pieces else pcm.silence(_SILENT, self.rate)

    def _file(self, language: str) -> VoiceFile:
        """The voice for a language: one named for the tag or its language, else the main one."""
        tag = language.lower()
        if tag in self._others or primary(tag) == primary(self._language):
            return self._others.get(tag, self._own)
        return self._others.get(primary(tag), self._own)

    def _spoken(self, model: "Model", runs: Sequence[Run]) -> Samples:
        words = "".join(run.text for run in runs)
        if wordless(words):
            return pcm.silence(0, self.rate)
        text = "".join(said(run, model) for run in runs)
        raw = [model.speak(piece) for piece in chunks(text, PIECE)]
        heard = foreign.decode(_wav(np.concatenate(raw), model.file.rate), "WAV", self.rate)
        if not len(heard) or left_out(words, raw, model.file.rate, 1 / model.stretch):
            raise SpeakError(
                f'Piper\'s voice {model.file.name} left words out of "{beginning(words)}".',
                remedy="Mark the language it is in, or write it in letters that the voice has.",
            )
        return foreign.levelled(heard, self.rate, model.gain)


def said(run: Run, model: "Model") -> str:
    """The text of a run for Piper: its words; or, in [[ ]], sounds that the voice has."""
    if run.ipa and model.has(run.ipa):
        return " ".join(f"[[{sounds}]]" for sounds in run.ipa.split())
    text = re.sub(r"\[(?=\[|$)", "[ ", clean(run.text))  # the post's own brackets are not sounds
    return _LONG_WORD.sub(lambda match: re.sub(r"(.{30})(?=.)", r"\1 ", match[0]), text)


def _wav(samples: Samples, rate: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, rate, 0, "NONE", ""))
        out.writeframes(samples.tobytes())
    return file.getvalue()
