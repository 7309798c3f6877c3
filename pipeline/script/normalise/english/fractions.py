"""Fractions, written with a slash or as one sign; and what only looks like them."""

import re
from dataclasses import dataclass

import unicodedata2 as unicodedata

from pipeline.script.normalise.english.context import near
from pipeline.script.normalise.english.numbers import cardinal, number, ordinal
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_NAMED = {2: ("half", "halves"), 4: ("quarter", "quarters")}
# Spoken as two numbers: all day and night, and a day in September.
_PAIRS = {("24", "7"), ("9", "11"), ("7", "7"), ("20", "20")}
_RATING = regex(
    r"\b(?:stars?|ratings?|rated|score|scored|scores|marks?|review|test|exam|quiz|give|gave|"
    r"verdict)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Divider:
    """How fractions are spoken in one region."""

    english: English

    def part(self, top: int, bottom: int) -> str:
        if bottom < 2:
            return f"{cardinal(top, self.english)} over {cardinal(bottom, self.english)}"
        one = ordinal(bottom, self.english)
        single, several = _NAMED.get(bottom, (one, f"{one}s"))
        return f"{cardinal(top, self.english)} {single if top == 1 else several}"

    def mixed(self, whole: str, top: int, bottom: int) -> str:
        part = self.part(top, bottom)
        if top == 1 and self.english.british:
            part = f"{'an' if bottom == 8 else 'a'} {part.removeprefix('one ')}"
        return f"{number(whole, self.english)} and {part}"

    def vulgar(self, m: re.Match[str]) -> str:
        stroke = unicodedata.normalize("NFKC", m[2])
        top, bottom = map(int, stroke.split("\u2044"))
        return self.mixed(m[1], top, bottom) if m[1] else self.part(top, bottom)

    def stroke(self, m: re.Match[str]) -> str:
        top, bottom = int(m[2]), int(m[3])
        pair = (m[2], m[3]) in _PAIRS or top + bottom == 100
        if pair and not m[1]:
            return f"{cardinal(top, self.english)} {cardinal(bottom, self.english)}"
        if m[1]:
            return self.mixed(m[1], top, bottom)
        if self.counts(m, top, bottom):
            return f"{cardinal(top, self.english)} out of {cardinal(bottom, self.english)}"
        return self.part(top, bottom)

    def counts(self, m: re.Match[str], top: int, bottom: int) -> bool:
        """Whether it means "3 out of 5": a mark, or in British English a score out of ten."""
        if m[0][-1].isalpha() or bottom < 5 or top > bottom:
            return False
        listed = re.search(r"[^\W\d_]{4}:? $", m.string[: m.start()]) and len(
            re.findall(rf"[^\W\d_]:? \d{{1,2}}/{bottom}\b", m.string)
        )
        if bottom in {5, 10} and (listed or 0) > 1:  # "Food 4/5, service 3/5"
            return True
        tenths = bottom == 10 and (self.english.british or not top)
        return top == bottom or tenths or near(_RATING, m, 20)


def rules(english: English) -> tuple[Rule, ...]:
    """After dates and spans of years, which have slashes too."""
    divide = _Divider(english)
    return (
        Rule("vulgar fraction", regex(rf"(?:(?<![\w.,])(\d+) ?)?([{_VULGAR}])"), divide.vulgar),
        figured(
            "score with decimals",
            regex(r"(?<![\w/.,-])(\d{1,2}\.\d) ?/ ?(5|10|100)(?![\w/]|[.,]\d)"),
            lambda m: f"{number(m[1], english)} out of {number(m[2], english)}",
        ),
        figured(
            "fraction",
            regex(
                r"(?<![\w/.,-])(?:(\d{1,3})(?: | ?- ?))?(\d{1,6}) ?[/⁄] ?(\d{1,6})"
                r"(?:st|nd|rds?|ths?)?"
                r"(?![\w/]|[.,]\d)",
                re.IGNORECASE,
            ),
            divide.stroke,
        ),
    )
