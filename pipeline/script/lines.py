"""What is spoken: one line for each unit, one part for each clip."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from pipeline.script.normalise.origins import Change


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one language.

    `text` is what to say, in a spelling for any voice; `ipa` is given where the lexicon has it,
    for voices that accept it in place of the text. White space between two runs belongs to one
    of them. `changes` say what of the text is said in place of what is written.
    """

    text: str
    language: str
    ipa: str = ""
    changes: tuple[Change, ...] = field(default=(), repr=False, compare=False)

    def cut(self, begin: int, end: int) -> "Run":
        """The part of a run between two characters, neither of them inside a change."""
        if begin == 0 and end == len(self.text):
            return self
        changes = (
            Change(change.begin - begin, min(change.end, end) - begin, change.written)
            for change in self.changes
            if begin <= change.begin < end
        )
        return replace(self, text=self.text[begin:end], changes=tuple(changes))

    def joined(self, other: "Run") -> "Run":
        """A run and the one after it in the same language."""
        return replace(
            self,
            text=self.text + other.text,
            changes=(*self.changes, *later(other.changes, len(self.text))),
        )


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

    @property
    def changes(self) -> tuple[Change, ...]:
        """What of its text is said in place of what is written."""
        begins = accumulate((len(run.text) for run in self.runs), initial=0)
        pairs = zip(self.runs, begins, strict=False)
        return tuple(change for run, begin in pairs for change in later(run.changes, begin))


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
            found[-1] = found[-1].joined(run)
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
    first = runs[0]
    begin = len(first.text) - len(first.text.lstrip())
    runs = [first.cut(begin, len(first.text)), *runs[1:]]
    return (*runs[:-1], runs[-1].cut(0, len(runs[-1].text.rstrip())))


def later(changes: Iterable[Change], characters: int) -> Iterator[Change]:
    """Changes in a text before which there are so many more characters."""
    for change in changes:
        yield Change(change.begin + characters, change.end + characters, change.written)
