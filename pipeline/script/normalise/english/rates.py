"""Rates, which have a slash before what they are for: "4mg/kg/day", "15p/min", "150 mins/week"."""

import re
from collections.abc import Mapping

from pipeline.script.normalise.english.numbers import NUMBER, number
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

# What an amount can be for. {m} and {l} are spelled by region.
_FOR: Mapping[str, str] = {
    "kg": "kilogram",
    "g": "gram",
    "100g": "hundred grams",
    "100 g": "hundred grams",
    "lb": "pound",
    "oz": "ounce",
    "t": "tonne",
    "tonne": "tonne",
    "km": "kilo{m}",
    "100km": "hundred kilo{m}s",
    "100 km": "hundred kilo{m}s",
    "m": "{m}",
    "mile": "mile",
    "mi": "mile",
    "m²": "square {m}",
    "m2": "square {m}",
    "sqm": "square {m}",
    "sq m": "square {m}",
    "sq ft": "square foot",
    "ft²": "square foot",
    "cm²": "square centi{m}",
    "cm2": "square centi{m}",
    "km²": "square kilo{m}",
    "km2": "square kilo{m}",
    "m³": "cubic {m}",
    "m3": "cubic {m}",
    "cm³": "cubic centi{m}",
    "cm3": "cubic centi{m}",
    "ha": "hectare",
    "acre": "acre",
    "l": "{l}",
    "L": "{l}",
    "dl": "deci{l}",
    "dL": "deci{l}",
    "ml": "milli{l}",
    "mL": "milli{l}",
    "100ml": "hundred milli{l}s",
    "100 ml": "hundred milli{l}s",
    "gal": "gallon",
    "litre": "{l}",
    "liter": "{l}",
    "gallon": "gallon",
    "pint": "pint",
    "kWh": "kilowatt hour",
    "mol": "mole",
    "s": "second",
    "sec": "second",
    "second": "second",
    "h": "hour",
    "hr": "hour",
    "hour": "hour",
    "min": "minute",
    "minute": "minute",
    "d": "day",
    "day": "day",
    "wk": "week",
    "week": "week",
    "fortnight": "fortnight",
    "mth": "month",
    "mo": "month",
    "month": "month",
    "qtr": "quarter",
    "quarter": "quarter",
    "term": "term",
    "yr": "year",
    "year": "year",
    "annum": "annum",
    "night": "night",
    "session": "session",
    "lesson": "lesson",
    "class": "class",
    "visit": "visit",
    "person": "person",
    "head": "head",
    "adult": "adult",
    "child": "child",
    "pupil": "pupil",
    "student": "student",
    "patient": "patient",
    "user": "user",
    "household": "household",
    "couple": "couple",
    "family": "family",
    "team": "team",
    "car": "car",
    "vehicle": "vehicle",
    "room": "room",
    "unit": "unit",
    "item": "item",
    "page": "page",
    "word": "word",
    "call": "call",
    "text": "text",
    "dose": "dose",
    "serving": "serving",
    "portion": "portion",
    "bag": "bag",
    "box": "box",
    "bottle": "bottle",
    "share": "share",
    "barrel": "barrel",
    "doz": "dozen",
    "dozen": "dozen",
    "pack": "pack",
    "packet": "packet",
    "jar": "jar",
    "tin": "tin",
    "pair": "pair",
    "copy": "copy",
    "hectare": "hectare",
    "metre": "{m}",
    "game": "game",
    "match": "match",
    "player": "player",
    "member": "member",
    "guest": "guest",
    "trip": "trip",
    "journey": "journey",
    "table": "table",
    "plate": "plate",
    "pitch": "pitch",
    "slice": "slice",
    "piece": "piece",
    "shift": "shift",
}


def _either(forms: Mapping[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


EACH = rf"(?:/ ?(?:{_either(_FOR)}|\d{{1,4}} ?(?:ml|g|kg|l|km|h))(?![\w²³]))"
"""One "/day" or "/5ml"; several may follow each other."""
_CUT = ("litre", "liter", "metre", "min", "hr", "sec", "wk", "mth", "yr", "kg", "km", "ha")
_WORDS = _either({form: said for form, said in _FOR.items() if form in {said, *_CUT}})
_UNITS = "mg|µg|mcg|kg|g|ml|mmol|km|kWh|kW|W|kcal|l"
_SPOKEN = {
    "mg": "milligrams",
    "µg": "micrograms",
    "mcg": "micrograms",
    "kg": "kilograms",
    "g": "grams",
    "ml": "milli{l}s",
    "mmol": "millimoles",
    "km": "kilo{m}s",
    "kWh": "kilowatt hours",
    "kW": "kilowatts",
    "W": "watts",
    "kcal": "kilocalories",
    "l": "{l}s",
    "m": "{m}s",
    "p": "pence",
    "pence": "pence",
}


def per_each(written: str | None, english: English) -> str:
    """What is said for a row of slashes: "/kg/day" is " per kilogram per day"."""
    parts = [part.strip() for part in (written or "").split("/")[1:]]
    said = "".join(f" per {_each(part, english)}" for part in parts)
    return said.format(m=english.metre, l=english.litre)


def _each(part: str, english: English) -> str:
    amount = re.fullmatch(r"(\d+) ?([a-z]+)", part)
    if part in _FOR or not amount:
        return _FOR[part]
    return f"{number(amount[1], english)} {_FOR[amount[2]]}{'' if amount[1] == '1' else 's'}"


def rules(english: English) -> tuple[Rule, ...]:
    """Of counted words and of units alone; sums and measures say their own."""

    def unit(m: re.Match[str]) -> str:
        first = _SPOKEN[m[1]].format(m=english.metre, l=english.litre)
        return f"{first}{per_each(m[2], english)}"

    return (
        # "24 hours/day", but not "day/night".
        figured(
            "counted rate",
            regex(
                rf"(?<![\w.,/])({NUMBER}(?:[-–]{NUMBER})? (?:[a-z]+ )?[a-z]{{3,}}s)"
                rf"((?:/ ?(?:{_WORDS}))+)(?![\w/])"
            ),
            lambda m: f"{m[1]}{per_each(m[2], english)}",
        ),
        figured(
            "number a day",
            regex(
                rf"(?<![\w.,/-])({NUMBER}(?:[-–]{NUMBER})?)"
                r"((?:/ ?(?:day|week|month|year|hour|minute|night|person|head))+)(?![\w/-])"
            ),
            lambda m: f"{m[1]}{per_each(m[2], english)}",
        ),
        Rule(
            "speed",
            regex(r"(?<![\w/.-])(?<!\d )(m|km)(/s|/h)(?![\w/²])"),
            unit,
        ),
        Rule(
            "unit rate",
            regex(
                rf"(?<![\w/.-])(?<!\d )((?:{_UNITS}|p|pence)(?=/))"
                r"((?:/ ?(?:kg|g|km|kWh|m2|m²|m3|m³|dl|dL|l|L|min|100g|100ml|day|week|"
                r"mile))+)(?![\w/])"
            ),
            unit,
        ),
    )
