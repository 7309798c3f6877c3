"""Samples → milliseconds → times as each format writes them; and which dates can be written."""

from datetime import UTC, datetime, timedelta

_FIRST = datetime.min.replace(tzinfo=UTC) + timedelta(days=2)
_LAST = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)


def writable(moment: datetime) -> datetime | None:
    """The moment, or None for the first and last days of the calendar (years 1 and 9999).

    Those can't be moved to another time zone, nor by the seconds that the feed adds.
    """
    return moment if _FIRST < moment < _LAST else None


def milliseconds(samples: int, rate: int) -> int:
    """Samples at `rate` a second as whole milliseconds, rounded to the nearest."""
    return (samples * 1000 + rate // 2) // rate


def _parts(ms: int) -> tuple[int, int, int, int]:
    seconds, thousandths = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, seconds, thousandths


def smil(ms: int) -> str:
    """A SMIL full clock value, `h:mm:ss.mmm` (EPUB 3.3, 9.3.3)."""
    hours, minutes, seconds, thousandths = _parts(ms)
    return f"{hours}:{minutes:02}:{seconds:02}.{thousandths:03}"


def vtt(ms: int) -> str:
    """A WebVTT timestamp, `hh:mm:ss.mmm`."""
    hours, minutes, seconds, thousandths = _parts(ms)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"


def srt(ms: int) -> str:
    """A SubRip timestamp, `hh:mm:ss,mmm`."""
    return vtt(ms).replace(".", ",")


def iso_duration(ms: int) -> str:
    """A duration of ISO 8601 in whole seconds, at least one, as in "PT1H2M3S"."""
    hours, minutes, seconds, _ = _parts(max(1000, ms + 500))
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    return "PT" + "".join(f"{number}{unit}" for number, unit in parts if number)


def short(ms: int) -> str:
    """A time as players show it, `m:ss` or `h:mm:ss`."""
    hours, minutes, seconds, _ = _parts(ms)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
