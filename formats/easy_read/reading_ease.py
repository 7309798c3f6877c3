"""How hard a text reads by two formulas, and the counter of syllables that they need.

The figures are advisory: they know nothing of sense, and a text can be made to please them. The
counter goes by the spelling of English, and is right for about nine words in ten.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_VOWELS = re.compile(r"[aeiouy]+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
# Two vowels that are said apart: "area", "society", "video", "doing", "usual"; and "tokenism".
_APART = re.compile(
    r"(?<![tscgxl])i[ao]|(?<=[tc])ia(?=te)|i(?:et|u|enc)|(?<!p)eo(?!n\b)|eum|(?:are|ide|cre|rhe|the)a(?!d|t[hr]|v|s[eu])"
    r"|reali|[aeouy]ing\Z|ua[lt]|uou|ao|oe[mt]|ism\Z|thm\Z"
)
# An "e" that is not said: "make", "makes", "asked", "safely", "statement", "everyone", "something".
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouylr]l)e(?:s(?<![sxzcg]es)(?<![sc]hes))?\Z|(?<=[ui])e\Z"
    r"|(?<=[^td])(?<![^aeiouylr]l)e(?=d\Z)|(?<=[^aeiouy])e(?=ly\Z|ment|ful|less|ness)"
    r"|(?<=ev)e(?=ry)|(?<=som)e(?=\w)"
)


def syllables(word: str) -> int:
    """The syllables of a word as it is said, at least 1."""
    said = re.sub(r"[’']s?\Z", "", word.lower())
    spoken = _SILENT.sub("", said) if len(_VOWELS.findall(said)) > 1 else said
    return max(1, len(_VOWELS.findall(spoken)) + len(_APART.findall(said)))


@dataclass(frozen=True, slots=True)
class ReadingEase:
    """Flesch's reading ease (from 0 to 100, higher is easier) and the grade of American schools."""

    flesch: float
    grade: float


def reading_ease(sentences: Iterable[str]) -> ReadingEase | None:
    """The figures of a text; None where it has no words.

    Reading ease = 206.835 - 1.015 * words a sentence - 84.6 * syllables a word (Flesch 1948);
    grade = 0.39 * words a sentence + 11.8 * syllables a word - 15.59 (Kincaid and others 1975).
    """
    texts = [words for sentence in sentences if (words := _WORD.findall(sentence))]
    if not texts:
        return None
    number = sum(map(len, texts))
    length = number / len(texts)
    weight = sum(syllables(word) for words in texts for word in words) / number
    return ReadingEase(
        206.835 - 1.015 * length - 84.6 * weight, 0.39 * length + 11.8 * weight - 15.59
    )
