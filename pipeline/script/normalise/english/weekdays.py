"""Days of the week that are cut short: "Mon-Fri", "Tue, Thu and Sat", "on Weds"."""

import re

from formats.words.en import EN
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT = {day[:3]: day for day in DAYS.split("|")} | {
    "Tues": "Tuesday",
    "Weds": "Wednesday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
}
# These are nothing else; "Mon", "Wed", "Sat" and "Sun" are also other words.
_SURE = "Tues|Weds|Thurs|Thur|Tue|Thu|Fri"
_UNSURE = "Mon|Wed|Sat|Sun"
_CUT = "|".join(sorted(_SHORT, key=len, reverse=True))
_DAY = rf"(?:(?:{DAYS}|{_CUT})\b)"
_JOINT = r"\.?(?: ?[-–—/] ?|,? (?:&|and|or) |, | (?:to|till|until|through|thru) )"
_SAID = {"&": "and", "-": "to", "–": "to", "—": "to", "/": "slash", "thru": "through"}
_MONTHS = "|".join((*EN.months, *(month[:3] for month in EN.months), "Sept"))
_NAMED = rf"(?! (?!(?:{_MONTHS}|Morning|Afternoon|Evening|Night)\b)[A-Z][a-z])"
_STOP = r"(?:\.(?= [a-z\d]|,))?"
_PART = "mornings?|afternoons?|evenings?|nights?|lunchtimes?|only|am|pm|a\\.m|p\\.m"


def _days(match: re.Match[str]) -> str:
    """Each day in full, with a word for the sign between two of them."""
    said = re.sub(rf"\b({_CUT})\b\.?", lambda m: _SHORT[m[1]], match[0])
    return re.sub(r" ?(\bthru\b|[-–—&/]) ?", lambda m: f" {_SAID[m[1]]} ", said)


def _day(match: re.Match[str]) -> str:
    return _SHORT[match[1]]


RULES = (
    Rule("weekdays", regex(rf"\b{_DAY}(?:{_JOINT}{_DAY})+"), _days),
    Rule(
        "weekday and date",
        regex(rf"\b({_CUT})\b\.?(?=,? (?:the )?(?:\d|(?:{_MONTHS})\b))"),
        _day,
    ),
    Rule("sure weekday", regex(rf"(?<![\w'’-])({_SURE})\b{_STOP}(?![-'’]){_NAMED}"), _day),
    Rule(
        "weekday after its word",
        regex(
            rf"(?<!\w)(?:(?<=\b[Oo]n )|(?<=\b[Ee]very )|(?<=\b[Ee]ach )|(?<=\b[Tt]his )|"
            rf"(?<=\b[Nn]ext )|(?<=\b[Ll]ast )|(?<=\b[Oo]pen )|(?<=\b[Cc]losed )|"
            rf"(?<=\b[Uu]ntil )|(?<=\b[Tt]ill )|(?<=\b[Ss]ee you )|"
            rf"(?<=\b[Cc]oming )|"
            rf"(?<=\bBy )|(?<=\bFrom )|(?<=\bBefore )|"
            rf"(?<=\bAfter ))({_UNSURE})\b{_STOP}(?![-'’]){_NAMED}"
        ),
        _day,
    ),
    # With a capital in the middle of a sentence; the sun often has one.
    Rule(
        "weekday within",
        regex(r"(?<=[a-z] )(Mon|Wed|Sat)\b(?:\.(?= [a-z\d]|,))?(?![-'’]| [A-Z]| nav\b)"),
        _day,
    ),
    Rule(
        "weekday before its part",
        regex(
            rf"(?<![\w'’-])({_UNSURE})\b\.?(?= (?:{_PART})\b|: ?(?:\d|[Cc]losed|[Oo]pen)|"
            rf" [Cc]losed\b)"
        ),
        _day,
    ),
)
"""Before times and opening hours, which look for the full names."""
