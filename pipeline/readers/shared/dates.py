"""Dates as people write them: ISO 8601, e-mail's, and a day, month and year in words."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import unicodedata2 as unicodedata

from formats.clock import writable

# Month names by language, January first; one table, so that a language is one line.
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "cy": "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
}

_LONGEST = 60  # characters of a date line, with its weekday
_ENGLISH_SHORT = {name[:3]: n for n, name in enumerate(_MONTHS["en"].split(), 1)} | {"sept": 9}
_NUMBERS = _ENGLISH_SHORT | {
    name: number
    for names in _MONTHS.values()
    for number, name in enumerate(unicodedata.normalize("NFC", names).split(), 1)
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


def parse(text: str) -> datetime | None:
    """The moment a text names, with UTC where it names no zone; None if it is no date."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    for reader in (_iso, line, _mail):
        moment = reader(text)
        if moment:
            return writable(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    return None


def line(text: str) -> datetime | None:
    """The day that a whole line names, as archive pages print it; midnight UTC."""
    if not 6 <= len(text.strip()) <= _LONGEST:
        return None
    folded = unicodedata.normalize("NFC", text.strip().lower())
    for shape in (_DAY_FIRST, _MONTH_FIRST, _EAST_ASIAN, _NUMERIC):
        found = shape.fullmatch(folded)
        if found:
            return _day(found["y"], found["m"], found["d"])
    return None


def _day(year: str, month: str, day: str) -> datetime | None:
    number = int(month) if month.isdecimal() else _NUMBERS.get(month, 0)
    try:
        return writable(datetime(int(year), number, int(day), tzinfo=UTC))
    except ValueError:
        return None


def _iso(text: str) -> datetime | None:
    # Jekyll writes "2020-01-06 10:00:00 +0000", and people write "-4" for a zone.
    full = re.sub(r"(?<=\d) ([+-])(\d{1,2})$", lambda z: f"{z[1]}{int(z[2]):02}:00", text)
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
