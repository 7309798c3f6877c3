"""Opening hours: "Mon-Wed 9-4" is nine to four, not a score; "Tue 9.30-1" has two times."""

import re

from pipeline.script.normalise.english.context import near
from pipeline.script.normalise.english.numbers import below_hundred, two_figures
from pipeline.script.normalise.english.ranges import GAME
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.english.weekdays import DAYS
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_TIME = r"(?:0?\d|1\d|2[0-4])(?:[.:][0-5]\d)?"
_RANGE = rf"{_TIME}(?: ?[-–—] ?| to | until | till ){_TIME}"
_HOURS = regex(
    rf"(?<![\w.,:/£$€–-]){_RANGE}(?:(?:, | and | & |, and |; ){_RANGE})*"
    r"(?![\w%/]|[.,:]\d| ?[-–]| ?(?:%|[ap]\.?m\b)| (?:million|billion|per cent))"
)
_EACH = regex(r"(?P<hour>\d{1,2})(?:[.:](?P<minutes>[0-5]\d))?")
_WEEK = rf"(?:(?:{DAYS})s?|[Ww]eekdays|[Ww]eekends|[Dd]aily|[Bb]ank [Hh]olidays)"
_PART = "mornings?|afternoons?|evenings?|lunchtimes?|nights?|only|from|between"
_AFTER_DAY = regex(rf"\b{_WEEK}\)?(?: (?:{_PART})){{0,2}}[,:]? (?:[-–] )?\(?$")
_AFTER_OPEN = regex(
    r"\b(?:open(?:s|ing)?|clos(?:ed|es|ing)|hours|times|breakfast|brunch|lunch|tea|dinner|supper|"
    r"served|serving|surgery|reception|desk|term[ -]time)"
    r"(?: (?:hours|times|for lunch|daily|from|between|weekdays|only|it|is|are)){0,2}[:,]? \(?$",
    re.IGNORECASE,
)
_BEFORE_DAILY = regex(
    r",? (?:daily|every day|each day|most days|(?:seven|7) days|all week|all year|(?:on )?weekdays|"
    r"(?:at )?weekends)\b"
)
_BEFORE_DAY = regex(rf",? (?:on )?(?:{DAYS})s?(?! [A-Z])\b")


def rules(english: English) -> tuple[Rule, ...]:
    """After the names of days are in full, before decimals and scores."""

    def time(m: re.Match[str]) -> str:
        hour, minutes = int(m["hour"]), int(m["minutes"] or 0)
        if minutes:
            return f"{below_hundred(hour)} {two_figures(minutes)}"
        hundred = m["minutes"] and hour > 12 and english.british
        return f"{below_hundred(hour)}{' hundred' if hundred else ''}"

    def hours(m: re.Match[str]) -> str:
        if not _are_hours(m):
            return m[0]
        return _EACH.sub(time, re.sub(r" ?[-–—] ?", " to ", m[0]))

    until_dark = regex(
        rf"(?<![\w.,:/£$€–-])({_TIME}) ?[-–] ?(?=(?:dusk|late|close|sunset|noon|midday|midnight)\b)"
    )
    return (
        figured("opening hours", _HOURS, hours),
        figured("until dark", until_dark, lambda m: f"{_EACH.sub(time, m[1])} to "),
    )


def _are_hours(match: re.Match[str]) -> bool:
    """Whether a word for opening stands beside it, or a day that isn't that of a match."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _AFTER_OPEN.search(before) or _BEFORE_DAILY.match(after):
        return True
    day = _AFTER_DAY.search(before) or _BEFORE_DAY.match(after)
    return bool(day) and ("." in match[0] or not near(GAME, match))
