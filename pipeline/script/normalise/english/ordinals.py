"""Ordinals in figures: "1st", "1,000th"."""

import re

from pipeline.script.normalise.english.numbers import number, ordinal, plural
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def rules(english: English) -> tuple[Rule, ...]:
    """A wrong ending ("4rd") is left as it is written."""

    def say(m: re.Match[str]) -> str:
        whole = int(m[1].replace(",", ""))
        right = "th" if whole % 100 in {11, 12, 13} else _ENDINGS.get(whole % 10, "th")
        if m[2].lower() == right and not m[1].startswith("0"):
            return ordinal(whole, english) + m[3]
        return f"{number(m[1], english)} {m[2]}{m[3]}"

    def several(m: re.Match[str]) -> str:
        whole = plural(number(m[1], english))
        return whole.removeprefix("one ") if m[1].endswith("00") else whole

    def lettered(m: re.Match[str]) -> str:
        return f" {plural(number(m[1], english))}"

    pattern = r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d+) ?(?:(?<=\d)|(?<= )(?!))(st|nd|rd|th)(s?)(?!\w)"
    return (
        figured("ordinal", regex(pattern, re.IGNORECASE), say),
        # "MP4s", "both A3s".
        figured("lettered several", regex(r"(?<=[A-Za-z])(\d{1,3})s(?!\w)"), lettered),
        # "Under 18s", "1,000s of people".
        figured("several", regex(r"(?<![\w.,/])(\d{1,3}(?:,000)?|1000)s(?!\w)"), several),
    )
