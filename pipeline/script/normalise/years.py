"""Years, decades and centuries."""

import re

from pipeline.script.normalise.numbers import below_hundred, plural, two_figures, year
from pipeline.script.normalise.region import English
from pipeline.script.normalise.rule import Rule

_YEAR = r"(?:1[1-9]|20)\d\d"
# A year before 1100 is told from a count by the word before it.
_TIME = "year|in|since|until|till|by|during|before|after|around|circa|from|of|AD|CE|anno"
_EARLY = "|".join(rf"(?<=\b{word} )" for word in _TIME.split("|"))
_LIFE = {"b": "born", "d": "died", "est": "established"}


def rules(english: English) -> tuple[Rule, ...]:
    """After money and measures, which also have numbers of four figures."""

    def span(match: re.Match[str]) -> str:
        first, last = match[1], match[2]
        if len(last) == 4:
            return f"{year(int(first), english)} to {year(int(last), english)}"
        if int(last) <= int(first[2:]):
            return match[0]
        if first[:2] == "20" and (int(last) < 10 or last == "20"):
            return f"{year(int(first), english)} to {year(2000 + int(last), english)}"
        return f"{year(int(first), english)} to {two_figures(int(last))}"

    def next_year(match: re.Match[str]) -> str:
        first, last = int(match[1]), int(match[2])
        if (first + 1) % 10 != last:
            return match[0]
        return f"{year(first, english)} to {year(first + 1, english)}"

    def decade(match: re.Match[str]) -> str:
        century, tens = match[1], int(match[2])
        if tens == 0:
            return f"{year(int(century or 0) * 100, english)}s" if century else match[0]
        first = f"{below_hundred(int(century))} " if century else ""
        return first + plural(below_hundred(tens))

    def single(match: re.Match[str]) -> str:
        return year(int(match[0]), english)

    return (
        # The year that accounts are made up for.
        Rule(
            "financial years",
            re.compile(r"\bFY ?(\d\d)[-–/](\d\d)\b"),
            lambda m: f"financial year {two_figures(int(m[1]))} to {two_figures(int(m[2]))}",
        ),
        Rule(
            "financial year",
            re.compile(r"\bFY ?(?=(?:20)?\d\d\b)"),
            lambda _: "financial year ",
        ),
        Rule(
            "years",
            re.compile(rf"(?<![\w.,/£$€-])({_YEAR})\s?[-–—/]\s?({_YEAR}|\d\d)(?![\w/%-]|[.,]\d)"),
            span,
        ),
        Rule(
            "year and figure",
            re.compile(rf"(?<![\w.,/£$€-])({_YEAR})[-–/](\d)(?![\w/%-]|[.,]\d)"),
            next_year,
        ),
        Rule("circa", re.compile(r"(?<!\w)(?:c|ca)\.? ?(?=1\d\d\d\b)"), lambda _: "circa "),
        Rule(
            "life",
            re.compile(r"(?<![\w.])(b|d|est)\. ?(?=(?:c\. ?)?(?:1\d|20)\d\d\b)"),
            lambda m: f"{_LIFE[m[1]]} ",
        ),
        Rule(
            "decades",
            re.compile(r"(?<=\d0s)\s?[-–—/]\s?(?=['’‘]?(?:1\d|20)?\d0['’]?s\b)"),
            lambda _: " to ",
        ),
        Rule("decade", re.compile(r"(?<![\w.,£$€])['’‘]?(1\d|20)?(\d0)['’]?s(?!\w)"), decade),
        Rule("short years", re.compile(r"(?<=['’‘]\d\d)/(?=['’‘]\d\d\b)"), lambda _: " to "),
        Rule(
            "short year",
            re.compile(r"(?<!\w)['’‘](\d\d)(?![\w'’]|[.,]\d)"),
            lambda m: two_figures(int(m[1])),
        ),
        Rule("year", re.compile(rf"(?<![\w.,/])(?<!\d-){_YEAR}(?![\w%]|[.,/]\d)"), single),
        Rule(
            "early year",
            re.compile(
                rf"(?:{_EARLY})10[1-9]\d(?!\w|[.,]\d|,\d)|\b10[1-9]\d(?= (?:AD|BCE?|CE)\b)|"
                r"(?<=\()10[1-9]\d(?=\))"
            ),
            single,
        ),
    )
