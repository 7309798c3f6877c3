"""Dates in feeds: besides those that people write, the broken forms of feed software."""

import re
from datetime import UTC, datetime

from formats.clock import writable
from pipeline import dates

_PARTIAL = re.compile(r"(\d{4})(?:-?(\d\d))?(?:-?(\d\d))?")


def parse(text: str) -> datetime | None:
    """The moment in a text; a year or month alone is its first day. None if it is not a date."""
    found = dates.parse(text)
    if found:
        return found
    partial = _PARTIAL.fullmatch(text.strip())
    if not partial:
        return None
    try:
        year, month, day = (int(part or 1) for part in partial.groups())
        return writable(datetime(year, month, day, tzinfo=UTC))
    except ValueError:
        return None
