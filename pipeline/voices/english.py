"""A line of an English voice: which words it says itself, and which it leaves to espeak."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from formats.languages import primary
from pipeline.errors import SpeakError
from pipeline.script.lines import Line, Run
from pipeline.sound import foreign, pcm
from pipeline.sound.pcm import Samples
from pipeline.voices.chunks import rest, wordless
from pipeline.voices.espeak import EspeakVoice
from pipeline.voices.misaki import misaki
from pipeline.voices.timing import Timed, joined

SWITCH = 50
"""The pause in ms where another voice takes over and there is no punctuation."""

_SILENT = 50  # ms of silence for a line without words, such as "…"
_WORD = re.compile(r"\s*\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Portion:
    """Neighbouring runs, or parts of them, that one voice says; `ours` are not for espeak."""

    runs: tuple[Run, ...]
    ours: bool

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)


Knows: TypeAlias = Callable[[str], bool]
"""Whether a word is for the voice itself."""

Say: TypeAlias = Callable[[Portion], list[tuple[str, Timed]]]
"""The pieces of a portion: what each ends in, and its sound; none if the voice can't say it."""


def sound(line: Line, knows: Knows, say: Say, espeak: EspeakVoice, rate: int) -> Timed:
    """The sound of a line, at `rate` samples a second.

    espeak says what is not for `say`, and a portion for which that gives nothing. Raises
    `SpeakError`.
    """
    heard: list[tuple[Timed, Samples]] = []
    try:
        for portion in portions(line.runs, knows):
            if not wordless(portion.text):
                said = say(portion) if portion.ours else []
                for text, piece in said or [_by_espeak(line, portion, espeak, rate)]:
                    heard.append((piece, pcm.silence(rest(text) or SWITCH, rate)))
    except SpeakError as error:
        raise SpeakError(error.message, where=line.id, remedy=error.remedy) from error
    return joined(heard) if heard else Timed(pcm.silence(_SILENT, rate))


def _by_espeak(line: Line, portion: Portion, espeak: EspeakVoice, rate: int) -> tuple[str, Timed]:
    (heard,) = espeak.timed([replace(line, runs=portion.runs)])
    words = tuple((word, begin * rate // espeak.rate) for word, begin in heard.words)
    return portion.text, Timed(foreign.resampled(heard.samples, espeak.rate, rate), words)


def portions(runs: Sequence[Run], knows: Knows) -> list[Portion]:
    """The runs cut where another voice takes over; `knows` tells which words are ours."""
    parts = [part for run in runs for part in _parts(run, knows)]
    return [
        Portion(tuple(run for run, _ in group), ours)
        for ours, group in groupby(parts, lambda part: part[1])
    ]


def is_english(language: str) -> bool:
    """Whether a BCP 47 tag is that of English, of any region."""
    return primary(language) == "en"


def _parts(run: Run, knows: Knows) -> Iterator[tuple[Run, bool]]:
    if not is_english(run.language):
        yield run, False
    elif run.ipa:
        yield run, bool(misaki(run.ipa))
    else:
        for ours, words in groupby(_words(run.text), knows):
            yield replace(run, text="".join(words)), ours


def _words(text: str) -> list[str]:
    """The words of a text, each with the space after it."""
    return _WORD.findall(text)
