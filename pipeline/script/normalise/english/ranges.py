"""Two numbers with a dash or a colon between: ranges, scores, ratios."""

import re
from dataclasses import dataclass

from pipeline.script.normalise.english.context import near
from pipeline.script.normalise.english.numbers import NUMBER, number, two_figures, value
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

GAME = regex(
    r"\b(?:wins?|won|winning|beat|beats|beaten|leads?|led|loses?|lost|losing|draws?|drew|drawn|"
    r"defeat|defeats|defeated|victory|scor(?:e|es|ed|eline)|final|ahead|aggregate|goals?|"
    r"half-time|full-time|United|City|Rovers|match|thrash(?:ed|ing)|voted?|ruled|ruling)\b"
)
_CONTEST = regex(
    r"\b(?:records?|seasons?|went|loss|finish(?:ed)?|improved?|start(?:ed)?|series|decision|"
    r"majority|"
    r"margin|against|scor\w+|team|teams|league|cup|games?|play(?:ed|s|ing)?|down|up|odds|"
    r"favou?rites?|"
    r"court|judges|justices|council|committee|match|final|over)\b"
)
# "won 5-10 seats" is a range.
_COUNTED = regex(r" (?!wins\b|losses\b|goals\b|votes\b)(?:people|[a-z]{3,}s)\b")
# What is counted in order is never a score: "they won (pages 4-6)"; "pages 124-6" is a range.
_SERIES = regex(
    r"\b(?:page|chapter|verse|aged?|year|week|day|step|row|line|item|question|figure|table|section|"
    r"room|unit|number|article|paragraph|clause|volume|part|level|lesson|module|slide|hymn|note|"
    r"issue)(s?) $",
    re.IGNORECASE,
)
_MIXED = regex(
    r"\b(?:dilut\w+|mix\w*|ratios?|proportions?|solutions?|parts|scale|gradients?|slopes?|ramps?|"
    r"gears?|odds|concentration)\b",
    re.IGNORECASE,
)
_DASH = r"\s?[-–—−]\s?"
# British degrees have classes: "a 2:1".
_DEGREE = regex(r"\b(?:degree|honours|graduat(?:e|ed|ing)|class|BA|BSc|MA)\b")


def _far_apart(first: str, last: str) -> bool:
    """Whether two numbers with a hyphen are a reference, one much longer: "1-8090", not "1-100"."""
    return len(last) - len(first) > 1 and not last.endswith("00")


def _working_day(match: re.Match[str]) -> bool:
    """Whether a falling pair is two times, from morning to afternoon: "the hall, 10-4"."""
    hours = match[1].isdecimal() and match[2].isdecimal() and len(match[2]) == 1
    if not hours or not (7 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= 6):
        return False
    return match.group(1, 2) == ("9", "5") or not near(_CONTEST, match, 60)


def _rises(first: str, last: str) -> bool:
    return value(first) < value(last) and not _far_apart(first, last)


@dataclass(frozen=True, slots=True)
class _Between:
    """How two numbers are spoken in one region."""

    english: English

    def nil(self, written: str) -> str:
        british = self.english.british
        return "nil" if british and written == "0" else number(written, self.english)

    def dash(self, m: re.Match[str]) -> str:
        """A range if rising, unless about a game; otherwise two numbers side by side."""
        first, last = m[1], m[2]
        series = _SERIES.search(m.string[: m.start()])
        if series and (series[1] or _rises(first, last)):
            return f"{first} to {last}"
        short = len(first) < 3 and len(last) < 3
        if short and near(GAME, m) and not _COUNTED.match(m.string, m.end()):
            return f"{self.nil(first)} {self.nil(last)}"
        if _working_day(m):
            return f"{first} to {last}"
        if value(first) >= value(last) or _far_apart(first, last):
            said = self.nil if short else lambda n: number(n, self.english)
            return f"{said(first)} {said(last)}"
        return f"{first} to {last}"

    def ratio(self, m: re.Match[str]) -> str:
        if len(m[1]) == len(m[2]) == 2 and int(m[2]) < 60:  # a place in a recording
            return f"{number(m[1], self.english)} {two_figures(int(m[2]))}"
        if self.english.british and m[1] == "2" and m[2] in {"1", "2"} and near(_DEGREE, m):
            return f"{number(m[1], self.english)} {number(m[2], self.english)}"
        to = " " if value(m[1]) + value(m[2]) == 100 else " to "
        return f"{number(m[1], self.english)}{to}{number(m[2], self.english)}"


def scales(english: English) -> tuple[Rule, ...]:
    """Scales of maps, before times and years: "1:50,000", "1:1250"; mixtures: "dilute it 1:10"."""

    def mixed(m: re.Match[str]) -> str:
        mixture = near(_MIXED, m) and not m.string[: m.start()].endswith("at ")
        return f"{number(m[1], english)} to {number(m[2], english)}" if mixture else m[0]

    large = figured(
        "scale",
        regex(r"(?<![\w.,:])1 ?: ?(\d{1,3}(?:,\d{3})+|\d{3,7})(?![\w:]|[.,]?\d)"),
        lambda m: f"one to {number(m[1], english)}",
    )
    mixture = figured("mixture", regex(r"(?<![\w.,:])(\d{1,2}):(\d{1,2})(?![\w:]|[.,]?\d)"), mixed)
    return (large, mixture)


def rules(english: English) -> tuple[Rule, ...]:
    """After all classes with dashes of their own: times, dates, sums, measures, telephones."""
    between = _Between(english)
    return (
        figured(
            "ordinal range",
            regex(rf"(?<![\w.,-])(\d+(?:st|nd|rd|th)){_DASH}(?=\d+(?:st|nd|rd|th)\b)"),
            lambda m: f"{m[1]} to ",
        ),
        figured(
            "range",
            regex(
                rf"(?<![\w/–—-])(?<!\d[.,])({NUMBER}){_DASH}({NUMBER})"
                r"(?![\w/–—]|-(?![a-z]{2})|[.,:]\d)"
            ),
            between.dash,
        ),
        Rule("letters", regex(r"(?<!\w)([A-Z])[–-]([A-Z])(?!\w)"), _letters),
        figured(
            "ratio",
            regex(rf"(?<![\w.,:])({NUMBER}) ?: ?({NUMBER})(?![\w:]|[.,]\d)"),
            between.ratio,
        ),
    )


def _letters(m: re.Match[str]) -> str:
    return f"{m[1]} to {m[2]}" if m[1] < m[2] else f"{m[1]} {m[2]}"
