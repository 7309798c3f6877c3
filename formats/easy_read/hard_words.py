"""Words that many people do not know, each with its meaning in short words; English only.

The list is our own, written for posts about health, care, disability, councils and community
life. Each row has the forms of one word. The meaning has, in braces, what differs for each of
them: "participate|participated" and "{Take|Took} part." So what is explained is the form that
stands in the sentence. A word with several senses has words that must be `near`, in the same
sentence, or that must not be; where the sense is not sure, nothing is explained.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from formats.easy_read.bold import bold, own_words
from formats.memo import memoised
from formats.model import Inline

MOST_BOXES = 2
"""Explanations beside one sentence: with more, there would be more to read and not less."""

_IZE = re.compile(r"(?:(?<=[lmn])|(?<=or)|(?<=[aei]t))is(?=(?:e|es|ed|ing|ations?|ational)\b)")

Own = tuple[tuple[str, str], ...]
"""The editor's words, each with its meaning, or "" where readers know it."""


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word in the form that stands in a sentence, and the meaning of that form."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a form; `row` tells forms of the same word. The sets are in lower case."""

    row: str
    hard: HardWord
    near: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    def fits(self, words: frozenset[str]) -> bool:
        """Whether a sentence with these words has this sense."""
        return (not self.near or bool(self.near & words)) and not self.unless & words


def rows() -> list[list[str]]:
    """Our rows: forms, meaning, near, unless."""
    lines = (files("formats.easy_read") / "hard_words.csv").read_text("utf-8").splitlines()
    return list(csv.reader(lines))[1:]


def senses() -> Iterator[tuple[str, Sense]]:
    """Each form with its sense; a form with several senses comes several times.

    Forms with "-ise" come with "-ize" too, as Americans and some publishers write them.
    """
    for forms, meaning, near, unless in rows():
        written = forms.split("|")
        for number, form in enumerate(written):
            for spelled in dict.fromkeys((form, _IZE.sub("iz", form))):
                hard = HardWord(spelled, meaning_of(meaning, number))
                yield spelled, Sense(written[0], hard, _set(near), _set(unless))


def meaning_of(meaning: str, number: int) -> str:
    """The meaning of the form with this number: of what is in braces, its own part."""
    return re.sub(r"\{([^}]*)\}", lambda found: found[1].split("|")[number], meaning)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.lower().split("|")) - {""}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a known word stands in a sentence; `sense` is None where readers know it."""

    begin: int
    end: int
    sense: Sense | None


Place = tuple[int, int, str, int | None]
"""Where a known word stands, its form, and which of the senses of the form it has, if any."""


@dataclass(frozen=True, slots=True)
class _Known:
    """All forms with their senses, and the pattern that finds them, the longest first.

    A form with capitals ("NHS trust") is known only as it is written, as "US" is not "us".
    """

    senses: dict[str, tuple[Sense, ...]]
    pattern: re.Pattern[str]

    def places(self, text: str) -> Iterator[Place]:
        """The known words of a sentence, in the sense that they have in it.

        A word with a capital inside the sentence is a name, and is left out.
        """
        words = frozenset(re.findall(r"\w+", text.lower()))
        for found in self.pattern.finditer(text):
            written = " ".join(found[0].split())
            form = written if written in self.senses else written.lower()
            inside = re.search(r"\w", text[: found.start()])
            if form not in self.senses or (form.islower() and found[0][0].isupper() and inside):
                continue
            fitting = [n for n, sense in enumerate(self.senses[form]) if sense.fits(words)]
            if len(fitting) == 1 or not self.senses[form]:
                yield *found.span(), form, fitting[0] if fitting else None

    def occurrence(self, place: Place) -> Occurrence:
        """A place with the sense itself."""
        begin, end, form, number = place
        return Occurrence(begin, end, None if number is None else self.senses[form][number])


@cache
def _known(own: Own, *, ours: bool) -> _Known:
    """The editor's words, and below them ours, if they are wanted."""
    known: dict[str, tuple[Sense, ...]] = {}
    for form, sense in senses() if ours else ():
        known[form] = (*known.get(form, ()), sense)
    for word, meaning in own:
        known.pop(word.lower(), None)
        known[word] = (Sense(word, HardWord(word, meaning)),) if meaning else ()
    longest = sorted(known, key=lambda form: (-len(form), form))
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s") for form in longest) or "(?!)"
    return _Known(known, re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE))


@memoised
def _places(text: str, own: Own, ours: bool) -> tuple[Place, ...]:  # noqa: FBT001 (no keywords)
    return tuple(_known(own, ours=ours).places(text))


class Glossary:
    """Remembers which hard words a post has used; each is explained at its first use.

    `own` are the editor's, which go before ours; without `ours`, there are no others. `met` are
    all words that were met, with those for which no row had room.
    """

    def __init__(self, own: Own = (), *, ours: bool = True) -> None:
        self._own, self._ours = own, ours
        self.met: list[HardWord] = []
        self._rows: set[str] = set()
        self._explained: set[str] = set()

    def places(self, text: str) -> tuple[Occurrence, ...]:
        """The words of a sentence that are explained, or known to readers."""
        known = _known(self._own, ours=self._ours)
        return tuple(map(known.occurrence, _places(text, self._own, self._ours)))

    def flag(self, run: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[HardWord, ...]]:
        """A sentence with each word that is explained beside it in bold, and those words."""
        kept: list[Occurrence] = []
        for place in self.places(own_words(run)):
            sense = place.sense
            if sense and self._is_new(sense, len(kept)):
                kept.append(place)
        explained = tuple(place.sense.hard for place in kept if place.sense)
        return bold(run, [(place.begin, place.end) for place in kept]), explained

    def _is_new(self, sense: Sense, boxes: int) -> bool:
        """Whether to explain a word in a row that has so many explanations already."""
        if sense.row not in self._rows:
            self._rows.add(sense.row)
            self.met.append(sense.hard)
        if sense.row in self._explained or boxes == MOST_BOXES:
            return False
        self._explained.add(sense.row)
        return True
