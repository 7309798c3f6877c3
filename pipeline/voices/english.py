"""Which words of a line an English voice says itself, and which it leaves to espeak."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from formats.languages import primary
from pipeline.script.lines import Run
from pipeline.voices.misaki import misaki

SWITCH = 50
"""The pause in ms where another voice takes over and there is no punctuation."""

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


def portions(runs: Sequence[Run], knows: Callable[[str], bool]) -> list[Portion]:
    """The runs cut where another voice takes over; `knows` tells which words are ours."""
    parts = [part for run in runs for part in _parts(run, knows)]
    return [
        Portion(tuple(run for run, _ in group), ours)
        for ours, group in groupby(parts, lambda part: part[1])
    ]


def is_english(language: str) -> bool:
    """Whether a BCP 47 tag is that of English, of any region."""
    return primary(language) == "en"


def _parts(run: Run, knows: Callable[[str], bool]) -> Iterator[tuple[Run, bool]]:
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
