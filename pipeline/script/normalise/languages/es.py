"""Spanish: numbers, ordinals and words for signs.

Numbers follow CLDR, ordinals the Diccionario panhispánico de dudas, times the Ortografía of the
Real Academia Española (VIII 5.1).
"""

import re

from formats.words.es import ES
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
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_TENS = listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = listed(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)
_FIRST_ORDINALS = listed(
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo "
    "decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno"
)
_TENTHS = listed(
    "vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo"
)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if number == 100:
        return "cien"
    said = [_HUNDREDS[hundreds - 1]] if hundreds else []
    if rest >= 30:
        tens, ones = divmod(rest, 10)
        said.append(_TENS[tens - 3] + (f" y {_ONES[ones]}" if ones else ""))
    elif rest:
        said.append(_ONES[rest])
    return " ".join(said)


def _agreeing(words: str, gender: str) -> str:
    """Before a noun: "veintiún euros", "doscientas una libras"."""
    if gender == "f":
        return re.sub(r"uno$", "una", _feminine(words))
    if gender:
        return re.sub(r"\buno$", "un", re.sub(r"veintiuno$", "veintiún", words))
    return words


def _feminine(words: str) -> str:
    return re.sub(r"ientos\b", "ientas", words)


def _thousands(count: int, gender: str) -> str:
    """As in "veintiún mil" in every gender, but "doscientas mil libras"."""
    if count == 1:
        return "mil"
    words = _agreeing(_below_thousand(count), "m")
    return (_feminine(words) if gender == "f" else words) + " mil"


def _cardinal(number: int, gender: str) -> str:
    millions, below = divmod(number, 10**6)
    thousands, rest = divmod(below, 1000)
    said = []
    if millions:
        count = _cardinal(millions, "m")
        said.append(f"{count} {'millón' if millions == 1 else 'millones'}")
    if thousands:
        said.append(_thousands(thousands, gender))
    if rest or not said:
        said.append(_agreeing(_below_thousand(rest) or "cero", gender))
    return " ".join(said)


def _bound(number: int) -> bool:
    return len({_cardinal(number, gender) for gender in ("", "m", "f")}) > 1


def _ordinal(number: int, *, feminine: bool) -> str:
    """1 to 99; "" for others."""
    if not 1 <= number <= 99:
        return ""
    if number < 20:
        said = _FIRST_ORDINALS[number - 1]
    else:
        tens, ones = divmod(number, 10)
        said = _TENTHS[tens - 2] + (f" {_FIRST_ORDINALS[ones - 1]}" if ones else "")
    return re.sub(r"o\b", "a", said) if feminine else said


def _marked(match: re.Match[str]) -> str:
    """Short forms of "tercer" ("3.er") and "primera" ("1.ª")."""
    number, mark = int(match[1]), match[2]
    said = _ordinal(number, feminine=mark in {"ª", "a"})
    if mark != "er":
        return said or match[0]
    return said.removesuffix("o") if said.endswith(("primero", "tercero")) else match[0]


_OWN = (
    Rule(
        "ordinal",
        regex(r"(?<![\w.,/+-])(\d{1,2})\.?((?<=\.)(?:er|a)|[ºª])(?![\w]| ?[CF]\b)"),
        _marked,
    ),
    Rule(
        "century",
        regex(rf"(?<=\b[Ss]iglo )({ROMAN})(?!\w)"),
        lambda m: _cardinal(value(m[1]), ""),
    ),
)


def _clock(hour: int, minutes: int) -> str:
    """As in "catorce treinta", "veinte cero cuatro", "catorce horas"; "a la una"."""
    said = _cardinal(hour, "f")
    if minutes:
        return f"{said} {'cero ' if minutes < 10 else ''}{_cardinal(minutes, '')}"
    return said if hour == 1 else f"{said} horas"


def _of(plural: str) -> str:
    return f"de {plural}"


_CURRENCIES = (
    Currency(("€", "EUR", "euros", "euro"), Noun("euro", "euros"), Noun("céntimo", "céntimos")),
    Currency(("£", "GBP"), Noun("libra", "libras", "f"), Noun("penique", "peniques")),
    # The sign alone is that of pesos as well.
    Currency(("US$", "USD"), Noun("dólar", "dólares"), Noun("centavo", "centavos")),
)
_MAGNITUDES = {
    "M": Noun("millón", "millones"),
    "millón": Noun("millón", "millones"),
    "millones": Noun("millón", "millones"),
}
_UNITS = {
    "km": Noun("kilómetro", "kilómetros"),
    "m": Noun("metro", "metros"),
    "cm": Noun("centímetro", "centímetros"),
    "mm": Noun("milímetro", "milímetros"),
    "kg": Noun("kilogramo", "kilogramos"),
    "g": Noun("gramo", "gramos"),
    "mg": Noun("miligramo", "miligramos"),
    "l": Noun("litro", "litros"),
    "L": Noun("litro", "litros"),
    "ml": Noun("mililitro", "mililitros"),
    "ha": Noun("hectárea", "hectáreas", "f"),
    "km²": Noun("kilómetro cuadrado", "kilómetros cuadrados"),
    "m²": Noun("metro cuadrado", "metros cuadrados"),
    "m³": Noun("metro cúbico", "metros cúbicos"),
    "km/h": Noun("kilómetro por hora", "kilómetros por hora"),
    "h": Noun("hora", "horas", "f"),
    "min": Noun("minuto", "minutos"),
    "°C": Noun("grado Celsius", "grados Celsius"),
    "ºC": Noun("grado Celsius", "grados Celsius"),
    "°F": Noun("grado Fahrenheit", "grados Fahrenheit"),
    "MB": Noun("megabyte", "megabytes"),
    "GB": Noun("gigabyte", "gigabytes"),
}


def conventions(_language: str) -> Conventions:
    """Spanish, the same in every region."""
    return Conventions(
        decimal=",",
        thousands=". ",
        point="coma",
        paired=False,
        cardinal=_cardinal,
        bound=_bound,
        singular=exactly_one,
        of=_of,
        percent=Noun("por ciento", "por ciento", ""),
        and_cents=" con ",
        magnitudes=_MAGNITUDES,
        currencies=_CURRENCIES,
        units=_UNITS,
        arithmetic=Arithmetic("menos", "más", "por", "igual a", "a"),
        clock=Clock(_clock, after=r"(?:h|horas)\b", before=r"\b[Aa] las? ", hour_alone=False),
        calendar=Calendar(
            months=(*ES.months, "setiembre"),
            spoken="{day} de {month}",
            before_year=" de ",
            day=lambda n, _: _cardinal(n, ""),
            year=lambda n: _cardinal(n, ""),
            joint=" de ",
        ),
        telephone=r"\b[Tt]el(?:éfono|éf\.|f\.|\.)?(?: ?:)?",
        own=_OWN,
    )
