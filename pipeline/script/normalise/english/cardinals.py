"""Numbers that no class before has read: "9000", "1,234.5", "004", "123000"."""

import re

import unicodedata2 as unicodedata

from pipeline.script.normalise.english.numbers import NUMBER, digits, number
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_LONG = 6
_ACCOUNT = 10
# A long number without commas is a reference number, unless a word shows that it counts
# something.
_COUNTED = regex(
    r" (?:people|men|women|children|(?!this|does|always|unless|across|plus|perhaps)[^\W\d_]{3,}s)\b"
)
_ROUND = regex(r" [^\W\d_]{2,}")
# Figures in a circle, raised, lowered, or with a full stop in the same sign: Unicode calls them
# digits, though not decimal ones.
_FANCY = "²³¹፩-፱᧚⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒𐩀-𐩃𐹠-𐹨𑁒-𑁚🄀-🄊"


ENDLESS = figured("endless number", regex(r"\d[\d,]{1000,}"), lambda m: digits(m[0]))
"""Longer numbers are split before any class reads them: Python converts at most 4,300 digits."""

# After these words two numbers stand side by side: "Hymn 3 120 people sang".
_SINGLED = regex(
    r"\b(?:chapter|page|section|figure|table|room|bus|route|grade|year|aged?|number|no\.?|unit|"
    r"lesson|step|part|psalm|hymn|verse|line|code|call(?:ing)?|dial|ring|phone|text|account|ref|"
    r"reference|order|card|ending|extension|ext\.?|flight|platform|class|type|under|PIN|ID|"
    r"January|February|March|April|May|June|July|August|September|October|November|December):? $",
    re.IGNORECASE,
)


def _spaced(match: re.Match[str]) -> str:
    """With commas, as the next rules know it; "2 400 g tins" are two tins."""
    tins = len(match[1]) == 1 and re.match(r" (?:g|ml)\b", match.string[match.end() :])
    if tins or _SINGLED.search(match.string[: match.start()]):
        return match[0]
    return match[0].replace(" ", ",")


_GROUPS = r"[1-9]\d{0,2}(?: \d{3})+"
SPACED_RANGE = figured(
    "range of spaced thousands",
    regex(rf"(?<!\d )(?<![\w.,/-])({_GROUPS}) ?([-–]) ?({_GROUPS})(?![\w/-]|[.,]?\d| \d)"),
    lambda m: f"{m[1]}{m[2]}{m[3]}".replace(" ", ","),
)
"""Before telephone numbers, whose groups look the same: "12 000-15 000"."""
SPACED = figured(
    "spaced thousands",
    regex(
        r"(?<!\d )(?<![\w.,/-])([1-9]\d{0,2})((?: \d{3})+)"
        r"(?![/-]|,?\d| \d)(?:(?!\w)|(?<=000)(?=[a-z]))"
    ),
    _spaced,
)
"""After telephone numbers, before all others: "25 000", "1 250 000"."""


def _fancy(match: re.Match[str]) -> str:
    return " " + digits("".join(str(unicodedata.digit(sign)) for sign in match[0])) + " "


def _is_reference(match: re.Match[str]) -> bool:
    rest = match.string[match.end() : match.end() + 30]
    if len(match[0]) < _LONG or not match[0].isdecimal():
        return False
    counts = len(match[0]) < _ACCOUNT and _COUNTED.match(rest)
    return not (counts or (match[0].endswith("000") and _ROUND.match(rest)))


def rules(english: English) -> tuple[Rule, ...]:
    """The last rules that read numbers: no figure is left after them."""

    def say(match: re.Match[str]) -> str:
        return digits(match[0]) if _is_reference(match) else number(match[0], english)

    return (
        figured("initials", regex(r"(?<=\.[A-Z])\.(?=\d)"), lambda _: ". "),
        figured("point", regex(r"(?<=[^\W\d_])\.(?=\d)"), lambda _: " point "),
        figured("number", regex(rf"(?<![\d.]){NUMBER}(?!\.?\d)"), say),
        # What is left is not a number, by its commas and full stops: "9000,000", "1.2.".
        figured("point", regex(r"(?<=\d)\.(?=\d)"), lambda _: " point "),
        figured("figures", regex(r"\d+"), lambda m: number(m[0], english)),
        Rule("fancy figures", regex(f"[{_FANCY}]+"), _fancy),
    )
