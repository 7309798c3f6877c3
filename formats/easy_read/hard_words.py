"""Words that many people do not know, each with its meaning in short words; English only.

The list is our own, written for posts about health, care and accessible reading. A word that
is not on it may still be hard.
"""

import csv
import re
from dataclasses import dataclass
from importlib.resources import files

from formats.model import Inline, Link, Style, Styled, Text


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word as in a dictionary, and its meaning."""

    word: str
    meaning: str


def _read() -> dict[str, HardWord]:
    """Form, in lower case → word."""
    known: dict[str, HardWord] = {}
    lines = (files("formats.easy_read") / "hard_words.csv").read_text("utf-8").splitlines()
    for word, forms, meaning in list(csv.reader(lines))[1:]:
        for form in (word, *forms.split("|")) if forms else (word,):
            known[form.lower()] = HardWord(word, meaning)
    return known


HARD_WORDS = _read()

_LONGEST_FIRST = sorted(HARD_WORDS, key=lambda form: (-len(form), form))
_FORM = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?![\w-])", re.IGNORECASE
)


class Glossary:
    """Remembers which hard words a post has used; each is explained at its first use."""

    def __init__(self) -> None:
        self.met: list[HardWord] = []

    def flag(self, run: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[HardWord, ...]]:
        """The run with each new hard word in bold, and those words."""
        before = len(self.met)
        flagged = tuple(part for inline in run for part in self._flag(inline))
        return flagged, tuple(self.met[before:])

    def _flag(self, inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case Text(text):
                return self._flag_text(text)
            case Styled(style, children):
                return (Styled(style, self.flag(children)[0]),)
            case Link(href, children):
                return (Link(href, self.flag(children)[0]),)
            case _:
                return (inline,)

    def _flag_text(self, text: str) -> tuple[Inline, ...]:
        parts: list[Inline] = []
        done = 0
        for found in _FORM.finditer(text):
            if self._is_new(found):
                parts += [Text(text[done : found.start()]), Styled(Style.STRONG, (Text(found[0]),))]
                done = found.end()
        return (*parts, Text(text[done:]))

    def _is_new(self, found: re.Match[str]) -> bool:
        """Whether a word is new; with a capital inside a sentence it is a name, and is not."""
        word = HARD_WORDS[found[0].lower()]
        is_name = found[0][0].isupper() and found.start() > 0
        if is_name or word in self.met:
            return False
        self.met.append(word)
        return True
