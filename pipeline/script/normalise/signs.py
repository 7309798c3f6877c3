"""Signs that stand for an English word."""

import re

from pipeline.script.normalise.rule import Rule

_FRACTIONS = {
    "1/2": "one half",
    "1/3": "one third",
    "2/3": "two thirds",
    "1/4": "one quarter",
    "3/4": "three quarters",
}
# Before the sign of the plural.
_UNITS = {
    "km": "kilometre{s}",
    "cm": "centimetre{s}",
    "mm": "millimetre{s}",
    "kg": "kilogram{s}",
    "mg": "milligram{s}",
    "ml": "millilitre{s}",
    "mph": "mile{s} an hour",
    "km/h": "kilometre{s} an hour",
    "kB": "kilobyte{s}",
    "MB": "megabyte{s}",
    "GB": "gigabyte{s}",
    "TB": "terabyte{s}",
    "m²": "square metre{s}",
    "km²": "square kilometre{s}",
    "°C": "degree{s} Celsius",
    "°F": "degree{s} Fahrenheit",
    "°": "degree{s}",
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_NUMBER = r"((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"


def _measure(match: re.Match[str]) -> str:
    return f"{match[1]} {_UNITS[match[2]].format(s='' if match[1] == '1' else 's')}"


def _letters_and(match: re.Match[str]) -> str:
    """Spelled as they are said: "A T and T"."""
    return f"{' '.join(match[1])} and {' '.join(match[2])}"


RULES = (
    Rule("c sharp", re.compile(r"\b([CF])#(?!\w)"), lambda m: f"{m[1]} sharp"),
    Rule("number sign", re.compile(r"(?<!\w)#(?=\d)"), lambda _: "number "),
    Rule("letters and", re.compile(r"\b([A-Z]{1,3})&([A-Z]{1,3})\b"), _letters_and),
    Rule("and", re.compile(r"\s?&\s?"), lambda _: " and "),
    Rule("and or", re.compile(r"\band/or\b"), lambda _: "and or"),
    Rule(
        "fraction",
        re.compile(r"(?<![\w/.,])(?:1/[234]|2/3|3/4)(?![\w/]|[.,]\d)"),
        lambda m: _FRACTIONS[m[0]],
    ),
    Rule("split", re.compile(r"(?<![\w/.])(\d{2})/(\d{2})(?![\w/])"), lambda m: f"{m[1]} {m[2]}"),
    Rule("about", re.compile(r"(?<!\w)[~≈] ?(?=[£$€]?\d)"), lambda _: "about "),
    Rule("range", re.compile(r"(?<=\d)\s?–\s?(?=[£$€]?\d)"), lambda _: " to "),
    Rule("arrow", re.compile(r"\s*[→⇒➔➜]\s*(?=\w)"), lambda _: " to "),
    Rule("unit", re.compile(rf"(?<![\w.,]){_NUMBER}\s?({_UNIT})(?!\w)"), _measure),
)
