"""Versions: "v2.1.3", "Python 3.11": each part is a number of its own."""

import re

from pipeline.script.normalise.numbers import number
from pipeline.script.normalise.region import English
from pipeline.script.normalise.rule import Rule

_PROGRAMS = (
    "[Vv]ersions?|[Rr]elease|Python|Ruby|Rails|Java|PHP|Node|Django|iOS|iPadOS|macOS|Android|"
    "Windows|Ubuntu|Debian|Drupal|WordPress|Firefox|Chrome|Safari|WCAG|EPUB|HTML|CSS|TLS|HTTP|USB|Bluetooth"
)


def rules(english: English) -> tuple[Rule, ...]:
    """After dates with full stops, before decimals."""

    def parts(written: str) -> str:
        return " point ".join(number(part, english) for part in written.split("."))

    return (
        Rule(
            "version",
            re.compile(r"(?<![\w.])(?:[Vv]ersion )?[vV]\.? ?(\d{1,4}(?:\.\d{1,4})*)(?!\.?\d)"),
            lambda m: f"version {parts(m[1])}",
        ),
        Rule(
            "parts",
            re.compile(r"(?<![\w.,£$€])\d{1,4}(?:\.\d{1,4}){2,}(?![.,]?\d)"),
            lambda m: parts(m[0]),
        ),
        Rule(
            "program",
            re.compile(rf"\b({_PROGRAMS}) (\d{{1,3}}\.\d{{1,3}})(?![.,]?\d|\w| ?[%°])"),
            lambda m: f"{m[1]} {parts(m[2])}",
        ),
    )
