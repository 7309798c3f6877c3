"""Codes, ends of card numbers, extensions, short numbers to dial: figure by figure."""

import re

from pipeline.script.normalise.english.numbers import digits
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

# The end of a long number, a code, an extension; a count or a year has a noun or a capital.
_ENDED = (
    r"\b((?:(?i:card|account|number|phone|mobile|plate|digit)s? (?:\w+ )?(?:ending|ends?|ended|"
    r"finishing)(?: in| with)? |(?:last|final|first) (?:four|three|4|3) (?:digits|figures|"
    r"numbers)(?: are| is|:)? )|"
    r"(?:gate|door|entry|security|access|discount|booking|promo|voucher|joining|key ?safe|the|a|by|"
    r"using|with|enter|use|quote|quoting|dialling|area|lock|alarm)? ?code(?: is| was| of|['’]s|"
    r":)? |"
    r"[Qq]uot(?:e|ing) |"
    r"(?:PIN|[Pp]asscode|[Pp]assword|CVV|[Mm]eeting ID|[Uu]ser ID|[Ii]D|[Cc]ombination|(?:PO|"
    r"P\.O\.) Box)(?: number)?(?: is| was|"
    r" of)?:? )"
    r"(\d{3,12})(?![\w%/]|[.,:-]\d| [a-z]+s\b| \d)"
)
_EXTENSION = r"(?<=\b[Ee]xtension )\d{2,5}(?=[,.;:)]|$| (?:or|and|for|to|if|on|from)\b)"
_AND_OR = r"(?:(?:,? (?:or|and|then) |, )\d{1,6})*"
_DIALLED = (
    rf"(?<=\b[Dd]ial )\d{{1,6}}{_AND_OR}(?![\w.,-]?\d)|"
    r"(?:(?<=\b[Rr]ing )|(?<=\b[Cc]all )|(?<=\b[Pp]hone ))"
    rf"\d{{3,6}}{_AND_OR}"
    r"(?=[,.;:!)]|$| (?:or|to|for|from|and|on|then|if|free|now|today|in|when|at)\b)(?!,\d)"
)


def rules(english: English) -> tuple[Rule, ...]:
    """Before telephone numbers, which are longer."""

    def figures(written: str) -> str:
        return digits(written, english.oh)

    def dialled(m: re.Match[str]) -> str:
        """Each number of a row; a single 0 is "zero"."""
        return re.sub(r"\d+", lambda one: figures(one[0]) if one[0] != "0" else "zero", m[0])

    return (
        figured(
            "helpline",
            regex(r"\b(116) (\d{3})(?!\w|[.,]?\d)"),
            lambda m: f"{figures(m[1])}, {figures(m[2])}",
        ),
        figured("end of a number", regex(_ENDED), lambda m: m[1] + figures(m[2])),
        figured("extension", regex(_EXTENSION), lambda m: figures(m[0])),
        figured("dialled", regex(_DIALLED), dialled),
    )
