"""Dates, times and money as easy read writes them: "Tuesday 5 May 2026", "2:30pm", "£5 million"."""

import re
from collections.abc import Callable
from datetime import date

Rule = Callable[[str], str]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = "|".join(MONTHS)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
# Before 1924 some countries counted other days.
_YEAR = r"(?P<year>192[4-9]|19[3-9]\d|20\d\d)"
_NAMED = rf"(?:(?P<weekday>{'|'.join(DAYS)}),? )?"
# Before another number, a hyphen or a bare noun a date is a range or a name.
_BEGINS = r"(?<![\w/–—-])(?<!-)"
_ENDS = r"(?![\w/–—-]|\s[–—-]|\s[A-Za-z]+ing\b)"
_DAY_FIRST = re.compile(
    rf"{_BEGINS}{_NAMED}(?:the (?=\d+[a-z]+ of ))?{_DAY}(?: of)? (?P<month>{_MONTH})"
    rf",? {_YEAR}{_ENDS}"
)
_MONTH_FIRST = re.compile(rf"{_BEGINS}{_NAMED}(?P<month>{_MONTH}) {_DAY}, {_YEAR}{_ENDS}")
_JOINED = re.compile(
    r"(?:\b(?:the|a|an|our|its|his|her|their|this|and|to|through|or)|\d|[–—-]"
    r"|\b(?!(?:On|By|Since|Before|After|Until|From|In) )[A-Z]\w*) \Z"
)
# "Sat, 5 May 2018", "Saturday evening, 5 May 2018": the day of the week is there already.
_DAY_SAID = re.compile(rf"\b(?:{'|'.join(day[:3] for day in DAYS)})[a-z]*\b", re.IGNORECASE)
_OLD_FORM = re.compile(rf"\b(?:{_MONTH}) \d\d?(?:st|nd|rd|th)?\b(?!:)")
_WITHOUT_DAY = re.compile(
    rf"(?<!day )(?<!\w)(?:the )?\d\d?(?:st|nd|rd|th)?(?: of)? (?:{_MONTH}),? {_YEAR}\b"
)
# The comma after "May 5, 2026," belongs to that form; elsewhere it would be one too many.
_COMMA = re.compile(r",(?! (?:and|but|or|which|when|where|who|with)\b)")
_INTRODUCES = re.compile(r"(?:On|By|Since|Before|After|Until|From|In) \Z")
_BARE_DAY = re.compile(
    rf"{_BEGINS}(?<![Tt]he )([1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?: of)? ({_MONTH}){_ENDS}"
)

# "Friday 5th and Saturday 6 May": both in one form, or none.
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")


def dates(text: str) -> str:
    """A date with a year, with its day of the week: "May 5, 2026" → "Tuesday 5 May 2026".

    One that belongs to a range or a name, or that no calendar has, stays.
    """
    changed = _MONTH_FIRST.sub(_in_full, _DAY_FIRST.sub(_in_full, text))
    if _OLD_FORM.search(changed) or _WITHOUT_DAY.search(changed):
        return text  # all dates of a sentence in one form, or none
    short = _BARE_DAY.sub(r"\1 \2", changed)
    return changed if _ORDINAL.search(short) else short


def _in_full(found: re.Match[str]) -> str:
    before = found.string[max(found.start() - 30, 0) : found.start()]
    day = _calendar_day(found)
    is_american = found.re is _MONTH_FIRST and not _INTRODUCES.fullmatch(before)
    is_aside = (found.start() == 0 or is_american) and _COMMA.match(found.string, found.end())
    if day is None or is_aside or _JOINED.search(before):
        return found[0]  # "May 5, 2026, was": the comma would be left over
    weekday = DAYS[day.weekday()]
    if not found["weekday"] and _DAY_SAID.search(before):
        return found[0]
    if (found["weekday"] or weekday) != weekday:
        return found[0]  # the post is wrong somewhere; which part is not ours to say
    return f"{weekday} {day.day} {found['month']} {day.year}"


def _calendar_day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None


_HALF_DAY = re.compile(
    r"(?<![\w:.–—-])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?[ \u00a0]?(?P<half>[ap])"
    r"(?:\.m\.(?=\s*[,;)]|\s(?-i:[a-z]))|\.m(?=\.\Z)|m\b(?!\.)|m(?=\.\Z))",
    re.IGNORECASE,
)
_DAY_LONG = re.compile(
    # "a record of 14:05", "improved to 13:21", "at 14:05 in the film" are lengths of time.
    r"(?P<before>\b(?:at|from|until|between) |(?<=\d\d )(?:to|and|until) )"
    r"(?P<hour>1[3-9]|2[0-3]):(?P<minute>[0-5]\d)(?![\w:.]*\d|[–—-])"
    r"(?! (?:into|(?:in|of) the (?:video|film|recording|podcast|episode|clip))\b)"
)
# A time that is left in another form, as in "between 9.30 and 10:30am".
_OTHER = re.compile(
    r"(?<![£$€\d.,])\b\d\d?\.[0-5]\d ?(?:-|–|—|and|to|until|till) ?\d"
    r"|\d[ \u00a0]?(?:[ap]\.m|[AP]\.?M)\b|\d[ \u00a0][ap]m\b|\d\.\d\d[ap]m\b"
)
_LONG = re.compile(r"\b\d\d?:\d\d\b(?! ?[ap]\.?m)", re.IGNORECASE)


def times(text: str) -> str:
    """The time of day with 12 hours: "at 14:30" → "at 2:30pm", "3 P.M." → "3pm"."""
    changed = _DAY_LONG.sub(_afternoon, text)
    if _LONG.search(changed):
        changed = text  # "9:00 to 5pm": all times of a sentence in one form, or none
    changed = _HALF_DAY.sub(_half_day, changed)
    return text if _OTHER.search(changed) else changed


def _half_day(found: re.Match[str]) -> str:
    minute = f":{found['minute']}" if found["minute"] not in {None, "00"} else ""
    return f"{int(found['hour'])}{minute}{found['half'].lower()}m"


def _afternoon(found: re.Match[str]) -> str:
    minute = f":{found['minute']}" if found["minute"] != "00" else ""
    return f"{found['before']}{int(found['hour']) - 12}{minute}pm"


_MONEY = re.compile(r"(?<![\w.–—-])(?P<sum>[£$€]\d[\d,]*(?:\.\d+)?) ?(?P<many>m|bn|mn)(?![\w/'’-])")


def money(text: str) -> str:
    """Sums of money with their size as a word: "£1.2m" → "£1.2 million"."""
    return _MONEY.sub(lambda m: f"{m['sum']} {'billion' if m['many'] == 'bn' else 'million'}", text)


RULES: tuple[Rule, ...] = (dates, times, money)
"""The rules, in this order."""
