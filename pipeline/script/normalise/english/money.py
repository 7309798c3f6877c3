"""Sums of money: the sign is written first and said last."""

import re
from dataclasses import dataclass

from pipeline.script.normalise.english.context import adjectival
from pipeline.script.normalise.english.numbers import NUMBER, cardinal, number, plural
from pipeline.script.normalise.english.rates import EACH, per_each
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

# Sign: singular, plural, a hundredth, hundredths ("" where there are none).
_UNITS = {
    "£": ("pound", "pounds", "penny", "pence"),
    "$": ("dollar", "dollars", "cent", "cents"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "", ""),
    "₩": ("won", "won", "", ""),
    "₹": ("rupee", "rupees", "", ""),
    "₽": ("rouble", "roubles", "", ""),
    "₺": ("lira", "lira", "", ""),
    "₦": ("naira", "naira", "", ""),
    "₪": ("shekel", "shekels", "", ""),
    "฿": ("baht", "baht", "", ""),
    "₿": ("bitcoin", "bitcoins", "", ""),
}
_CODES = {"GBP": "£", "USD": "US$", "EUR": "€", "JPY": "¥", "INR": "₹"}
_CODE = "|".join(_CODES)
_COUNTRIES = {
    "US": "US ",
    "A": "Australian ",
    "AU": "Australian ",
    "C": "Canadian ",
    "CA": "Canadian ",
    "NZ": "New Zealand ",
    "HK": "Hong Kong ",
    "S": "Singapore ",
}
_MAGNITUDES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mm": "million",
    "bn": "billion",
    "b": "billion",
    "tn": "trillion",
    "t": "trillion",
}
_PERIODS = {
    "mo": "month",
    "month": "month",
    "pcm": "month",
    "yr": "year",
    "year": "year",
    "pa": "year",
    "annum": "annum",
    "day": "day",
    "wk": "week",
    "week": "week",
    "hr": "hour",
    "hour": "hour",
    "min": "minute",
    "kg": "kilogram",
    "pw": "week",
    "ph": "hour",
}
_SIGN = f"[{''.join(_UNITS)}]"
_SIGNED = rf"(?:\b({'|'.join(_COUNTRIES)})(?=\$)|(?<![^\W\d_]))({_SIGN})"
_MAGNITUDE = (
    r"(?:[ -]?(thousand|million|billion|trillion)(?![^\W\d_])|(?: (?=bn|mn|tn)|)"
    r"(k|mn|mm|m|bn|b|tn|t|K|MM|M|BN|Bn|B|T|TN)(?![^\W_]))?"
)
_PERIOD = (
    rf"(?:(?: per | ?(?=pcm\b|p[awh]\b))"
    rf"({'|'.join(sorted(_PERIODS, key=len, reverse=True))})\b|((?:/(?:y|w|pcm|pa|pw|ph)\b)|"
    rf"{EACH}+))?"
)


def _magnitude(word: str | None, letter: str | None) -> str:
    return f" {word or _MAGNITUDES[letter.lower()] if letter else word}" if word or letter else ""


@dataclass(frozen=True, slots=True)
class _Teller:
    """How sums are spoken in one region."""

    english: English

    def sum(self, m: re.Match[str]) -> str:
        """Groups: country, sign, amount, magnitude (word or letter), period (word or slashes)."""
        country = _COUNTRIES[m[1]] if m[1] else ""
        one, several, _, hundredths = _UNITS[m[2]]
        period = f" per {_PERIODS[m[6]]}" if m[6] else self.each(m[7])
        magnitude = _magnitude(m[4], m[5])
        whole, point, part = m[3].partition(".")
        cents = part.rstrip("0").ljust(2, "0")
        if point and len(cents) == 2 and hundredths and not magnitude:
            return self.coins(m[2], country, whole, cents) + period
        single = magnitude == "" and m[3].replace(",", "") == "1"
        unit = one if single or adjectival(m) else several
        apart = " " if m.string[m.end() : m.end() + 1].isalpha() else ""
        return f"{number(m[3], self.english)}{magnitude} {country}{unit}{period}{apart}"

    def coins(self, sign: str, country: str, written: str, part: str) -> str:
        """A sum with hundredths; British English leaves out their name after ten."""
        one, several, hundredth, hundredths = _UNITS[sign]
        whole, rest = int(written.replace(",", "") or 0), int(part)
        small = f"{cardinal(rest, self.english)} {hundredth if rest == 1 else hundredths}"
        large = f"{cardinal(whole, self.english)} {country}{one if whole == 1 else several}"
        if not rest:
            return large
        if not whole:
            return small
        if self.english.british and rest > 9:
            return f"{large} {cardinal(rest, self.english)}"
        return f"{large} {small}"

    def span(self, m: re.Match[str]) -> str:
        """The currency once, at the end: "two to three million pounds"."""
        country = _COUNTRIES[m[1]] if m[1] else ""
        first, last = number(m[3], self.english), number(m[4], self.english)
        unit = _UNITS[m[2]][0 if adjectival(m) else 1]
        return f"{first} to {last}{_magnitude(m[5], m[6])} {country}{unit}"

    def each(self, written: str | None) -> str:
        """What the sum is for: "/month", or shorter than any measure is."""
        known = _PERIODS | {"y": "year", "w": "week"}
        bare = (written or "").lstrip("/")
        return f" per {known[bare]}" if bare in known else per_each(written, self.english)

    def pence(self, m: re.Match[str]) -> str:
        said = f"{number(m[1], self.english)} {'penny' if m[1] == '1' else 'pence'}"
        return said + per_each(m[2], self.english)

    def cents(self, m: re.Match[str]) -> str:
        return f"{number(m[1], self.english)} {'cent' if m[1] == '1' else 'cents'}"


def rules(english: English) -> tuple[Rule, ...]:
    """Before dates and signs, which would read the number of a sum."""
    tell = _Teller(english)
    return (
        figured(
            "hundreds",
            regex(rf"({_SIGN})(100|1,?000|10,?000)s(?!\w)"),
            lambda m: f"{plural(number(m[2], english).removeprefix('one '))} of {_UNITS[m[1]][1]}",
        ),
        figured(
            "sign after",
            regex(rf"(?<![\w.,{''.join(_UNITS)}])({NUMBER}) ?€(?!\d)"),
            lambda m: f"€{m[1]}",
        ),
        figured("pence range", regex(r"(?<=\d)p ?[-–] ?(?=\d{1,2}p\b)"), lambda _: " to "),
        figured(
            "currency code",
            regex(rf"\b({_CODE}) ?(?=\d)"),
            lambda m: _CODES[m[1]],
        ),
        figured(
            "currency code after",
            regex(rf"(?<![\w.,£€¥])\$?({NUMBER}(?: ?(?:[kKm]|bn|million|billion))?) ?({_CODE})\b"),
            lambda m: f"{_CODES[m[2]]}{m[1]}",
        ),
        figured(
            "money range",
            regex(rf"{_SIGNED}({NUMBER})\s?[-–—]\s?({NUMBER}){_MAGNITUDE}(?![\w]|[.,]\d)"),
            tell.span,
        ),
        figured(
            "sums",
            regex(rf"(?<=\d)( ?(?:thousand|million|billion)|k|m|bn|)\s?[-–—]\s?(?={_SIGN}\.?\d)"),
            lambda m: f"{m[1]} to ",
        ),
        figured(
            "money", regex(rf"{_SIGNED} ?({NUMBER}){_MAGNITUDE}{_PERIOD}(?![.,]?\d)"), tell.sum
        ),
        figured("cents", regex(r"(?<![\w.,])(\d{1,3})¢"), tell.cents),
        figured(
            "magnitude",
            regex(rf"(?<![\w.,£$€])({NUMBER}) ?(bn|tn|mn)(?!\w)"),
            lambda m: f"{number(m[1], english)}{_magnitude(None, m[2])}",
        ),
        *((_pence(tell),) if english.british else ()),
    )


def _pence(tell: _Teller) -> Rule:
    """Not before the height of a picture: "1080p", "720p"."""
    heights = "144|240|360|480|576|720"
    return figured(
        "pence",
        regex(rf"(?<![\w.,])(?!(?:{heights})p)(\d{{1,3}}(?:\.\d{{1,2}})?)p(?!\w)({EACH}*)"),
        tell.pence,
    )
