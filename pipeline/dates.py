"""Dates as people write them: ISO 8601, e-mail's, and a day, month and year in words."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import unicodedata2 as unicodedata

from formats.clock import writable
from formats.words import LANGUAGES
from formats.words.en import EN

_LONGEST = 60  # characters of a line with a date and its weekday
_SHORT = {name[:3].lower(): number for number, name in enumerate(EN.months, 1)} | {"sept": 9}
_NUMBERS = _SHORT | {
    unicodedata.normalize("NFC", name.lower()): number
    for row in LANGUAGES.values()
    for number, name in enumerate(row.months, 1)
}

_POSTED = r"(?:(?:posted|published|updated)(?: on)?:? )?"
_WEEKDAY = r"(?:[^\W\d]{2,12}[,.]? )?"
_MONTH = r"(?P<m>[^\W\d]{3,12})"
_DAY_FIRST = re.compile(
    rf"{_POSTED}{_WEEKDAY}(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?"
    rf"(?: of| de)? {_MONTH}\.?(?: de|,)? (?P<y>\d{{4}})"
)
_MONTH_FIRST = re.compile(
    rf"{_POSTED}{_WEEKDAY}{_MONTH}\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})"
)
_EAST_ASIAN = re.compile(
    r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]"
)
_NUMERIC = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})\.?")


_TIME = re.compile(
    r"(?:,? (?:at|um|à|a las|alle|às|om) |,? @ |[T,]? ?)(?<!\d)(?P<h>\d{1,2})"
    r"(?:[:.h](?P<min>\d\d)?(?::\d\d)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?(?: uhr)?(?: \(?[a-z]{2,5}\)?)?$",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)  # which e-mail's dates do not have
_FIGURES = re.compile(
    r"(?P<one>\d{1,2})(?P<sign>[/.-]) ?(?P<two>\d{1,2})(?P=sign) ?(?P<y>\d{4}|\d\d)"
)
_MONTH_FIRST_REGIONS = {"us", "ph", "fm", "pw", "mh"}


def written(text: str, language: str) -> tuple[datetime | None, bool]:
    """The moment in a text as people of a region write it, and whether it has another reading.

    "03/04/2026" is the third of April, and in the United States the fourth of March; "14/10/2026"
    can be read in one way only.
    """
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        return None, False
    moment = None if _HALF_DAY.search(plain) else parse(plain)
    if moment:
        return moment, False
    day, hour = _parted(plain)
    if found := _FIGURES.fullmatch(day):
        first, second = int(found["one"]), int(found["two"])
        month_first = _writes_month_first(language) if max(first, second) <= 12 else second > 12
        month, number = (first, second) if month_first else (second, first)
        year = found["y"] if len(found["y"]) == 4 else f"20{found['y']}"
        doubt = max(first, second) <= 12 and first != second
        return _at(_day(year, str(month), str(number)), hour), doubt
    return _at(line(day), hour), False


def _writes_month_first(language: str) -> bool:
    return language.lower().rpartition("-")[2] in _MONTH_FIRST_REGIONS


def _parted(text: str) -> tuple[str, tuple[int, int]]:
    """A text parted into its day, and its hour and minute; midnight if it has none."""
    found = _TIME.search(text)
    if not found or not (found["min"] or found["half"]):
        return text, (0, 0)
    hour = int(found["h"]) % 12 if found["half"] else int(found["h"])
    later = 12 if (found["half"] or "").lower().startswith("p") else 0
    return text[: found.start()].rstrip(" ,"), (hour + later, int(found["min"] or 0))


def _at(day: datetime | None, time: tuple[int, int]) -> datetime | None:
    if day is None or time[0] > 23 or time[1] > 59:
        return day
    return day.replace(hour=time[0], minute=time[1])


def parse(text: str) -> datetime | None:
    """The moment in a text, in UTC where it names no zone; None if it is not a date."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    for reader in (_iso, line, _mail):
        moment = reader(text)
        if moment:
            return writable(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    return None


def line(text: str) -> datetime | None:
    """The day on a line that is only a date, as archive pages print it; midnight UTC."""
    if not 6 <= len(text.strip()) <= _LONGEST:
        return None
    folded = unicodedata.normalize("NFC", text.strip().lower())
    for shape in (_DAY_FIRST, _MONTH_FIRST, _EAST_ASIAN, _NUMERIC):
        found = shape.fullmatch(folded)
        if found:
            return _day(found["y"], found["m"], found["d"])
    return None


def _day(year: str, month: str, day: str) -> datetime | None:
    number = int(month) if month.isdecimal() else _month(month)
    try:
        return writable(datetime(int(year), number, int(day), tzinfo=UTC))
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month by its name in any of our languages, or its beginning; or 0."""
    if name in _NUMBERS:
        return _NUMBERS[name]
    found = {number for known, number in _NUMBERS.items() if known.startswith(name)}
    return found.pop() if len(found) == 1 else 0


def _iso(text: str) -> datetime | None:
    # Jekyll writes "2020-01-06 10:00:00 +0000", and people write "-4" for a zone.
    full = re.sub(r"(?<=\d) ([+-])(\d{1,2})$", lambda z: f"{z[1]}{int(z[2]):02}:00", text)
    full = re.sub(r"(?<=[ T])(\d:\d\d)", r"0\1", full)
    joined = re.sub(r"(?<=\d) (?=[+-]\d\d:?\d\d$|Z$)", "", full)
    try:
        return datetime.fromisoformat(joined)
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None
