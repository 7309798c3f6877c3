"""Italian: numbers, ordinals and words for signs.

Numbers and ordinals follow Treccani (Enciclopedia dell’Italiano, "numerali"), dates the
Accademia della Crusca ("L’articolo con le date e le cifre").
"""

import re

from formats.words.it import IT
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
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove"
)
_TENS = listed("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
_ORDINALS = listed("primo secondo terzo quarto quinto sesto settimo ottavo nono decimo")
_SCALES = (10**9, "un miliardo", "miliardi"), (10**6, "un milione", "milioni")


def _below_thousand(number: int) -> str:
    """Without the accent that "tre" has at the end of a longer word."""
    hundreds, rest = divmod(number, 100)
    said = f"{_ONES[hundreds] if hundreds > 1 else ''}cento" if hundreds else ""
    if hundreds and str(rest).startswith("8"):
        said = said[:-1]  # "centotto", "centottanta"
    if rest < 20:
        return said + (_ONES[rest] if rest else "")
    tens, ones = divmod(rest, 10)
    word = _TENS[tens - 2][: -1 if ones in {1, 8} else None]
    return said + word + (_ONES[ones] if ones else "")


def _joined(number: int) -> str:
    """A number below a million as one word."""
    thousands, rest = divmod(number, 1000)
    many = "mille" if thousands == 1 else f"{_below_thousand(thousands)}mila"
    return (many if thousands else "") + _below_thousand(rest)


def _cardinal(number: int, gender: str) -> str:
    if number == 1 and gender:
        return "una" if gender == "f" else "un"
    said: list[str] = []
    rest = number
    for size, one, many in _SCALES:
        count, rest = divmod(rest, size)
        if count:
            said.append(one if count == 1 else f"{_cardinal(count, '')} {many}")
    if rest or not said:
        said.append(_joined(rest) or "zero")
    return re.sub(r"(?<=\w)tre$", "tré", " ".join(said))


def _ordinal(number: int, *, feminine: bool) -> str:
    """1 to 99; "" for others."""
    if not 1 <= number <= 99:
        return ""
    if number <= 10:
        said = _ORDINALS[number - 1]
    else:
        words = _below_thousand(number)
        said = (words if words.endswith(("tre", "sei")) else words[:-1]) + "esimo"
    return f"{said[:-1]}a" if feminine else said


def _marked(match: re.Match[str]) -> str:
    return _ordinal(int(match[1]), feminine=match[2] == "ª") or match[0]


def _century(match: re.Match[str]) -> str:
    return _ordinal(value(match[1]), feminine=False)


_OWN = (
    # The sign of degrees is often written for that of ordinals; which it is, only readers know.
    Rule("ordinal", regex(r"(?<![\w.,/+-])(\d{1,2})\.?([ºª])(?![\w]| ?[CF]\b)"), _marked),
    Rule("century", regex(rf"(?<![\w.])({ROMAN})(?= secolo\b)"), _century),
    Rule("century after", regex(rf"(?<=\b[Ss]ecolo )({ROMAN})(?!\w)"), _century),
)


def _clock(hour: int, minutes: int) -> str:
    said = _cardinal(hour, "f")
    return f"{said} e {_cardinal(minutes, '')}" if minutes else said


def _day(number: int, _: str) -> str:
    return "primo" if number == 1 else _cardinal(number, "")


_CURRENCIES = (
    Currency(("€", "EUR", "euro"), Noun("euro", "euro"), Noun("centesimo", "centesimi")),
    Currency(("£", "GBP"), Noun("sterlina", "sterline", "f"), Noun("penny", "pence")),
    Currency(("US$", "$", "USD"), Noun("dollaro", "dollari"), Noun("centesimo", "centesimi")),
)
_MAGNITUDES = {
    "mln": Noun("milione", "milioni"),
    "mld": Noun("miliardo", "miliardi"),
    "milione": Noun("milione", "milioni"),
    "milioni": Noun("milione", "milioni"),
    "miliardo": Noun("miliardo", "miliardi"),
    "miliardi": Noun("miliardo", "miliardi"),
}
_UNITS = {
    "mln": Noun("milione", "milioni"),
    "mld": Noun("miliardo", "miliardi"),
    "km": Noun("chilometro", "chilometri"),
    "m": Noun("metro", "metri"),
    "cm": Noun("centimetro", "centimetri"),
    "mm": Noun("millimetro", "millimetri"),
    "kg": Noun("chilogrammo", "chilogrammi"),
    "g": Noun("grammo", "grammi"),
    "mg": Noun("milligrammo", "milligrammi"),
    "l": Noun("litro", "litri"),
    "ml": Noun("millilitro", "millilitri"),
    "km²": Noun("chilometro quadrato", "chilometri quadrati"),
    "m²": Noun("metro quadrato", "metri quadrati"),
    "m³": Noun("metro cubo", "metri cubi"),
    "km/h": Noun("chilometro orario", "chilometri orari"),
    "h": Noun("ora", "ore", "f"),
    "min": Noun("minuto", "minuti"),
    "°C": Noun("grado Celsius", "gradi Celsius"),
    "°F": Noun("grado Fahrenheit", "gradi Fahrenheit"),
    "MB": Noun("megabyte", "megabyte"),
    "GB": Noun("gigabyte", "gigabyte"),
}


def conventions(_language: str) -> Conventions:
    """Italian, the same in every region."""
    return Conventions(
        decimal=",",
        thousands=".’' ",
        point="virgola",
        paired=False,
        cardinal=_cardinal,
        bound=lambda n: n == 1,
        singular=exactly_one,
        of=lambda plural: f"di {plural}",
        percent=Noun("per cento", "per cento", ""),
        and_cents=" e ",
        magnitudes=_MAGNITUDES,
        currencies=_CURRENCIES,
        units=_UNITS,
        arithmetic=Arithmetic("meno", "più", "per", "uguale", "a"),
        clock=Clock(_clock, before=r"\b(?:[Aa]lle|[Dd]alle|[Oo]re) (?:ore )?"),
        calendar=Calendar(
            months=IT.months,
            spoken="{day} {month}",
            day=_day,
            year=lambda n: _cardinal(n, ""),
            mark="[°º]?",
        ),
        telephone=r"\b[Tt]el(?:efono|\.)?(?: ?:)?",
        own=_OWN,
    )
