"""Welsh: numbers, ordinals and dates.

Numbers are decimal, as schools teach them (BBC Bitesize, "Ysgrifennu a dweud rhifau"), ordinals
and days of the month traditional (parallel.cymru, "Ask Dr Gramadeg"). A number changes with the
word after it, so that one before an unknown word stays in figures; so does a time of day. Its
first letter changes after prepositions as in every grammar (Morris-Jones, Welsh Grammar, § 209).
"""

import re

from formats.words.cy import CY
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
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_ONES = listed("dim un dau tri pedwar pump chwech saith wyth naw deg")
_BEFORE_NOUN = {5: "pum", 6: "chwe"}
_FEMININE = {2: "dwy", 3: "tair", 4: "pedair"}
_TENS = listed(
    "deg|un deg|dau ddeg|tri deg|pedwar deg|pum deg|chwe deg|saith deg|wyth deg|naw deg",
    "|",
)
_HUNDREDS = listed(
    "cant|dau gant|tri chant|pedwar cant|pum cant|chwe chant|saith cant|wyth cant|naw cant",
    "|",
)
_ORDINALS = listed(
    "cyntaf|ail|trydydd|pedwerydd|pumed|chweched|seithfed|wythfed|nawfed|degfed|unfed ar ddeg|"
    "deuddegfed|trydydd ar ddeg|pedwerydd ar ddeg|pymthegfed|unfed ar bymtheg|ail ar bymtheg|"
    "deunawfed|pedwerydd ar bymtheg|ugeinfed|unfed ar hugain|ail ar hugain|trydydd ar hugain|"
    "pedwerydd ar hugain|pumed ar hugain|chweched ar hugain|seithfed ar hugain|wythfed ar hugain|"
    "nawfed ar hugain|degfed ar hugain|unfed ar ddeg ar hugain",
    "|",
)
# After "o", which softens the first letter.
_MONTHS = listed(
    "Ionawr|Chwefror|Fawrth|Ebrill|Fai|Fehefin|Orffennaf|Awst|Fedi|Hydref|Dachwedd|Ragfyr",
    "|",
)
_VOWELS = "aeiouwyâêîôûŵŷ"


def _ones(number: int, gender: str) -> str:
    if gender == "f" and number in _FEMININE:
        return _FEMININE[number]
    return _BEFORE_NOUN.get(number, _ONES[number]) if gender else _ONES[number]


def _below_hundred(number: int, gender: str) -> str:
    tens, ones = divmod(number, 10)
    if not tens or number == 10:
        return _ones(number, gender)
    return _TENS[tens] + (f" {_ones(ones, gender)}" if ones else "")


def _joined(before: str, after: str) -> str:
    """With "a", which makes c, p and t breathed, or "ac" before a vowel: "cant a thri"."""
    if after[0] in _VOWELS:
        return f"{before} ac {after}"
    return f"{before} a " + re.sub(r"^[cpt](?!h)", lambda m: f"{m[0]}h", after)


def _below_thousand(number: int, gender: str) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, gender)
    many = _HUNDREDS[hundreds - 1]
    if not rest:
        return re.sub("cant$", "can", many) if gender and number == 100 else many
    after = _below_hundred(rest, gender)
    return _joined(many, after) if rest <= 10 else f"{many} {after}"


def _thousands(count: int) -> str:
    if count == 1:
        return "mil"
    return f"{_below_thousand(count, 'f')} {'fil' if count == 2 else 'mil'}"


def _millions(count: int) -> str:
    if count == 1:
        return "miliwn"
    return f"{_below_thousand(count, 'f')} {'filiwn' if count == 2 else 'miliwn'}"


def _billions(count: int) -> str:
    """Never softened, for then it would be the same word as the million."""
    return "biliwn" if count == 1 else f"{_below_thousand(count, 'm')} biliwn"


def _cardinal(number: int, gender: str) -> str:
    billions, below = divmod(number, 10**9)
    millions, below = divmod(below, 10**6)
    thousands, rest = divmod(below, 1000)
    said = [_billions(billions)] if billions else []
    said += [_millions(millions)] if millions else []
    said += [_thousands(thousands)] if thousands else []
    if not said:
        return _below_thousand(rest, gender)
    words = " ".join(said)
    if not rest:
        return words
    after = _below_thousand(rest, gender)
    return _joined(words, after) if rest < 100 else f"{words} {after}"


def _year(number: int) -> str:
    """To 1999 the thousand and then each figure: "mil naw chwech pump"."""
    if number >= 2000 or number % 100 == 0:
        return _cardinal(number, "")
    return "mil " + " ".join(_ONES[int(figure)] for figure in str(number)[1:])


def _day(number: int, before: str) -> str:
    """With its article, unless that is there; after a vowel, another form would be needed."""
    said = _ORDINALS[number - 1]
    if before in {"y", "yr", "r"}:
        return said
    if before and before[-1] in _VOWELS:
        return ""
    return f"{'yr' if said[0] in _VOWELS else 'y'} {said}"


_ENDINGS = {1: "af", 2: "il|ail", 3: "ydd|edd", 4: "ydd|edd", 5: "ed", 6: "ed"}
_ENDINGS |= dict.fromkeys((7, 8, 9, 10, 12, 15, 18, 20), "fed")
_ENDINGS |= dict.fromkeys((11, 13, 14, 16, 17, 19), "eg")
_ENDINGS |= dict.fromkeys(range(21, 32), "ain")


_NOUN = regex(r" (?!o )[^\W\d_]")
_ARTICLE = regex(r"(?:\by|['’]r) $")
# Alone, and after the article.
_FEMININE_ORDINALS = {3: ("trydedd", "drydedd"), 4: ("pedwaredd", "bedwaredd")}


def _marked(match: re.Match[str]) -> str:
    """A noun may stand inside a longer ordinal ("yr unfed bennod ar ddeg"): then it is left."""
    number, mark = int(match[1]), match[2]
    if mark not in _ENDINGS.get(number, "").split("|"):
        return match[0]
    said = _ORDINALS[number - 1]
    if " " in said and _NOUN.match(match.string, match.end()):
        return match[0]
    if mark != "edd":
        return said
    article = _ARTICLE.search(match.string, max(0, match.start() - 5), match.start())
    return _FEMININE_ORDINALS[number][1 if article else 0]


def _counted(match: re.Match[str]) -> str:
    """As in "1500 o bobl": what is counted decides between "tri" and "tair"."""
    number = int(match[1].replace(",", ""))
    return match[0] if number % 10 in _FEMININE or number < 5 else _cardinal(number, "")


_OWN = (
    Rule(
        "ordinal",
        regex(r"(?<![\w.,/+-])(\d{1,2})(af|a?il|[ye]dd|f?ed|eg|ain)(?!\w)"),
        _marked,
    ),
    # "yn" becomes "ym" before an m.
    Rule(
        "in a year",
        regex(r"\b([Yy])[nm] (1[1-9]\d\d)(?![\w/-]|[.,:]\d| o [^\W\d_])"),
        lambda m: f"{m[1]}m {_year(int(m[2]))}",
    ),
    Rule(
        "count",
        regex(
            r"(?<![\w.,/+£€$-])(\d{1,3}(?:,\d{3})+|\d{1,6})"
            r"(?= o (?!dan|flaen|gwmpas|amgylch|ran|hyd|leiaf|fewn|bryd|bell|gwbl|\d)\w)"
        ),
        _counted,
    ),
)
_SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "m": "f"}
_BREATHED = {"p": "ph", "t": "th", "c": "ch"}
_SOFTENING = {
    *("o", "i", "am", "ar", "at", "dan", "dros", "tros", "drwy", "trwy", "gan", "heb", "hyd"),
    *("wrth", "neu", "dy"),
}
_BREATHING = {"a", "â", "gyda", "tua", "na", "efo"}
_WORD = regex(r"([^\W\d_]+) $")


def _changed(said: str, letters: dict[str, str]) -> str:
    """With another first letter; "ch" is a letter of its own, and does not change."""
    if said.startswith(("ch", "dd", "ph", "th")) or said[0] not in letters:
        return said
    return letters[said[0]] + said[1:]


def _after(before: str, said: str, *, alone: bool) -> str:
    """As in "am bum punt", "a thair punt", "y ddwy bunt"; "yn 5" is left: it may be no count."""
    found = _WORD.search(before)
    word = found[1].lower() if found else ""
    if word in {"yn", "ym", "n"}:
        return "" if alone else _changed(said, _SOFT)
    if word in _SOFTENING or (word in {"y", "r"} and said.startswith(("dau ", "dwy "))):
        return _changed(said, _SOFT)
    return _changed(said, _BREATHED) if word in _BREATHING else said


def _of(many: str) -> str:
    return {"punt": "o bunnoedd", "ewro": "o ewros"}.get(many, many)


_CURRENCIES = (
    Currency(
        ("£", "GBP"),
        Noun("bunt", "punt", "f", {2: "bunt", 6: "phunt"}),
        Noun("geiniog", "ceiniog", "f", {2: "geiniog", 6: "cheiniog"}),
    ),
    Currency(("€", "EUR"), Noun("ewro", "ewro"), Noun("sent", "sent")),
)
_MILLION = Noun("filiwn", "miliwn", "f", {2: "filiwn"})
_MAGNITUDES = {
    "m": _MILLION,
    "miliwn": _MILLION,
    "filiwn": _MILLION,
    # Softened, it would be the same word as the million.
    "biliwn": Noun("biliwn", "biliwn"),
}
_UNITS = {
    "km": Noun("cilometr", "cilometr", after={2: "gilometr", 3: "chilometr", 6: "chilometr"}),
    "m": Noun("metr", "metr", after={2: "fetr"}),
    "cm": Noun("centimetr", "centimetr", after={2: "gentimetr", 3: "chentimetr", 6: "chentimetr"}),
    "mm": Noun("milimetr", "milimetr", after={2: "filimetr"}),
    "kg": Noun("cilogram", "cilogram", after={2: "gilogram", 3: "chilogram", 6: "chilogram"}),
    "l": Noun("litr", "litr"),
    "°C": Noun("radd Celsius", "gradd Celsius", "f", {2: "radd Celsius"}),
}


def conventions(_language: str) -> Conventions:
    """Welsh."""
    return Conventions(
        decimal=".",
        thousands=",",
        point="pwynt",
        paired=False,
        cardinal=_cardinal,
        bound=lambda _: True,
        singular=exactly_one,
        of=_of,
        percent=Noun("y cant", "y cant", ""),
        and_cents=" ",
        magnitudes=_MAGNITUDES,
        currencies=_CURRENCIES,
        units=_UNITS,
        arithmetic=Arithmetic("minws", "plws", "", "", ""),
        clock=Clock(lambda _hour, _minutes: ""),
        calendar=Calendar(
            months=tuple(_MONTHS),
            spoken="{day} o {month}",
            day=_day,
            year=_year,
            mark="(?:af|a?il|ydd|f?ed|eg|ain)?",
            joint=" (?:o )?",
            others={name: place for place, name in enumerate(CY.months, 1)},
        ),
        telephone=r"\b[Ff]f[oô]n(?:iwch)?(?: ar)?(?: ?:)?",
        after=_after,
        own=_OWN,
    )
