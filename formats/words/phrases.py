"""Names, days, lengths and sizes, as a language writes them."""

from collections.abc import Sequence
from datetime import date

from formats.words.words import Words


def names(people: Sequence[str], ours: Words) -> str:
    """A list of names: "A", "A and B", "A, B and C"."""
    *first, last = people
    return f"{ours.comma.join(first)}{ours.pair}{last}" if first else last


def day(moment: date, ours: Words) -> str:
    """A date with its month in words, independent of the machine's locale."""
    month = ours.months[moment.month - 1]
    return ours.date.format(day=moment.day, month=month, year=moment.year)


def length(milliseconds: int, ours: Words) -> str:
    """A duration: "45 seconds", "1 minute", "12 minutes"."""
    if milliseconds < 60_000:
        seconds = max(1, round(milliseconds / 1000))
        return ours.page.second if seconds == 1 else ours.page.seconds.format(seconds)
    minutes = round(milliseconds / 60_000)
    return ours.page.minute if minutes == 1 else ours.page.minutes.format(minutes)


def size(octets: int, ours: Words) -> str:
    """A file's size in decimal units, as file managers show it; without a line break inside."""
    if octets < 1000:
        return ours.page.octets.format(octets)
    if octets < 999_500:
        return ours.page.kilobytes.format(round(octets / 1000))
    return ours.page.megabytes.format(decimal(f"{octets / 1_000_000:.1f}", ours))


def decimal(number: str, ours: Words) -> str:
    """A number such as "1.25" with the language's decimal mark."""
    return number.replace(".", ours.page.decimal)
