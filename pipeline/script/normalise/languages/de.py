"""German: numbers, ordinals and words for signs.

Numbers follow CLDR and the Duden; the ending of an ordinal follows the word before it.
"""

import re

from formats.words.de import DE
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
from pipeline.script.normalise.languages.dates import word_before
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_ONES = listed(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
)
_TENS = listed("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_ONE = {"": "eins", "m": "ein", "n": "ein", "f": "eine"}
_SCALES = (
    (10**9, Noun("Milliarde", "Milliarden", "f")),
    (10**6, Noun("Million", "Millionen", "f")),
)
_IRREGULAR = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}


def _below_thousand(number: int) -> str:
    """In the form that other parts of a word follow: "ein", "einhundertein"."""
    hundreds, rest = divmod(number, 100)
    said = f"{_ONES[hundreds]}hundert" if hundreds else ""
    if not rest:
        return said
    if rest < 20:
        return said + _ONES[rest]
    tens, ones = divmod(rest, 10)
    return said + (f"{_ONES[ones]}und" if ones else "") + _TENS[tens - 2]


def _cardinal(number: int, gender: str) -> str:
    if number == 0:
        return "null"
    said: list[str] = []
    for size, noun in _SCALES:
        count, number = divmod(number, size)
        if count:
            said.append(f"{_cardinal(count, 'f')} {noun.one if count == 1 else noun.many}")
    thousands, rest = divmod(number, 1000)
    word = f"{_below_thousand(thousands)}tausend" if thousands else ""
    word += _below_thousand(rest)
    if rest == 1 and not thousands and not said:
        word = _ONE[gender]
    elif rest % 100 == 1:
        word += "s"
    return " ".join([*said, word] if word else said)


def _year(number: int) -> str:
    """1100 to 1999 by hundreds; "neunzehnhundert"."""
    century, rest = divmod(number, 100)
    if not 11 <= century <= 19:
        return _cardinal(number, "")
    return f"{_ONES[century]}hundert{_cardinal(rest, '') if rest else ''}"


def _stem(number: int) -> str:
    """An ordinal up to 99 without its ending: "dritt", "zwanzigst"."""
    if number in _IRREGULAR:
        return _IRREGULAR[number]
    return _cardinal(number, "") + ("t" if number < 20 else "st")


_WITH_E = {"der", "die", "das"}
_WITH_EN = {"am", "vom", "zum", "beim", "im", "den", "dem", "des", "bis", "ab", "seit", "diesem"}
_WEEKDAYS = {
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
}


def _ordinal(number: int, before: str) -> str:
    """With the ending that the word before asks for; "" if that word doesn't say."""
    if before in _WITH_E:
        return f"{_stem(number)}e"
    if before in _WITH_EN:
        return f"{_stem(number)}en"
    return f"{_stem(number)}er" if not before or before in _WEEKDAYS else ""


def _dated(match: re.Match[str]) -> str:
    before = word_before(match)
    said = _ordinal(int(match[1]), before) if before and int(match[1]) else ""
    return said + re.sub(" ?[–-] ?", " bis ", match[2]) if said else match[0]


def _before_noun(match: re.Match[str]) -> str:
    """After "der", only the noun knows: "der zweite Tag", "in der zweiten Woche"."""
    return _dated(match) if word_before(match) in _SURE else match[0]


# None of these ends a sentence with the number after it.
_SURE = {"am", "im", "vom", "zum", "beim", "dem", "den", "des", "das", "die"}
_FIGURES = r"(?<![\w.,/-])(\d{1,2})\."
_OWN = (
    # "vom 3. bis 5. Oktober", "im 19. Jahrhundert".
    Rule(
        "ordinal of a date",
        regex(
            rf"{_FIGURES}( (?:Jahrhunderts?|Jh\.|Jahrtausends?)(?!\w)|"
            rf" ?(?:bis|[-–]) ?(?=\d{{1,2}}\. ?(?:{'|'.join(DE.months)})))"
        ),
        _dated,
    ),
    # "im 2. Stock".
    Rule(
        "ordinal before a noun",
        regex(rf"{_FIGURES}( )(?!(?:{'|'.join(DE.months)})\b)(?=[A-ZÄÖÜ]\w)"),
        _before_noun,
    ),
)


def _clock(hour: int, minutes: int) -> str:
    said = f"{_cardinal(hour, 'n')} Uhr"
    return f"{said} {_cardinal(minutes, '')}" if minutes else said


_CURRENCIES = (
    Currency(("€", "EUR", "Euro"), Noun("Euro", "Euro"), Noun("Cent", "Cent")),
    Currency(("£", "GBP"), Noun("Pfund", "Pfund", "n"), Noun("Penny", "Pence")),
    Currency(("US$", "$", "USD"), Noun("Dollar", "Dollar"), Noun("Cent", "Cent")),
    Currency(("CHF",), Noun("Franken", "Franken"), Noun("Rappen", "Rappen")),
)
_MAGNITUDES = {
    "Mio.": Noun("Million", "Millionen", "f"),
    "Mrd.": Noun("Milliarde", "Milliarden", "f"),
    "Million": Noun("Million", "Millionen", "f"),
    "Millionen": Noun("Million", "Millionen", "f"),
    "Milliarde": Noun("Milliarde", "Milliarden", "f"),
    "Milliarden": Noun("Milliarde", "Milliarden", "f"),
}
_UNITS = {
    "Mio.": Noun("Million", "Millionen", "f"),
    "Mrd.": Noun("Milliarde", "Milliarden", "f"),
    "km": Noun("Kilometer", "Kilometer"),
    "m": Noun("Meter", "Meter"),
    "cm": Noun("Zentimeter", "Zentimeter"),
    "mm": Noun("Millimeter", "Millimeter"),
    "kg": Noun("Kilogramm", "Kilogramm", "n"),
    "g": Noun("Gramm", "Gramm", "n"),
    "mg": Noun("Milligramm", "Milligramm", "n"),
    "l": Noun("Liter", "Liter"),
    "ml": Noun("Milliliter", "Milliliter"),
    "ha": Noun("Hektar", "Hektar", "n"),
    "km²": Noun("Quadratkilometer", "Quadratkilometer"),
    "m²": Noun("Quadratmeter", "Quadratmeter"),
    "m³": Noun("Kubikmeter", "Kubikmeter"),
    "km/h": Noun("Kilometer pro Stunde", "Kilometer pro Stunde"),
    "h": Noun("Stunde", "Stunden", "f"),
    "Min.": Noun("Minute", "Minuten", "f"),
    "min": Noun("Minute", "Minuten", "f"),
    "Std.": Noun("Stunde", "Stunden", "f"),
    "°C": Noun("Grad Celsius", "Grad Celsius"),
    "°F": Noun("Grad Fahrenheit", "Grad Fahrenheit"),
    "°": Noun("Grad", "Grad"),
    "kB": Noun("Kilobyte", "Kilobyte", "n"),
    "MB": Noun("Megabyte", "Megabyte", "n"),
    "GB": Noun("Gigabyte", "Gigabyte", "n"),
}


def conventions(_language: str) -> Conventions:
    """German, the same in every region but for the sign between thousands."""
    return Conventions(
        decimal=",",
        thousands=".’' ",
        point="Komma",
        paired=False,
        cardinal=_cardinal,
        bound=lambda n: n == 1,
        singular=exactly_one,
        of=lambda plural: plural,
        percent=Noun("Prozent", "Prozent", "n"),
        and_cents=" und ",
        magnitudes=_MAGNITUDES,
        currencies=_CURRENCIES,
        units=_UNITS,
        arithmetic=Arithmetic("minus", "plus", "mal", "ist gleich", "bis"),
        clock=Clock(_clock, after="Uhr"),
        calendar=Calendar(
            months=(*DE.months, "Jänner"),
            spoken="{day} {month}",
            day=_ordinal,
            year=_year,
            mark=r"\.",
            joint=" ?",
        ),
        telephone=r"\b(?:Tel(?:efon|\.)?|Telefonnummer|Fax)(?: ?:)?",
        ordinal_stop=True,
        own=_OWN,
    )
