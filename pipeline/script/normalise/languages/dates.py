"""Dates: "01/02/2023", "2023-02-01", "3. Oktober 2023"."""

import re

from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_EDGE = r"(?<![\w./-])"
_END = r"(?![\w/-]|[.,]\d)"
_WORD_BEFORE = regex(r"([^\W\d_]+),? $")
_DAYS, _MONTHS, _YEARS = range(1, 32), range(1, 13), range(1000, 2100)


def word_before(match: re.Match[str]) -> str:
    """The word before a match, in small letters; "" at the start or after another sign."""
    word = _WORD_BEFORE.search(match.string, max(0, match.start() - 30), match.start())
    return word[1].lower() if word else ""


def rules(known: Conventions) -> tuple[Rule, ...]:
    """Before times, versions and numbers, which would read the parts of a date."""
    calendar = known.calendar
    names = {name.lower(): place for place, name in enumerate(calendar.months, 1)}
    names |= {name.lower(): place for name, place in calendar.others.items()}

    def say(match: re.Match[str], month: int) -> str:
        """A date that is no date ("31/31/2023") stays as it is written."""
        day, year = int(match["day"]), match["year"]
        said = calendar.day(day, word_before(match)) if day in _DAYS else ""
        if not said or (year and int(year) not in _YEARS):
            return match[0]
        date = calendar.spoken.format(day=said, month=calendar.months[month - 1])
        return f"{date}{calendar.before_year}{calendar.year(int(year))}" if year else date

    def figures(match: re.Match[str]) -> str:
        month = int(match["month"])
        return say(match, month) if month in _MONTHS else match[0]

    written = "|".join(sorted(names, key=len, reverse=True))
    return (
        Rule(
            "date in figures",
            regex(
                rf"{_EDGE}(?P<day>\d{{1,2}})(?P<sign>[./-])(?P<month>\d{{1,2}})(?P=sign)"
                rf"(?P<year>\d{{4}}){_END}"
            ),
            figures,
        ),
        Rule(
            "ISO date",
            regex(rf"{_EDGE}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_END}"),
            figures,
        ),
        Rule(
            "date with a name",
            regex(
                rf"(?<![\w.,:/-])(?P<day>\d{{1,2}}){calendar.mark}{calendar.joint}"
                rf"(?P<month>(?i:{written}))(?!\w)"
                rf"(?:(?:{calendar.before_year}|,? | del? )(?P<year>\d{{4}})(?!\w|[.,:/-]\d))?"
            ),
            lambda m: say(m, names[m["month"].lower()]),
        ),
    )
