"""Finds the words of a lexicon in a text; as fast for ten thousand entries as for ten."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import unicodedata2 as unicodedata

from pipeline.lexicon.entry import Entry

# Thai, Lao, Myanmar, Khmer, kana and Han: scripts that put no space between words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_WRITTEN_ON = re.compile(f"[{_UNSPACED}]")

_ATOM = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
"""A run of letters and digits, one of a script without spaces, or one sign.

At each of them an entry may begin.
"""

# One character for one, so that offsets stay the same.
_ALIKE = str.maketrans({"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "\n": " "})


def alike(text: str) -> str:
    """The text with one sign for all that look alike; offsets stay the same."""
    return text.translate(_ALIKE)


@dataclass(frozen=True, slots=True)
class _Word:
    """One form of an entry, as text may write it."""

    text: str
    entry: Entry
    small: bool
    lettered: bool

    def at(self, text: str, begin: int) -> bool:
        """Whether it is at this offset as a whole word; entries of signs only match anywhere."""
        end = begin + len(self.text)
        there = text[begin:end]
        if not (there == self.text or (self.small and there.casefold() == self.text.casefold())):
            return False
        return not self.lettered or not (
            _inside(text, begin - 1, text[begin], -1) or _inside(text, end, text[end - 1], 1)
        )


class Finder:
    """An index of some entries, for searching."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        words = [word for entry in entries for word in _forms(entry)]
        self._by_atom: dict[str, list[_Word]] = defaultdict(list)
        for word in sorted(words, key=_first):
            if found := _ATOM.match(word.text):
                self._by_atom[found[0].casefold()].append(word)

    def matches(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Begin, end and entry of the best match at each offset, in order; they may overlap."""
        for atom in _ATOM.finditer(text):
            for word in self._by_atom.get(atom[0].casefold(), ()):
                if word.at(text, atom.start()):
                    yield atom.start(), atom.start() + len(word.text), word.entry
                    break


def _forms(entry: Entry) -> Iterator[_Word]:
    """The entry as it is written, and with accents decomposed (NFD) and composed (NFC)."""
    written = alike(entry.written)
    small = written == written.lower()
    lettered = any(map(str.isalnum, written))
    for form in dict.fromkeys(unicodedata.normalize(form, written) for form in ("NFC", "NFD")):
        yield _Word(form, entry, small, lettered)


def _first(word: _Word) -> tuple[int, bool, int]:
    """A sort key: the longest first, then an exact match, then one for a language."""
    return -len(word.text), word.small, -len(word.entry.language)


def _inside(text: str, place: int, edge: str, step: int) -> bool:
    """Whether the character at an offset belongs to the same word as the `edge` beside it.

    It does if it is a letter, a digit or an accent, except in scripts without spaces, where
    nothing shows the end of a word. A point or a comma is part of a number.
    """
    if not 0 <= place < len(text):
        return False
    character = text[place]
    if character in ".,":
        return edge.isdecimal() and text[max(place + step, 0) :][:1].isdecimal()
    if unicodedata.category(character)[0] == "M":
        return True
    unspaced = _WRITTEN_ON.match(edge) or _WRITTEN_ON.match(character)
    return not unspaced and (character.isalnum() or character == "_")
