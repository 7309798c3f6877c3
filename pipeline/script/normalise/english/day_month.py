"""A day and a month in figures, without a year: "on 24/12", "by 30/6"."""

import re
from math import gcd

from formats.words.en import EN
from pipeline.script.normalise.english.context import near
from pipeline.script.normalise.english.numbers import ordinal
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.english.weekdays import DAYS
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_ONE = r"\d{1,2}/\d{1,2}"
_BOTH = regex(
    rf"(?<![\w/.,:£$€+-])(?:\b[Tt]he )?{_ONE}(?:(?: to | until | and | or | & | ?[-–] ?|, ){_ONE})*"
    r"(?![\w/%]|[.,]\d|-\w| ?[=+×÷])"
)
_EACH = regex(r"(?:\b[Tt]he )?(\d{1,2})/(\d{1,2})")
_DATED = regex(
    rf"(?:\b(?:{DAYS}|[Dd]eadline|[Dd]ates?|[Dd]ue|[Dd]ated|[Ss]tarting|[Ee]nding|[Cc]losing date|"
    r"[Ww]eek commencing|[Ww]eek ending|[Cc]losed|[Uu]pdated|[Pp]osted|"
    r"(?:[Ss]tart|[Bb]egin|[Oo]pen|[Cc]lose|[Rr]un|[Ee]nd|[Rr]eturn|[Ee]xpire|[Ll]aunch)s?|"
    r"(?:[Ff]inish|[Ll]aunch)es|(?:[Mm]oved|[Pp]ostponed|[Cc]hanged) to)(?: (?:on|by|is|was|"
    r"from))?,?:? |"
    r"\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]efore|[Aa]fter|[Bb]y|[Tt]hrough|"
    r"[Bb]etween) )$"
)
# After these a small fraction is as likely: "cut by 1/3", "from 1/2 to 3/4".
_WEAK = regex(r"\b(?:[Ff]rom|[Bb]y|[Aa]fter|[Bb]efore|[Bb]etween) $")
_PLANNED = regex(
    r"\b(?:reply|replies|deadline|due|submit|submitted|book|booked|bookings?|forms?|return|"
    r"returned|"
    r"register|apply|applications?|pay|payments?|open|closed|holidays?|term|must|valid|runs?|rsvp|"
    r"RSVP|received|complete[d]?|finish(?:ed)?|available|away)\b"
)
_CHANGE = regex(
    r"\b(?:cut|fall|fell|falls|rose|rises?|reduc\w+|increas\w+|grew|grow\w*|dropp?\w*|down|up|"
    r"shr[aiu]nk|odds|bet|bets|shot|favourite|outsider|score[ds]?|marks?|rating|rated|test|quiz|"
    r"full|cups?|inch(?:es)?|miles?|pints?|teaspoons?|tablespoons?|majority|vote)\b"
)
_THING = regex(
    r" (?:of|full|cups?|inch(?:es)?|miles?|pints?|acres?|hours?|teaspoons?|tablespoons?|tsp|tbsp|"
    r"lb|oz|odds|shot|price|finish|stars?|pounds?|people|majority)\b"
)
# Days that have become names; all day and all week; the shape of a picture.
_PAIRS = {("9", "11"), ("7", "7"), ("24", "7"), ("24", "5"), ("20", "20"), ("16", "9")}
_DAYS_OF = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _valid(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _DAYS_OF[month - 1]


def _common(top: int, bottom: int) -> bool:
    """Whether it is a fraction that people use: less than one, in lowest terms, of a few parts."""
    return top < bottom and bottom in {2, 3, 4, 5, 6, 8, 10, 16, 32} and gcd(top, bottom) == 1


def rules(english: English) -> tuple[Rule, ...]:
    """After whole dates, before fractions."""

    def pair(first: str, second: str) -> tuple[int, int]:
        """Day and month; a month above 12 is a day."""
        day, month = (first, second) if english.british else (second, first)
        return (int(month), int(day)) if int(month) > 12 else (int(day), int(month))

    def date(m: re.Match[str]) -> str:
        day, month = pair(m[1], m[2])
        name, number = EN.months[month - 1], ordinal(day, english)
        return f"the {number} of {name}" if english.british else f"{name} {number}"

    def dates(m: re.Match[str]) -> str:
        found = _EACH.findall(m[0])
        if any(one in _PAIRS for one in found) or not all(_valid(*pair(*one)) for one in found):
            return m[0]
        if not dated(m, found):
            return m[0]
        return _EACH.sub(date, re.sub(r" ?[-–] ?", " to ", m[0]))

    def dated(m: re.Match[str], found: list[tuple[str, str]]) -> bool:
        before, after = m.string[: m.start()], m.string[m.end() :]
        if not _DATED.search(before):
            return english.british and _late(*map(int, found[0])) and not near(_CHANGE, m)
        if _THING.match(after) or near(_CHANGE, m):
            return False
        fractions = all(_common(int(top), int(bottom)) for top, bottom in found)
        doubtful = fractions and _WEAK.search(before) and " " in before.strip()
        return not doubtful or near(_PLANNED, m)

    return (figured("day and month", _BOTH, dates),)


def _late(day: int, month: int) -> bool:
    """Without a word before it: a day above twelve over a month, which is no usual fraction."""
    return day > 12 and month > 1
