"""Dutch: numbers, ordinals and words for signs.

Numbers, ordinals and years follow Taaladvies.net and Team Taaladvies of Flanders: one word up to
"duizend", then a space; years of 1100 to 1999 by hundreds.
"""

import re

from formats.words.nl import NL
from pipeline.script.normalise.languages.conventions import (
    Arithmetic,
    Calendar,
    Clock,
    Conventions,
    Currency,
    Noun,
    exactly_one,
    listed,
)
from pipeline.script.normalise.languages.roman import ROMAN, value
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_ONES = listed(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien"
)
_TENS = listed("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_SCALES = (10**9, "miljard"), (10**6, "miljoen")
_LAST_ORDINALS = {"een": "eerste", "drie": "derde", "acht": "achtste"}


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    said = f"{_ONES[hundreds] if hundreds > 1 else ''}honderd" if hundreds else ""
    if rest < 20:
        return said + (_ONES[rest] if rest else "")
    tens, ones = divmod(rest, 10)
    joint = "ën" if ones in {2, 3} else "en"
    return said + (_ONES[ones] + joint if ones else "") + _TENS[tens - 2]


def _cardinal(number: int, _: str = "") -> str:
    if number < 2:
        return ("nul", "één")[number]
    said: list[str] = []
    for size, name in _SCALES:
        count, number = divmod(number, size)
        if count:
            said.append(f"{_below_thousand(count)} {name}")
    thousands, rest = divmod(number, 1000)
    if thousands:
        said.append(f"{_below_thousand(thousands) if thousands > 1 else ''}duizend")
    if rest:
        said.append(_below_thousand(rest))
    return " ".join(said)


def _year(number: int) -> str:
    century, rest = divmod(number, 100)
    if not 11 <= century <= 19:
        return _cardinal(number)
    return f"{_ONES[century]}honderd{_below_thousand(rest)}"


def _ordinal(number: int) -> str:
    """1 to 999."""
    rest = number % 100
    if not 1 <= rest < 20:
        return f"{_below_thousand(number)}ste"
    before = _below_thousand(number - rest)
    return before + _LAST_ORDINALS.get(_ONES[rest], f"{_ONES[rest]}de")


def _marked(match: re.Match[str]) -> str:
    """A wrong ending ("4ste") stays as it is written."""
    number, mark = int(match[1]), match[2]
    said = _ordinal(number) if number else ""
    return said if said and (mark == "e" or said.endswith(mark)) else match[0]


_OWN = (
    Rule("ordinal", regex(r"(?<![\w.,/+-])(\d{1,3})(e|de|ste)(?!\w)"), _marked),
    Rule(
        "century",
        regex(rf"(?<![\w.])({ROMAN})e(?= eeuw)"),
        lambda m: _ordinal(value(m[1])),
    ),
)


def _clock(hour: int, minutes: int) -> str:
    said = f"{_cardinal(hour)} uur"
    return f"{said} {_cardinal(minutes)}" if minutes else said


_CURRENCIES = (
    Currency(("€", "EUR", "euro"), Noun("euro", "euro"), Noun("cent", "cent")),
    Currency(("£", "GBP"), Noun("pond", "pond"), Noun("penny", "pence")),
    Currency(("US$", "$", "USD"), Noun("dollar", "dollar"), Noun("cent", "cent")),
)
_MAGNITUDES = {
    "mln.": Noun("miljoen", "miljoen"),
    "mln": Noun("miljoen", "miljoen"),
    "mld.": Noun("miljard", "miljard"),
    "miljoen": Noun("miljoen", "miljoen"),
    "miljard": Noun("miljard", "miljard"),
}
_UNITS = {
    "mln.": Noun("miljoen", "miljoen"),
    "mln": Noun("miljoen", "miljoen"),
    "mld.": Noun("miljard", "miljard"),
    "km": Noun("kilometer", "kilometer"),
    "m": Noun("meter", "meter"),
    "cm": Noun("centimeter", "centimeter"),
    "mm": Noun("millimeter", "millimeter"),
    "kg": Noun("kilogram", "kilogram"),
    "g": Noun("gram", "gram"),
    "mg": Noun("milligram", "milligram"),
    "l": Noun("liter", "liter"),
    "ml": Noun("milliliter", "milliliter"),
    "ha": Noun("hectare", "hectare"),
    "km²": Noun("vierkante kilometer", "vierkante kilometer"),
    "m²": Noun("vierkante meter", "vierkante meter"),
    "m³": Noun("kubieke meter", "kubieke meter"),
    "km/h": Noun("kilometer per uur", "kilometer per uur"),
    "km/u": Noun("kilometer per uur", "kilometer per uur"),
    "min.": Noun("minuut", "minuten"),
    "°C": Noun("graad Celsius", "graden Celsius"),
    "°F": Noun("graad Fahrenheit", "graden Fahrenheit"),
    "°": Noun("graad", "graden"),
    "MB": Noun("megabyte", "megabyte"),
    "GB": Noun("gigabyte", "gigabyte"),
}


def conventions(_language: str) -> Conventions:
    """Dutch of the Netherlands and of Flanders."""
    return Conventions(
        decimal=",",
        thousands=". ",
        point="komma",
        paired=True,
        cardinal=_cardinal,
        bound=lambda _: False,
        singular=exactly_one,
        of=lambda plural: plural,
        percent=Noun("procent", "procent"),
        and_cents=" en ",
        magnitudes=_MAGNITUDES,
        currencies=_CURRENCIES,
        units=_UNITS,
        arithmetic=Arithmetic("min", "plus", "maal", "is", "tot"),
        clock=Clock(_clock, mark="u", after=r"(?:uur\b|u\.)"),
        calendar=Calendar(
            months=NL.months,
            spoken="{day} {month}",
            day=lambda n, _: _cardinal(n),
            year=_year,
        ),
        telephone=r"\b[Tt]el(?:efoon|efoonnummer|\.)?(?: ?:)?",
        own=_OWN,
    )
