"""Percentages and measures: "5 %", "10 km", "-5 °C"."""

import re

from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.languages.figures import counted, pattern, read
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_EDGE = r"(?<![\w.,:/£$€–-])(?<!\d )"


def rules(known: Conventions) -> tuple[Rule, ...]:
    """Before plain numbers."""
    number = f"(?P<number>{pattern(known)})"
    units = "|".join(map(re.escape, sorted(known.units, key=len, reverse=True)))

    def percent(match: re.Match[str]) -> str:
        found = read(match["number"], known)
        return counted(found, known.percent, known) if found else match[0]

    def measure(match: re.Match[str]) -> str:
        found = read(match["number"], known)
        return counted(found, known.units[match["unit"]], known) if found else match[0]

    return (
        Rule("percentage", regex(rf"{_EDGE}{number} ?%(?!\w)"), percent),
        Rule(
            "measure",
            regex(rf"{_EDGE}{number} ?(?P<unit>{units})(?![\w²³/’'°]|[-.][\w])"),
            measure,
        ),
    )
