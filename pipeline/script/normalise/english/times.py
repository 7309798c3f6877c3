"""Times of day and lengths in hours, minutes and seconds."""

import re
from collections.abc import Callable

from pipeline.script.normalise.english.context import ends_sentence
from pipeline.script.normalise.english.numbers import below_hundred, two_figures
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_HOUR = r"(0?\d|1\d|2[0-3])"
_HALF = r"([ap])(?:\.m\.?|m\.?(?![\w]))"
_ZONES = "GMT|BST|UTC|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|PT|CT"
_POINTED = "|".join(r"\.".join(zone) for zone in _ZONES.split("|"))
_ZONE = rf"(?: ?\b({_ZONES}|{_POINTED})\b\.?)?"
_DASH = r"\s?[-–—]\s?"
_EVENT = (
    "start|finish|kick-off|train|bus|flight|ferry|show|service|departure|performance|screening|"
    "deadline|appointment|meeting|slot|session|news|bulletin"
)
# British prose writes times with a full stop; without "pm", only the context shows it.
_STOPPED = (
    r"(?<=\b[Aa]t )(0?\d|1\d|2[0-3])\.([0-5]\d)(?=[,;]|\.?$|\.? (?:on|in|for|to|this|that|and|"
    r"tomorrow|today|tonight|sharp|until|till|when|we|I|he|she|they)\b)"
)


def _clock(hour: str, minutes: str | None) -> str:
    said = below_hundred(int(hour))
    return f"{said} {two_figures(int(minutes))}" if minutes and int(minutes) else said


def _half(match: re.Match[str]) -> str:
    """With "am" or "pm"; a full stop that also ended the sentence still ends it."""
    zone = f" {match[4].replace('.', '').upper()}" if match[4] else ""
    stop = "." if match[0].endswith(".") and ends_sentence(match) else ""
    return f"{_clock(match[1], match[2])} {match[3].upper()}M{zone}{stop}"


def _whole_day(english: English) -> Callable[[re.Match[str]], str]:
    """With the 24-hour clock."""

    def say(match: re.Match[str]) -> str:
        hour, minutes = int(match[1]), int(match[2])
        zone = f" {match[3].upper()}" if match[3] else ""
        if minutes:
            return _clock(match[1], match[2]) + zone
        if not hour:
            return f"midnight{zone}"
        hours = "hundred" if hour > 12 and english.british else "o'clock"
        return f"{below_hundred(hour)} {hours}{zone}"

    return say


def _military(match: re.Match[str]) -> str:
    hour = f"{'oh ' if match[1] < '10' else ''}{below_hundred(int(match[1]))}"
    return f"{hour} {two_figures(int(match[2])) if int(match[2]) else 'hundred'} hours"


def _counted(number: str, unit: str) -> str:
    return f"{below_hundred(int(number))} {unit}{'' if int(number) == 1 else 's'}"


def _length(match: re.Match[str]) -> str:
    units = zip(match.groups(), ("hour", "minute", "second"), strict=True)
    said = [_counted(number, unit) for number, unit in units if int(number)]
    if not said:
        return "zero seconds"
    return " and ".join([" ".join(said[:-1]), said[-1]] if said[1:] else said)


def rules(english: English) -> tuple[Rule, ...]:
    """Before dates and ranges: a dash between two times is not that of a score."""
    return (
        figured(
            "length",
            regex(r"(?<![\w.:,])(\d{1,2}):([0-5]\d):([0-5]\d)(?![:.]?\w)"),
            _length,
        ),
        figured(
            "times",
            regex(
                rf"(?<![\w:.,-]){_HOUR}(?:[:.]([0-5]\d))?{_DASH}"
                rf"(?={_HOUR}(?:[:.][0-5]\d)? ?{_HALF})",
                re.IGNORECASE,
            ),
            lambda m: f"{_clock(m[1], m[2])} to ",
        ),
        figured(
            "to time",
            regex(
                rf"(?:(?<=\d[ap]m)|(?<= [ap]m)|(?<=[ap]\.m\.)|(?<=:\d\d)){_DASH}"
                rf"(?={_HOUR}(?:[:.][0-5]\d|\s?[ap]\.?m))",
                re.IGNORECASE,
            ),
            lambda _: " to ",
        ),
        figured(
            "half day",
            regex(rf"(?<![\w:]){_HOUR}(?:[:.]([0-5]\d))?[ -]?{_HALF}{_ZONE}", re.IGNORECASE),
            _half,
        ),
        figured(
            "whole day",
            regex(rf"(?<![\w:.,/]){_HOUR}:([0-5]\d)(?!:?\d)(?: ?({_ZONES})\b|(?!\w))(?:hrs|h\b)?"),
            _whole_day(english),
        ),
        figured(
            "hours",
            regex(r"(?<![\w.:,/])([01]\d|2[0-3])([0-5]\d) ?(?:hrs|hours)(?!\w)"),
            _military,
        ),
        figured(
            "time of an event",
            regex(rf"(?<![\w.:,£$€]){_HOUR}\.([0-5]\d)(?= (?:{_EVENT})\b)"),
            lambda m: _clock(m[1], m[2]),
        ),
        figured("offset", regex(r"(?<=\b(?:GMT|UTC))[-−](?=\d)"), lambda _: " minus "),
        figured("stopped time", regex(_STOPPED), lambda m: _clock(m[1], m[2])),
    )
