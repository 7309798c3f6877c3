"""Kokoro: natural British voices that run on this machine; `voices get` fetches their model.

It speaks English. What is in another language, or has a letter or a sound that English lacks, is
said by espeak. The same words give the same samples: no randomness, one thread, one gain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from pipeline.script.lines import Line
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices import kokoro_files, misaki
from pipeline.voices.chunks import wordless
from pipeline.voices.english import Portion, is_english, sound
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.hibari_files import DIGEST, RELEASE, package
from pipeline.voices.left_out import left_out
from pipeline.voices.timing import Timed

if TYPE_CHECKING:
    from pipeline.voices.kokoro_model import KokoroModel

RATE = 24_000

PIECE = 300
"""The most sounds spoken at once: Kokoro hurries with more than 400, and memory grows with them."""

_PAUSES = (re.compile(r"[.!?…;:,—][”)]* +"), re.compile(r" +"))
"""Where sounds may be cut, the best first; the space belongs to the piece before it."""


class KokoroVoice:
    """A voice of Kokoro, with one of espeak for what it can't say."""

    rate = RATE
    silent = False

    def __init__(self, settings: VoiceSettings) -> None:
        """Raises `SettingsError` where the voice, its model or its rules are missing or damaged."""
        self._voice = kokoro_files.chosen(settings.name)
        self._pace = settings.words_per_minute / self._voice.words_per_minute
        self._path = kokoro_files.model(settings.cache)
        digest, self._style = kokoro_files.whole(self._path), kokoro_files.style(self._voice)
        self._rules = package()
        self._model: KokoroModel | None = None
        self._espeak = EspeakVoice(replace(settings, engine="espeak", name=""))
        self.identity = (
            f"kokoro {digest} on onnxruntime {version('onnxruntime')}, {self._voice.name} "
            f"{self._voice.sha256[:16]}, pace {self._pace:.3f}, gain {self._voice.gain}, "
            f"words {RELEASE} {DIGEST[:16]}, sounds {misaki.VERSION}, form 1, "
            f"{foreign.IDENTITY}, {pcm.IDENTITY}; else {self._espeak.identity}"
        )

    def name(self, language: str) -> str:
        """The engine and its voice for English, and espeak's for another language."""
        if is_english(language):
            return f"Kokoro {self._voice.person}"
        return self._espeak.name(language)

    def speaks(self, language: str) -> bool:
        """Whether it or espeak speaks the language of a BCP 47 tag."""
        return is_english(language) or self._espeak.speaks(language)

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line, whatever the others are. Raises `SpeakError`."""
        model = self._model = self._model or self._loaded()
        say = partial(self._said, model)
        return tuple(sound(line, model.knows, say, self._espeak, RATE).samples for line in lines)

    def requests(self, _lines: Sequence[Line], /) -> int:
        """0: it runs on this machine."""
        return 0

    def close(self) -> None:
        """Drop the model, which is loaded again when needed, and end espeak."""
        self._model = None
        self._espeak.close()

    def _loaded(self) -> "KokoroModel":
        from pipeline.voices.kokoro_model import KokoroModel  # noqa: PLC0415 (slow, only to speak)

        return KokoroModel(self._path, self._style, self._rules, self._pace)

    def _said(self, model: "KokoroModel", portion: Portion) -> list[tuple[str, Timed]]:
        """The sounds of a portion in pieces, each trimmed and levelled.

        None where Kokoro has no sound for a word, or left words out.
        """
        heard = [
            (piece, Timed(foreign.levelled(foreign.trimmed(raw, RATE), RATE, self._voice.gain)))
            for piece in pieces(model.sounds(portion.runs))
            if not wordless(piece)
            for raw in [model.speak(piece.strip())]
        ]
        sound = [piece.samples for _, piece in heard]
        return [] if left_out(portion.text, sound, RATE, self._pace) else heard


def pieces(sounds: str) -> Iterator[str]:
    """The sounds in pieces of at most `PIECE`: halved at the pause that is nearest the middle.

    Nothing is left out. A word is cut only if it is longer than a piece.
    """
    if len(sounds) <= PIECE:
        yield sounds
        return
    middle, margin = len(sounds) // 2, len(sounds) // 5
    for pause in _PAUSES:
        ends = [found.end() for found in pause.finditer(sounds)]
        near = min(ends, key=lambda end: abs(end - middle), default=0)
        if margin < near < len(sounds) - margin:
            middle = near
            break
    yield from pieces(sounds[:middle])
    yield from pieces(sounds[middle:])
