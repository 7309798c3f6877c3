"""Sums of money: "5,50 €", "£5.50", "3 Mio. €"."""

import re

from pipeline.script.normalise.languages.conventions import Conventions, Currency
from pipeline.script.normalise.languages.figures import (
    TOO_LONG,
    Figures,
    counted,
    form,
    said,
)
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

# Sums have at most two decimals, so that a sign before three figures separates thousands, and
# one before two is the decimal sign, whichever it is: "£5.50" in a French post.
_GROUPS = r"[1-9]\d{0,2}(?P<gap>[., ’'])\d{3}(?:(?P=gap)\d{3})*"
_SUM = rf"(?P<sum>(?:{_GROUPS}|\d{{1,12}})(?:[.,]\d{{1,2}})?)(?:,[-–—]{{1,2}})?(?!\d)"
# A word for a large number that the language's table does not have.
_SCALE = r" ?(?:[kKM]\b|(?i:b|tr|m)(?i:il)\w|M[dr]d?\b|ml[nd]\b|bn\b)"
_WHOLE = regex(r"^(.*?)(?:[.,](\d{1,2}))?$")


def _read(written: str) -> Figures | None:
    """The amount; nothing where it would be too long to follow."""
    found = _WHOLE.match(written)
    assert found
    whole = re.sub(r"\D", "", found[1])
    return Figures(int(whole), found[2] or "") if len(whole) <= TOO_LONG else None


def _sum(number: Figures, currency: Currency, known: Conventions) -> str:
    """As in "cinq euros et dix centimes"; the hundredths alone if there is nothing else."""
    cents = int(number.part.ljust(2, "0")) if number.part else 0
    whole = counted(Figures(number.whole), currency.whole, known)
    if not cents:
        return whole
    small = counted(Figures(cents), currency.hundredth, known)
    return f"{whole}{known.and_cents}{small}" if number.whole else small


def rules(known: Conventions) -> tuple[Rule, ...]:
    """Before measures, percentages and numbers, which would leave the sign alone."""
    signs = {sign: currency for currency in known.currencies for sign in currency.signs}
    sign = f"(?P<sign>{'|'.join(map(re.escape, sorted(signs, key=len, reverse=True)))})"
    scales = "|".join(map(re.escape, sorted(known.magnitudes, key=len, reverse=True)))
    scale = rf"(?: ?(?P<scale>{scales})(?![^\W\d_€$£]))?"

    def say(match: re.Match[str]) -> str:
        number, currency = _read(match["sum"]), signs[match["sign"]]
        if not number:
            return match[0]
        if not match["scale"]:
            return _sum(number, currency, known)
        noun = known.magnitudes[match["scale"]]
        words = f"{said(number, known, noun.gender)} {form(number, noun, known)}"
        return f"{words} {known.of(currency.whole.many)}"

    return (
        Rule(
            "sum after its sign",
            regex(rf"(?<![^\W_]){sign} ?{_SUM}{scale}(?![\w]|[.,]\d|[-–]\d|{_SCALE})"),
            say,
        ),
        Rule(
            "sum before its sign",
            regex(rf"(?<![\w.,:/£$€–-])(?<!\d ){_SUM}{scale} ?{sign}(?![\w])"),
            say,
        ),
    )
