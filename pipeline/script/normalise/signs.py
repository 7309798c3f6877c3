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
_UNITS = {
    "km": "kilometres",
    "cm": "centimetres",
    "mm": "millimetres",
    "kg": "kilograms",
    "mg": "milligrams",
    "ml": "millilitres",
    "mph": "miles an hour",
    "km/h": "kilometres an hour",
    "kB": "kilobytes",
    "MB": "megabytes",
    "GB": "gigabytes",
    "TB": "terabytes",
    "m²": "square metres",
    "km²": "square kilometres",
    "°C": "degrees Celsius",
    "°F": "degrees Fahrenheit",
    "°": "degrees",
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))


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
    Rule(
        "unit",
        re.compile(rf"(?<![\w.,])((?:\d{1, 3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s?({_UNIT})(?!\w)"),
        lambda m: f"{m[1]} {_UNITS[m[2]].removesuffix('s') if m[1] == '1' else _UNITS[m[2]]}",
    ),
)
