"""Dates in every order that people write; those in figures by the post's region."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from formats.words.en import EN
from pipeline.script.normalise.english.context import ends_sentence
from pipeline.script.normalise.english.numbers import below_hundred, ordinal, year
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.english.versions import is_numbered
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_SHORT = {month[:3].lower(): month for month in EN.months} | {"sept": "September"}
_FULL = {month.lower(): month for month in EN.months}
_FULL_NAMES = "|".join(EN.months)
_NAMES = "|".join([*_FULL, *(rf"{short}\b\.?" for short in ("sept", *_SHORT))])
# "may", "march" and "mar" are also other words: without a capital they are months only before
# a year, or after an ordinal ending.
_MONTH = rf"((?!(?:may|march|mar)\b)(?i:{_NAMES}))(?!\w)"
_ANY_MONTH = rf"((?i:{_NAMES}))(?!\w)"
_DAY = r"(0?[1-9]|[12]\d|3[01])"
_YEAR = r"((?:1\d|20)\d\d)"
_ENDING = r"(?i:st|nd|rd|th)"
_TAIL = rf"(?:(,? ){_YEAR}(?![\w%]|[,.]\d))"
# What may follow a bare day after its month: "In March 30 people came" has no day.
_NOT_COUNTED = (
    r"(?=\s+(?:nineteen|twenty)\b)|(?=[,;:.!?)—]|\s*$|"
    r"\s+(?:at|and|to|in|for|by|is|was|as|with|from|or|when)\b)(?![.:,]\d)"
)
_CUT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_FEW = "Feb|Apr|Jul|Aug|Sept?|Oct|Nov|Dec"
_CAPITALS = "|".join((*EN.months, _CUT))
_FIGURES = r"(?<![\w/.,-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|[.,]\d)"


def _month(written: str) -> str:
    return _SHORT.get(written.rstrip(".").lower()) or _FULL[written.lower()]


@dataclass(frozen=True, slots=True)
class _Reader:
    """How dates are spoken in one region."""

    english: English

    def day(self, day: str | int) -> str:
        return ordinal(int(day), self.english)

    def year(self, written: str) -> str:
        number = int(written)
        if len(written) == 2 and self.english.british:
            number += 1900 if number > 49 else 2000
        if number < 100:
            return f"oh {below_hundred(number)}" if number < 10 else below_hundred(number)
        return year(number, self.english)

    def tail(self, space: str | None, written: str | None) -> str:
        return f"{space or ' '}{self.year(written)}" if written else ""

    def day_first(self, m: re.Match[str]) -> str:
        stop = "." if m[0].endswith(".") and ends_sentence(m) else ""
        return f"the {self.day(m[1])} of {_month(m[2])}{self.tail(m[3], m[4])}{stop}"

    def day_any(self, m: re.Match[str]) -> str:
        """With an ordinal ending or a year, "may" is a month."""
        month, space, written = (m[2], m[3], m[4]) if m[2] else (m[5], m[6], m[7])
        return f"the {self.day(m[1])} of {_month(month)}{self.tail(space, written)}"

    def days(self, m: re.Match[str]) -> str:
        until = f"the {self.day(m[1])} to the {self.day(m[2])}"
        return f"{until} of {_month(m[3])}{self.tail(m[4], m[5])}"

    def two_days(self, m: re.Match[str]) -> str:
        both = f"the {self.day(m[1])} and {self.day(m[2])}"
        return f"{both} of {_month(m[3])}{self.tail(m[4], m[5])}"

    def month_first(self, m: re.Match[str]) -> str:
        the = "the " if self.english.british else ""
        return f"{_month(m[1])} {the}{self.day(m[2])}{self.tail(m[3], m[4])}"

    def month_days(self, m: re.Match[str]) -> str:
        the = "the " if self.english.british else ""
        days = f"{the}{self.day(m[2])} to {the}{self.day(m[3])}"
        return f"{_month(m[1])} {days}{self.tail(m[4], m[5])}"

    def whole(self, day: str, month: str, written_year: str) -> str:
        name = EN.months[int(month) - 1]
        if self.english.british:
            return f"the {self.day(day)} of {name} {self.year(written_year)}"
        return f"{name} {self.day(day)} {self.year(written_year)}"

    def year_first(self, m: re.Match[str]) -> str:
        return self.whole(m[4], m[3], m[1])

    def figures(self, m: re.Match[str]) -> str:
        """With full stops the day is first everywhere; a month above 12 is a day."""
        day, month = (m[1], m[3]) if self.english.british or m[2] == "." else (m[3], m[1])
        if int(month) > 12:
            day, month = month, day
        if m[2] == "." and is_numbered(m):
            return m[0]
        if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
            return m[0]
        if m[2] == ".":
            return f"the {self.day(day)} of {EN.months[int(month) - 1]} {self.year(m[4])}"
        return self.whole(day, month, m[4])


def _rule(name: str, pattern: str, say: Callable[[re.Match[str]], str]) -> Rule:
    return Rule(name, regex(pattern), say)


_THE = r"(?:\b[Tt]he )?"
_START = r"(?<![\w.,:/£$€–-])"


def rules(english: English) -> tuple[Rule, ...]:
    """Dates keep the order in which they are written, except those in figures."""
    read = _Reader(english)
    return (*_week(), *_in_figures(read), *_day_first(read), *_month_first(read), *_months(read))


def _week() -> tuple[Rule, ...]:
    return (
        _rule(
            "weekday and day",
            rf"(?<=day )(?={_DAY}{_ENDING}\b(?! (?:of|{_CAPITALS})))",
            lambda _: "the ",
        ),
        _rule(
            "months",
            rf"\b({_CUT})\b\.?(?: ?[-–/] ?| to | until | through )({_CUT}|May)\b\.?(?! [A-Z])",
            lambda m: f"{_month(m[1])} to {_month(m[2])}",
        ),
    )


def _in_figures(read: _Reader) -> tuple[Rule, ...]:
    return (
        _rule(
            "year first",
            rf"(?<![\w/-]){_YEAR}([-/.])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)",
            read.year_first,
        ),
        _rule("figures", _FIGURES, read.figures),
    )


def _day_first(read: _Reader) -> tuple[Rule, ...]:
    return (
        _rule(
            "days of a month",
            rf"{_START}{_THE}{_DAY}{_ENDING}? ?[-–—] ?{_DAY}{_ENDING}?(?: of)? {_MONTH}{_TAIL}?",
            read.days,
        ),
        _rule(
            "from date to date",
            rf"(?<=[a-z\d]) ?[-–—] ?(?={_DAY}{_ENDING}?(?: of)? {_MONTH}{_TAIL}?)(?<!\b\d[-–—])"
            r"(?<!\b\d\d[-–—])",
            lambda _: " to ",
        ),
        _rule(
            "two days of a month",
            rf"{_START}{_THE}{_DAY}{_ENDING}?(?:/| ?& ?| and ){_DAY}{_ENDING}?(?: of)? {_MONTH}"
            rf"{_TAIL}?",
            read.two_days,
        ),
        _rule(
            "day of a month",
            rf"{_START}{_THE}{_DAY}(?:{_ENDING}(?: of)?| of)? {_MONTH}{_TAIL}?",
            read.day_first,
        ),
        _rule(
            "day of any month",
            rf"{_START}{_THE}{_DAY}(?:{_ENDING} (?:of )?{_ANY_MONTH}{_TAIL}?| {_ANY_MONTH}{_TAIL})",
            read.day_any,
        ),
    )


def _month_first(read: _Reader) -> tuple[Rule, ...]:
    """Without a year or an ending, only where the number can't belong to the next words."""
    return (
        _rule(
            "month and days",
            rf"\b{_MONTH} (?:the )?{_DAY}{_ENDING}? ?[-–—] ?{_DAY}{_ENDING}?"
            rf"(?![\w:/-]|[.,]\d){_TAIL}?",
            read.month_days,
        ),
        _rule(
            "month and day of a year",
            rf"\b{_ANY_MONTH}[ -](?:the )?{_DAY}{_ENDING}?(?![\w:/]){_TAIL}",
            read.month_first,
        ),
        _rule(
            "month and day",
            rf"\b{_MONTH}[ -](?:the )?{_DAY}(?:{_ENDING}\b|{_NOT_COUNTED})()()",
            read.month_first,
        ),
    )


def _months(read: _Reader) -> tuple[Rule, ...]:
    return (
        _rule(
            "month and year",
            rf"\b((?i:{_NAMES}))(?!\w)(,? |-){_YEAR}(?![\w%]|[,.:]\d|-\d)",
            lambda m: f"{_month(m[1])}{m[2].replace('-', ' ')}{read.year(m[3])}",
        ),
        _rule(
            "dates",
            rf"(?<=[a-z]) ?[-–] ?(?=the [a-z-]+ of (?:{_FULL_NAMES})\b)|"
            rf"(?<=[a-z])(?: [-–] |–)(?=(?:{_FULL_NAMES}) t)",
            lambda _: " to ",
        ),
        _rule(
            "month and short year",
            rf"\b({_CUT})\b\.?(?= ?['’‘]\d\d\b)",
            lambda m: f"{_month(m[1])} ",
        ),
        _rule(
            "short month",
            rf"(?:(?<=\b[Ii]n )({_CUT})|(?:(?<=\b[Bb]y )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|"
            rf"(?<=\b[Ee]arly )|(?<=\b[Ll]ate )|(?<=\b[Mm]id )|(?<=\b[Ll]ast )|(?<=\b[Nn]ext )|"
            rf"(?<=\b[Tt]his )|(?<=including )|(?<=excluding ))({_FEW}))\b\.?(?!\w)",
            lambda m: _month(m[1] or m[2]),
        ),
    )
