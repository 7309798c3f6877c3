"""What is spoken: one line for each unit, one part for each clip."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one language.

    `text` is what to say, in a spelling for any voice; `ipa` is given where the lexicon has it,
    for voices that accept it in place of the text. White space between two runs belongs to one
    of them.
    """

    text: str
    language: str
    ipa: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What is spoken for the unit `id`, and the pause after it in milliseconds.

    `language` is the language of the sentence; a phrase in another is a run of its own.
    """

    id: str
    runs: tuple[Run, ...]
    language: str
    pause: int

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one block: what is spoken, cached and joined as one clip.

    `opening` and `closing` are the keys of the editor's jingles before and after it; they are
    not part of what is said.
    """

    lines: tuple[Line, ...]
    opening: str = field(default="", repr=False)
    closing: str = field(default="", repr=False)


def plain(unit: str, text: str, language: str, pause: int) -> Line:
    """A line in one language."""
    return Line(unit, (Run(text, language),), language, pause)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same words in as few runs as possible, without space around them."""
    found: list[Run] = []
    for run in runs:
        if found and not (run.ipa or found[-1].ipa) and found[-1].language == run.language:
            found[-1] = replace(found[-1], text=found[-1].text + run.text)
        elif run.text:
            found.append(run)
    return _stripped(found)


def _stripped(runs: list[Run]) -> tuple[Run, ...]:
    """Without space at either end, and without runs of only spaces."""
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if not runs:
        return ()
    runs = [replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]]
    return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip()))
