"""English dates and decades, in the order that each is written in."""

import re
from collections.abc import Callable

from formats.clock import MONTHS
from pipeline.script.normalise.numbers import below_hundred, ordinal, plural, year
from pipeline.script.normalise.rule import Rule

_SHORT = {month[:3]: month for month in MONTHS} | {"Sept": "September"}
_MONTH = "|".join([*MONTHS, *(rf"{short}\.?" for short in _SHORT)])
_DAY = r"(0?[1-9]|[12]\d|3[01])"
_YEAR = r"((?:1[0-9]|20)\d\d)"
_ENDING = r"(?:st|nd|rd|th)"

# A bare number of four figures is a year where a word of time stands before it. Read so, a
# count is still right ("in fifteen hundred cases"); 2000 to 2009 are read right as they are.
_BEFORE = [
    "in",
    "since",
    "until",
    "till",
    "by",
    "during",
    "before",
    "after",
    "around",
    "circa",
    "from",
    "to",
    "and",
    "of",
]
_LONE_YEAR = re.compile(
    "(?:" + "|".join(rf"(?i:(?<=\b{word} ))" for word in _BEFORE) + r"|(?<=\())"
    r"(?:1[1-9]\d\d|20[1-9]\d)(?![\w%]|[.,/:-]\w| ?[%°])"
)


def _month(written: str) -> str:
    return _SHORT.get(written.rstrip("."), written)


def _said(day: int, month: str, written_year: str | None) -> str:
    """The British reading: a day of a month."""
    tail = f", {year(int(written_year))}" if written_year else ""
    return f"the {ordinal(day)} of {month}{tail}"


def _said_us(day: int, month: str, written_year: str | None) -> str:
    """The American reading: a month and its day."""
    tail = f", {year(int(written_year))}" if written_year else ""
    return f"{month} {ordinal(day)}{tail}"


def _iso(said: Callable[[int, str, str | None], str]) -> Callable[[re.Match[str]], str]:
    return lambda m: said(int(m[3]), MONTHS[int(m[2]) - 1], m[1])


def _decade(match: re.Match[str]) -> str:
    century, tens = match[1], int(match[2])
    if tens == 0:
        return f"{year(int(century) * 100)}s" if century else match[0]
    return " ".join(
        filter(None, [century and below_hundred(int(century)), plural(below_hundred(tens))])
    )


def _years(match: re.Match[str]) -> str:
    return f"{year(int(match[1]))} to {year(int(match[2]))}"


def rules(language: str) -> tuple[Rule, ...]:
    """By the post's region: the order that is written is kept, but for dates in figures."""
    return (
        Rule(
            "iso date",
            re.compile(rf"(?<![\w-]){_YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])"),
            _iso(_said_us if language == "en-US" else _said),
        ),
        Rule(
            "day and month",
            re.compile(
                rf"(?<![\d–-])\b(?:[Tt]he )?{_DAY}{_ENDING}?(?: of)? ({_MONTH})(?!\w)"
                rf"(?:,? {_YEAR}\b)?"
            ),
            lambda m: _said(int(m[1]), _month(m[2]), m[3]),
        ),
        Rule(
            # Without a year or an ending, only where the number can't belong to what follows:
            # "In March 30 people came".
            "month and day",
            re.compile(
                rf"\b({_MONTH}) (?:the )?{_DAY}(?:{_ENDING}\b,? {_YEAR}\b|, {_YEAR}\b|{_ENDING}\b"
                r"|(?=[,;:.!?)](?!\d)|$))"
            ),
            _month_first(language),
        ),
        Rule(
            "month and year",
            re.compile(rf"\b({_MONTH}) {_YEAR}\b(?![\d,.]\d)"),
            lambda m: f"{_month(m[1])} {year(int(m[2]))}",
        ),
        Rule(
            "decade", re.compile(r"(?<![\w.,])(?:['’‘]|(?<=\bthe )|(1\d|20))(\d0)['’]?s\b"), _decade
        ),
        Rule("years", re.compile(rf"(?<![\w.,-]){_YEAR} ?[-–] ?{_YEAR}(?![\w-])"), _years),
        Rule("year", _LONE_YEAR, lambda m: year(int(m[0]))),
    )


def _month_first(language: str) -> Callable[[re.Match[str]], str]:
    def say(match: re.Match[str]) -> str:
        month, day, written_year = _month(match[1]), int(match[2]), match[3] or match[4]
        if language == "en-US":
            return _said_us(day, month, written_year)
        tail = f", {year(int(written_year))}" if written_year else ""
        return f"{month} the {ordinal(day)}{tail}"

    return say
