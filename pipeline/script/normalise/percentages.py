"""Shares of a hundred: "10%", "10–15%"."""

import re

from pipeline.script.normalise.numbers import NUMBER, number
from pipeline.script.normalise.region import English
from pipeline.script.normalise.rule import Rule


def rules(english: English) -> tuple[Rule, ...]:
    """The sign once, last; a sign without a number is left to the lone ones."""

    def say(m: re.Match[str]) -> str:
        until = f" to {number(m[2], english)}" if m[2] else ""
        return f"{number(m[1], english)}{until} {english.percent}"

    pattern = rf"(?<![\w.,£$€])({NUMBER})%?(?:\s?[-–—]\s?({NUMBER}))? ?%"
    return (Rule("percentage", re.compile(pattern), say),)
