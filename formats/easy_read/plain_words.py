"""Long phrases and the plain ones that mean the same, from a table of our own; English only.

Each row of `plain_words.csv` has one sense wherever it applies. A phrase with a second sense
has the neighbours that leave one ("assist" after "to", not "an assist"); what its neighbours
can't tell is not there.
"""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files

from formats.easy_read.wording import NUMBER_WORDS

Rule = Callable[[str], str]

_BEFORE = re.compile(r"(\S+)\s\Z")
_AFTER = re.compile(r"(?:\s+)?([£$€]?\d|[^\W\d_]+|[^\w\s])?")
_NEAR = 40  # characters: longer than any word that a row names


@dataclass(frozen=True, slots=True)
class PlainPhrase:
    """A row: what is written, what is plain, and which neighbours it needs or refuses.

    Neighbours are words; "#" is a number, "." a punctuation mark or the end, "a-z" a word in
    lower case, "^" the beginning, "," a word with a comma.
    """

    written: str
    plain: str
    only_after: frozenset[str]
    not_after: frozenset[str]
    only_before: frozenset[str]
    not_before: frozenset[str]


def _read() -> tuple[PlainPhrase, ...]:
    lines = (files("formats.easy_read") / "plain_words.csv").read_text("utf-8").splitlines()
    rows = list(csv.reader(lines))[1:]
    return tuple(PlainPhrase(row[0], row[1], *map(_neighbours, row[2:])) for row in rows)


def _neighbours(cell: str) -> frozenset[str]:
    return frozenset(cell.lower().split())


PHRASES = _read()


def _replaced(phrase: PlainPhrase, text: str) -> str:
    """The text with the plain phrase; few have any, so its pattern is made for the first."""
    if phrase.written.lower() not in text.lower():
        return text
    return _pattern(phrase.written).sub(partial(_plain, phrase), text)


@cache
def _pattern(written: str) -> re.Pattern[str]:
    ends = r"(?![\w'’/-]|\.\w)" if written[-1].isalpha() else ""
    return re.compile(rf"(?<![\w'’/.@-]){re.escape(written)}{ends}", re.IGNORECASE)


def _plain(phrase: PlainPhrase, found: re.Match[str]) -> str:
    """The plain phrase with the same capital, or the written one where it may mean another."""
    written, whole = found[0], found.string
    begins = not whole[: found.start()].strip()
    if not (written.islower() or (begins and written == written.capitalize())):
        return written  # part of a name
    if phrase.plain == "also," and re.search(r"\balso\b", whole, re.IGNORECASE):
        return written  # it would be said twice
    before = _BEFORE.search(whole, max(found.start() - _NEAR, 0), found.end() - len(written))
    last = before[1].lower() if before else ""
    if not _fits(
        phrase, _kinds("^" if begins else last), _next(whole, found.end())
    ) or _splits_article(phrase, last):
        return written
    return phrase.plain.capitalize() if begins and written[0].isupper() else phrase.plain


def _next(whole: str, end: int) -> frozenset[str]:
    after = _AFTER.match(whole, end)
    return _kinds(after[1] if after and after[1] else ".")


def _kinds(word: str) -> frozenset[str]:
    """The word and what it is."""
    kinds = {word.lower()}
    if word.lower() in NUMBER_WORDS or re.match(r"[£$€]?\d", word):
        kinds.add("#")
    if word.islower():
        kinds.add("a-z")
    if word and not word[0].isalnum():
        kinds.add(".")
    if word.endswith(","):
        kinds.add(",")
    return frozenset(kinds)


def _fits(phrase: PlainPhrase, before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether the neighbours are those that leave one sense."""
    return (
        (not phrase.only_after or bool(phrase.only_after & before))
        and not phrase.not_after & before
        and (not phrase.only_before or bool(phrase.only_before & after))
        and not phrase.not_before & after
    )


def _splits_article(phrase: PlainPhrase, last: str) -> bool:
    """Whether "a" or "an" before the phrase would be wrong before the plain one."""
    vowels = "aeiou"
    return last in {"a", "an"} and (phrase.written[0] in vowels) != (phrase.plain[0] in vowels)


RULES: tuple[Rule, ...] = tuple(partial(_replaced, phrase) for phrase in PHRASES)
"""One rule for each row, in the order of the table."""
