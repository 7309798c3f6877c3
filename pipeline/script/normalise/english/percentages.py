"""Percentages: "10%", "10–15%"; percentage points: "5pp"."""

import re

from pipeline.script.normalise.english.context import adjectival
from pipeline.script.normalise.english.numbers import NUMBER, number
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured


def rules(english: English) -> tuple[Rule, ...]:
    """The sign once, at the end; a sign without a number is left to `signs`."""

    def say(m: re.Match[str]) -> str:
        until = f" to {number(m[2], english)}" if m[2] else ""
        return f"{number(m[1], english)}{until} {english.percent}"

    def points(m: re.Match[str]) -> str:
        several = m[1] != "1" and not adjectival(m)
        return f"{number(m[1], english)} percentage point{'s' if several else ''}"

    sign = "(?:%|pc(?!\\w))" if english.british else "%"
    pattern = rf"(?<![\w.,£$€])({NUMBER})%?(?:\s?[-–—]\s?({NUMBER}))? ?{sign}"
    return (
        figured("percentage", regex(pattern), say),
        figured("points", regex(rf"(?<![\w.,£$€])({NUMBER}) ?(?:pp|ppts)(?!\w)"), points),
    )
