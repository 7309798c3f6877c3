"""hibari: a natural voice of American English that is installed with the program, and offline.

What is not English, or has a letter or a sound that it lacks, is said by espeak. The same words
give the same samples: one seed, one thread, one gain.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import numpy as np

from pipeline.errors import SettingsError, SpeakError
from pipeline.script.lines import Line
from pipeline.settings import VoiceSettings
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices import misaki
from pipeline.voices.chunks import chunks, wordless
from pipeline.voices.english import Portion, is_english, sound
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.espeak_process import beginning
from pipeline.voices.hibari_files import DIGEST, RELEASE, package
from pipeline.voices.left_out import left_out
from pipeline.voices.timing import Timed

if TYPE_CHECKING:
    from pipeline.voices.hibari_model import Heart

RATE = 24_000

GAIN = 7.4
"""dB that bring it to −19 LUFS. Measured on 60 sentences of a blog: −26.0 untouched, 0.4 lost in
the limiter and in MP3; the nine posts that they are from then had −18.9 to −19.2."""

OWN_PACE = 160
"""The words a minute of the voice at its own pace; heard, with our pauses, as 155."""

PIECE = 400
"""Sounds spoken at once: the package's own limit."""

SEED = 0
"""The seed of the noise in breath and consonants, for each piece anew."""

_PACES = (
    (0.480, 0.5), (0.592, 0.6), (0.691, 0.7), (0.787, 0.8), (0.956, 0.9), (1.000, 1.0),
    (1.036, 1.1), (1.107, 1.2), (1.184, 1.3), (1.605, 1.4), (1.657, 1.5), (1.708, 1.6),
    (1.749, 1.7), (1.793, 1.8), (1.831, 1.9), (1.974, 2.0),
)  # fmt: skip
"""How much faster 40 sentences of a blog were at each speed of the model: it rounds the length
of each sound to 25 ms. Its author gives 0.5 to 2 as the range in which it sounds well."""


class HibariVoice:
    """The voice that the package brings, Heart; and espeak for what it can't say."""

    rate = RATE
    silent = False

    def __init__(self, settings: VoiceSettings) -> None:
        """Raises `SettingsError` where the package is missing or altered."""
        if settings.name.lower() not in {"", "heart"}:
            raise SettingsError(
                f'hibari has no voice "{settings.name}".', remedy='Its only voice is "heart".'
            )
        self._folder = package()
        self._pace = settings.words_per_minute / OWN_PACE
        self._heart: Heart | None = None
        self._espeak = EspeakVoice(replace(settings, engine="espeak", name=""))
        self.identity = (
            f"hibari, {RELEASE} {DIGEST[:16]} on onnxruntime {version('onnxruntime')}, "
            f"numpy {version('numpy')}, scipy {_scipy()}, heart, seed {SEED}, "
            f"pace {self._pace:.3f}, gain {GAIN}, sounds {misaki.VERSION}, form 1, "
            f"{foreign.IDENTITY}, {pcm.IDENTITY}; else {self._espeak.identity}"
        )

    def name(self, language: str) -> str:
        """The engine and its voice for English, and espeak's for another language."""
        return "hibari Heart" if is_english(language) else self._espeak.name(language)

    def speaks(self, language: str) -> bool:
        """Whether it or espeak speaks the language of a BCP 47 tag."""
        return is_english(language) or self._espeak.speaks(language)

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line. Raises `SpeakError`, also where words were left out."""
        return tuple(line.samples for line in self.timed(lines))

    def timed(self, lines: Sequence[Line]) -> tuple[Timed, ...]:
        """As `speak`, with the times of words."""
        heart = self._heart = self._heart or self._loaded()
        say = partial(self._said, heart)
        return tuple(sound(line, heart.knows, say, self._espeak, RATE) for line in lines)

    def requests(self, _lines: Sequence[Line], /) -> int:
        """0: it runs on this machine."""
        return 0

    def close(self) -> None:
        """Drop the model, which is loaded again when needed, and end espeak."""
        self._heart = None
        self._espeak.close()

    def _loaded(self) -> "Heart":
        from pipeline.voices.hibari_model import Heart  # noqa: PLC0415 (slow, and for this alone)

        return Heart(self._folder, speed(self._pace), SEED)

    def _said(self, heart: "Heart", portion: Portion) -> list[tuple[str, Timed]]:
        """The sounds of a portion in pieces, each levelled; none where a word has no sound."""
        sounds, words = heart.placed(portion.runs)
        if not sounds:
            return []
        at = 0
        heard = []
        for piece in chunks(sounds, PIECE):
            if not wordless(piece):
                inside = [
                    (word, place - at) for word, place in words if 0 <= place - at < len(piece)
                ]
                heard.append((piece, _spoken(heart, piece, inside)))
            at += len(piece)
        samples = [piece.samples for _, piece in heard]
        if heard and left_out(portion.text, samples, RATE, self._pace):
            raise SpeakError(
                f'hibari left words out of "{beginning(portion.text)}".',
                remedy="Mark the language it is in, or write it in another way.",
            )
        return heard


def _spoken(heart: "Heart", piece: str, words: Sequence[tuple[str, int]]) -> Timed:
    """A piece, levelled, with when the words at these places of it begin."""
    raw, begins = heart.speak(piece.strip())
    earlier = pcm.lead(raw, RATE)
    spaces = len(piece) - len(piece.lstrip())
    times = tuple((word, max(0, begins[place - spaces] - earlier)) for word, place in words)
    return Timed(foreign.levelled(raw, RATE, GAIN), times)


def speed(pace: float) -> float:
    """The model's speed for a pace, where 1 is its own; at most what it sounds well at."""
    heard, set_to = zip(*_PACES, strict=True)
    return round(float(np.interp(pace, heard, set_to)), 3)


def _scipy() -> str:
    """The version of scipy, whose transform the package prefers to numpy's where it is there."""
    try:
        return version("scipy")
    except PackageNotFoundError:
        return "none"
