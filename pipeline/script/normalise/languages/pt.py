"""Portuguese: numbers, ordinals and words for signs.

Numbers follow CLDR, European and Brazilian; centuries Ciberdúvidas. A tag without a region is
taken as European, as are the words that Allways adds.
"""

import re
from dataclasses import replace
from functools import partial

from formats.words.pt import PT
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
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze "
    "dezasseis dezassete dezoito dezanove"
)
_BRAZILIAN = {16: "dezesseis", 17: "dezessete", 19: "dezenove"}
_TENS = listed("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_HUNDREDS = listed(
    "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
)
_ORDINALS = listed("primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono")
_TENTHS = listed(
    "décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo "
    "nonagésimo"
)


def _below_thousand(number: int, *, brazilian: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if number == 100:
        return "cem"
    said = [_HUNDREDS[hundreds - 1]] if hundreds else []
    if rest >= 20:
        said.append(_TENS[rest // 10 - 2])
        rest %= 10
    if rest:
        said.append(_BRAZILIAN.get(rest, _ONES[rest]) if brazilian else _ONES[rest])
    return " e ".join(said)


def _feminine(words: str) -> str:
    """As in "duas", "duzentas e uma"."""
    words = re.sub(r"entos\b", "entas", words)
    return re.sub(r"\bum\b", "uma", re.sub(r"\bdois\b", "duas", words))


def _joined(parts: list[tuple[int, str]]) -> str:
    """With "e" before the last part if that is below a hundred or whole hundreds."""
    last = parts[-1][0]
    last = last // 1000 if last >= 1000 else last
    light = last < 100 or last % 100 == 0
    words = [words for _, words in parts]
    return " e ".join(
        [" ".join(words[:-1]), words[-1]] if light and words[1:] else [" ".join(words)]
    )


def _cardinal(number: int, gender: str, *, brazilian: bool) -> str:
    billions, below = divmod(number, 10**9) if brazilian else (0, number)
    millions, below = divmod(below, 10**6)
    thousands, rest = divmod(below, 1000)
    parts: list[tuple[int, str]] = []
    for count, one, many in ((billions, "bilhão", "bilhões"), (millions, "milhão", "milhões")):
        if count:
            words = _cardinal(count, "", brazilian=brazilian)
            parts.append((count * 10**6, f"{words} {one if count == 1 else many}"))
    if thousands:
        words = _below_thousand(thousands, brazilian=brazilian) if thousands > 1 else ""
        words = _feminine(words) if gender == "f" else words
        parts.append((thousands * 1000, f"{words} mil".lstrip()))
    if rest or not parts:
        words = _below_thousand(rest, brazilian=brazilian) or "zero"
        parts.append((rest, _feminine(words) if gender == "f" else words))
    return _joined(parts)


def _ordinal(number: int, *, feminine: bool) -> str:
    """1 to 99; "" for others."""
    if not 1 <= number <= 99:
        return ""
    tens, ones = divmod(number, 10)
    said = [_TENTHS[tens - 1]] if tens else []
    said += [_ORDINALS[ones - 1]] if ones else []
    words = " ".join(said)
    return re.sub(r"o\b", "a", words) if feminine else words


def _marked(match: re.Match[str]) -> str:
    return _ordinal(int(match[1]), feminine=match[2] in {"ª", "a"}) or match[0]


def _of(plural: str) -> str:
    return f"de {plural}"


_CURRENCIES = (
    Currency(("€", "EUR", "euros", "euro"), Noun("euro", "euros"), Noun("cêntimo", "cêntimos")),
    Currency(("£", "GBP"), Noun("libra", "libras", "f"), Noun("péni", "pence")),
    Currency(("US$", "USD"), Noun("dólar", "dólares"), Noun("cêntimo", "cêntimos")),
)
_BRAZILIAN_CURRENCIES = (
    Currency(("R$", "BRL", "reais"), Noun("real", "reais"), Noun("centavo", "centavos")),
    Currency(("€", "EUR", "euros", "euro"), Noun("euro", "euros"), Noun("centavo", "centavos")),
    Currency(("£", "GBP"), Noun("libra", "libras", "f"), Noun("pêni", "pence")),
    Currency(("US$", "USD"), Noun("dólar", "dólares"), Noun("centavo", "centavos")),
)
_MAGNITUDES = {
    "M": Noun("milhão", "milhões"),
    "milhão": Noun("milhão", "milhões"),
    "milhões": Noun("milhão", "milhões"),
    "bilhão": Noun("bilhão", "bilhões"),
    "bilhões": Noun("bilhão", "bilhões"),
}
_UNITS = {
    "km": Noun("quilómetro", "quilómetros"),
    "m": Noun("metro", "metros"),
    "cm": Noun("centímetro", "centímetros"),
    "mm": Noun("milímetro", "milímetros"),
    "kg": Noun("quilograma", "quilogramas"),
    "g": Noun("grama", "gramas"),
    "mg": Noun("miligrama", "miligramas"),
    "l": Noun("litro", "litros"),
    "L": Noun("litro", "litros"),
    "ml": Noun("mililitro", "mililitros"),
    "ha": Noun("hectare", "hectares"),
    "km²": Noun("quilómetro quadrado", "quilómetros quadrados"),
    "m²": Noun("metro quadrado", "metros quadrados"),
    "m³": Noun("metro cúbico", "metros cúbicos"),
    "km/h": Noun("quilómetro por hora", "quilómetros por hora"),
    "h": Noun("hora", "horas", "f"),
    "min": Noun("minuto", "minutos"),
    "°C": Noun("grau Celsius", "graus Celsius"),
    "ºC": Noun("grau Celsius", "graus Celsius"),
    "°F": Noun("grau Fahrenheit", "graus Fahrenheit"),
    "MB": Noun("megabyte", "megabytes"),
    "GB": Noun("gigabyte", "gigabytes"),
}


def _brazilian(noun: Noun) -> Noun:
    one, many = (word.replace("lómetro", "lômetro") for word in (noun.one, noun.many))
    return replace(noun, one=one, many=many)


def _clock(hour: int, minutes: int, *, brazilian: bool) -> str:
    """As in "catorze e trinta", "catorze horas", "uma hora"."""
    said = _cardinal(hour, "f", brazilian=brazilian)
    if minutes:
        return f"{said} e {_cardinal(minutes, '', brazilian=brazilian)}"
    return f"{said} {'hora' if hour == 1 else 'horas'}"


def _day(number: int, *, brazilian: bool) -> str:
    if number == 1 and brazilian:
        return "primeiro"
    return _cardinal(number, "", brazilian=brazilian)


def _own(*, brazilian: bool) -> tuple[Rule, ...]:
    def century(match: re.Match[str]) -> str:
        number = value(match[1])
        if number <= 10:
            return _ordinal(number, feminine=False)
        return _cardinal(number, "", brazilian=brazilian)

    return (
        Rule(
            "ordinal",
            regex(r"(?<![\w.,/+-])(\d{1,2})\.?([ºª]|(?<=\.)[oa])(?![\w]| ?[CF]\b)"),
            _marked,
        ),
        Rule("century", regex(rf"(?<=\b[Ss]éculo )({ROMAN})(?!\w)"), century),
    )


def conventions(language: str) -> Conventions:
    """Portuguese of Brazil for pt-BR, else European."""
    brazilian = language.lower().split("-")[-1] == "br"

    def cardinal(number: int, gender: str) -> str:
        return _cardinal(number, gender, brazilian=brazilian)

    return Conventions(
        decimal=",",
        thousands=". ",
        point="vírgula",
        paired=False,
        cardinal=cardinal,
        bound=lambda n: cardinal(n, "") != cardinal(n, "f"),
        singular=exactly_one,
        of=_of,
        percent=Noun("por cento", "por cento", ""),
        and_cents=" e ",
        magnitudes=_MAGNITUDES,
        currencies=_BRAZILIAN_CURRENCIES if brazilian else _CURRENCIES,
        units={k: _brazilian(unit) for k, unit in _UNITS.items()} if brazilian else _UNITS,
        arithmetic=Arithmetic("menos", "mais", "vezes", "é igual a", "a"),
        clock=Clock(partial(_clock, brazilian=brazilian), mark="h", after=r"(?:h(?:oras?)?)\b"),
        calendar=Calendar(
            months=PT.months,
            spoken="{day} de {month}",
            day=lambda n, _: _day(n, brazilian=brazilian),
            year=lambda n: cardinal(n, ""),
            joint=" de ",
            before_year=" de ",
        ),
        telephone=r"\b[Tt]el(?:efone|ef\.|\.)?(?: ?:)?",
        own=_own(brazilian=brazilian),
    )
