"""French: numbers, ordinals and words for signs.

Numbers follow CLDR, also in Belgium and Switzerland; dates, times and sums the Office québécois
de la langue française.
"""

import re

from formats.words.fr import FR
from pipeline.script.normalise.languages.conventions import (
    Arithmetic,
    Calendar,
    Clock,
    Conventions,
    Currency,
    Noun,
    listed,
)
from pipeline.script.normalise.languages.roman import ROMAN, value
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_ONES = listed(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"]
_SCALES = (10**9, "milliard"), (10**6, "million")


def _below_hundred(number: int, region: str) -> str:
    tens, ones = divmod(number, 10)
    if number < 20:
        return _ONES[number]
    if region in {"be", "ch"} and (tens in {7, 9} or (tens == 8 and region == "ch")):
        base = {7: "septante", 8: "huitante", 9: "nonante"}[tens]
    elif tens < 7:
        base = _TENS[tens]
    elif tens == 7:
        return "soixante et onze" if ones == 1 else f"soixante-{_ONES[10 + ones]}"
    else:
        rest = number - 80
        return f"quatre-vingt-{_ONES[rest]}" if rest else "quatre-vingts"
    return base if not ones else f"{base} et un" if ones == 1 else f"{base}-{_ONES[ones]}"


def _below_thousand(number: int, region: str) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, region)
    many = f"{_ONES[hundreds]} cent" if hundreds > 1 else "cent"
    return f"{many} {_below_hundred(rest, region)}" if rest else many + "s" * (hundreds > 1)


def _cardinal(number: int, gender: str, region: str) -> str:
    said: list[str] = []
    for size, name in _SCALES:
        count, number = divmod(number, size)
        if count:
            said.append(f"{_below_thousand(count, region)} {name}{'s' if count > 1 else ''}")
    thousands, rest = divmod(number, 1000)
    if thousands:
        # "quatre-vingt mille", "deux cent mille": no s before "mille".
        many = re.sub(r"(cent|vingt)s$", r"\1", _below_thousand(thousands, region))
        said.append(f"{many} mille" if thousands > 1 else "mille")
    if rest or not said:
        said.append(_below_thousand(rest, region))
    words = " ".join(said)
    return re.sub(r"\bun$", "une", words) if gender == "f" else words


def _ordinal(number: int, region: str) -> str:
    """From "deuxième" on; "premier" depends on the gender."""
    words = re.sub(r"(cent|vingt|million|milliard)s$", r"\1", _cardinal(number, "", region))
    if words.endswith("cinq"):
        return f"{words}uième"
    if words.endswith("neuf"):
        return f"{words[:-1]}vième"
    return f"{words.removesuffix('e')}ième"


def _own(region: str) -> tuple[Rule, ...]:
    def ordinal(match: re.Match[str]) -> str:
        number = int(match[1].replace(" ", ""))
        return _ordinal(number, region) + match["s"] if number > 1 else match[0]

    def roman(match: re.Match[str]) -> str:
        """One letter alone may be another word ("Le", "Xe"), unless its noun follows."""
        sure = len(match[1]) > 1 or _DATED.match(match.string, match.end())
        return _ordinal(value(match[1]), region) if sure and match[1] != "I" else match[0]

    first = {"er": "premier", "re": "première", "ère": "première"}
    edge = r"(?<![\w.,/+-])"
    return (
        Rule(
            "first",
            regex(rf"{edge}[1I](er|re|ère)(s?)(?!\w)"),
            lambda m: first[m[1]] + m[2],
        ),
        Rule(
            "second",
            regex(rf"{edge}2(?:n(?=d)|(?=de))(de?s?)(?!\w)"),
            lambda m: f"secon{m[1]}",
        ),
        Rule(
            "ordinal",
            regex(rf"{edge}(\d{{1,4}}|\d{{1,3}} \d{{3}})(?:e|ème|ième)(?P<s>s?)(?!\w)"),
            ordinal,
        ),
        Rule("Roman ordinal", regex(rf"{edge}({ROMAN})e(?!\w)"), roman),
    )


def _clock(hour: int, minutes: int) -> str:
    said = f"{_cardinal(hour, 'f', '')} heure{'s' if hour > 1 else ''}"
    return f"{said} {_cardinal(minutes, 'f', '')}" if minutes else said


def _day(number: int, region: str) -> str:
    return "premier" if number == 1 else _cardinal(number, "", region)


def _of(plural: str) -> str:
    return f"d’{plural}" if plural[0] in "aeéiouh" else f"de {plural}"


_DATED = regex(r" (?:siècle|s\.|millénaire|République|arrondissement|dynastie|Reich)")
_CURRENCIES = (
    Currency(("€", "EUR", "euros", "euro"), Noun("euro", "euros"), Noun("centime", "centimes")),
    Currency(("£", "GBP"), Noun("livre", "livres", "f"), Noun("penny", "pence")),
    Currency(("$ US", "US$", "$", "USD"), Noun("dollar", "dollars"), Noun("cent", "cents")),
)
_MAGNITUDES = {
    "k": Noun("mille", "mille"),
    "M": Noun("million", "millions"),
    "Md": Noun("milliard", "milliards"),
    "million": Noun("million", "millions"),
    "millions": Noun("million", "millions"),
    "milliard": Noun("milliard", "milliards"),
    "milliards": Noun("milliard", "milliards"),
}
_UNITS = {
    "km": Noun("kilomètre", "kilomètres"),
    "m": Noun("mètre", "mètres"),
    "cm": Noun("centimètre", "centimètres"),
    "mm": Noun("millimètre", "millimètres"),
    "kg": Noun("kilogramme", "kilogrammes"),
    "g": Noun("gramme", "grammes"),
    "mg": Noun("milligramme", "milligrammes"),
    "l": Noun("litre", "litres"),
    "L": Noun("litre", "litres"),
    "ml": Noun("millilitre", "millilitres"),
    "ha": Noun("hectare", "hectares"),
    "km²": Noun("kilomètre carré", "kilomètres carrés"),
    "m²": Noun("mètre carré", "mètres carrés"),
    "m³": Noun("mètre cube", "mètres cubes"),
    "km/h": Noun("kilomètre à l’heure", "kilomètres à l’heure"),
    "h": Noun("heure", "heures", "f"),
    "min": Noun("minute", "minutes", "f"),
    "°C": Noun("degré Celsius", "degrés Celsius"),
    "°F": Noun("degré Fahrenheit", "degrés Fahrenheit"),
    "°": Noun("degré", "degrés"),
    "ko": Noun("kilooctet", "kilooctets"),
    "Mo": Noun("mégaoctet", "mégaoctets"),
    "Go": Noun("gigaoctet", "gigaoctets"),
}


def conventions(language: str) -> Conventions:
    """French of the region that a BCP 47 tag names."""
    region = language.lower().split("-")[-1]

    def cardinal(number: int, gender: str) -> str:
        return _cardinal(number, gender, region)

    return Conventions(
        decimal=",",
        thousands=" ",
        point="virgule",
        paired=True,
        cardinal=cardinal,
        bound=lambda n: cardinal(n, "") != cardinal(n, "f"),
        singular=lambda whole, _: whole < 2,  # CLDR: "1,5 heure"
        of=_of,
        percent=Noun("pour cent", "pour cent"),
        and_cents=" et ",
        magnitudes=_MAGNITUDES,
        currencies=_CURRENCIES,
        units=_UNITS,
        arithmetic=Arithmetic("moins", "plus", "fois", "égale", "à"),
        clock=Clock(_clock, mark=r" ?[hH] ?"),
        calendar=Calendar(
            months=FR.months,
            spoken="{day} {month}",
            day=lambda n, _: _day(n, region),
            year=lambda n: cardinal(n, ""),
            mark="(?:er)?",
        ),
        telephone=r"\b[Tt]él(?:éphone|\.)?(?: ?:)?",
        telephone_pairs=True,
        own=_own(region),
    )
