"""Numbers that no class before has read: "1.234,5", "1999", "007"."""

import re

from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.languages.figures import AFTER, BEFORE, digits, pattern, read, said
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_YEARS = range(1100, 2100)
_WORD = regex(r" [^\W\d_]")
# Nine figures in threes are as often a telephone number, four groups the number of a computer.
_GROUPS = regex(r"\d{3} \d{3} \d{3}$|\d{1,3}(?:\.\d{3}){2}\.(?!000)\d{3}$")
_MORE = regex(r"[ )”“’\"'«»]*[^ )”“’\"'«»]")
_LONG = 7


def rules(known: Conventions) -> tuple[Rule, ...]:
    """The last: what stays in figures after them is left to the voice."""

    def say(match: re.Match[str]) -> str:
        written = match[0]
        found = read(written, known)
        if not found or _left(match, known):
            return written
        if written.isdecimal() and len(written) > 1 and written[0] == "0":
            return digits(written, known)
        if written.isdecimal() and len(written) == 4 and found.whole in _YEARS:
            return known.calendar.year(found.whole)
        if not found.part and known.bound(found.whole) and _counts(match):
            return written
        return said(found, known)

    plain = rf"{BEFORE}(?<!\d ){pattern(known)}{AFTER}(?! \d)"
    return (Rule("number", regex(plain), say),)


def _counts(match: re.Match[str]) -> bool:
    return bool(_WORD.match(match.string, match.end()))


def _left(match: re.Match[str], known: Conventions) -> bool:
    """Whether the number may be something else: a code, an ordinal, one that changes."""
    text, written = match.string, match[0]
    if (written.isdecimal() and len(written) >= _LONG) or _GROUPS.match(written):
        return True
    return known.ordinal_stop and text.startswith(".", match.end()) and _goes_on(match)


def _goes_on(match: re.Match[str]) -> bool:
    """Whether words follow the full stop after a number."""
    return bool(_MORE.match(match.string, match.end() + 1))
