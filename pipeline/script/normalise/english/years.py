"""Years, decades and centuries."""

import re
from dataclasses import dataclass

from pipeline.script.normalise.english.numbers import below_hundred, plural, two_figures, year
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_YEAR = r"(?:1[1-9]|20)\d\d"
# A year before 1100 is recognised by the word before it.
_TIME = "year|in|since|until|till|by|during|before|after|around|circa|from|of|AD|CE|anno"
_EARLY = "|".join(rf"(?<=\b{word} )" for word in _TIME.split("|"))
_LIFE = {"b": "born", "d": "died", "est": "established"}


# Financial years.
_FINANCIAL = (
    figured(
        "financial years",
        regex(r"\bFY ?(\d\d)[-–/](\d\d)\b"),
        lambda m: f"financial year {two_figures(int(m[1]))} to {two_figures(int(m[2]))}",
    ),
    figured("financial year", regex(r"\bFY ?(?=(?:20)?\d\d\b)"), lambda _: "financial year "),
)
_LIVED = (
    figured("circa", regex(r"(?<!\w)(?:c|ca)\.? ?(?=1\d\d\d\b)"), lambda _: "circa "),
    figured(
        "life",
        regex(r"(?<![\w.])(b|d|est)\. ?(?=(?:c\. ?)?(?:1\d|20)\d\d\b)"),
        lambda m: f"{_LIFE[m[1]]} ",
    ),
)


@dataclass(frozen=True, slots=True)
class _Dater:
    """How years are spoken in one region."""

    english: English

    def year(self, written: str | int) -> str:
        return year(int(written), self.english)

    def span(self, m: re.Match[str]) -> str:
        first, last = m[1], m[2]
        if len(last) == 4:
            return f"{self.year(first)} to {self.year(last)}"
        if int(last) <= int(first[2:]):
            return m[0]
        if first[:2] == "20" and (int(last) < 10 or last == "20"):
            return f"{self.year(first)} to {self.year(2000 + int(last))}"
        return f"{self.year(first)} to {two_figures(int(last))}"

    def next_year(self, m: re.Match[str]) -> str:
        first = int(m[1])
        if (first + 1) % 10 != int(m[2]):
            return m[0]
        return f"{self.year(first)} to {self.year(first + 1)}"

    def decade(self, m: re.Match[str]) -> str:
        century, tens = m[1], int(m[2])
        if tens == 0:
            return f"{self.year(int(century) * 100)}s" if century else m[0]
        first = f"{below_hundred(int(century))} " if century else ""
        return first + plural(below_hundred(tens))

    def single(self, m: re.Match[str]) -> str:
        return self.year(m[0])


def rules(english: English) -> tuple[Rule, ...]:
    """After money and measures, which also have numbers of four figures."""
    say = _Dater(english)
    return (
        *_FINANCIAL,
        figured(
            "years",
            regex(rf"(?<![\w.,/£$€-])({_YEAR})\s?[-–—/]\s?({_YEAR}|\d\d)(?![\w/%-]|[.,]\d)"),
            say.span,
        ),
        figured(
            "year and figure",
            regex(rf"(?<![\w.,/£$€-])({_YEAR})[-–/](\d)(?![\w/%-]|[.,]\d)"),
            say.next_year,
        ),
        *_LIVED,
        figured(
            "decades",
            regex(r"(?<=\d0s)\s?[-–—/]\s?(?=['’‘]?(?:1\d|20)?\d0['’]?s\b)"),
            lambda _: " to ",
        ),
        figured("decade", regex(r"(?<![\w.,£$€])['’‘]?(1\d|20)?(\d0)['’]?s(?!\w)"), say.decade),
        figured("short years", regex(r"(?<=['’‘]\d\d)/(?=['’‘]\d\d\b)"), lambda _: " to "),
        figured(
            "short year",
            regex(r"(?<!\w)['’‘](\d\d)(?![\w'’]|[.,]\d)"),
            lambda m: two_figures(int(m[1])),
        ),
        figured("year", regex(rf"(?<![\w.,/])(?<!\d-){_YEAR}(?![\w%]|[.,/]\d)"), say.single),
        figured(
            "early year",
            regex(
                rf"(?:{_EARLY})10[1-9]\d(?!\w|[.,]\d|,\d)|\b10[1-9]\d(?= (?:AD|BCE?|CE)\b)|"
                r"(?<=\()10[1-9]\d(?=\))"
            ),
            say.single,
        ),
    )
