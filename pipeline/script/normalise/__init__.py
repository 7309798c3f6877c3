"""Written → spoken: rules by classes, each a module with its own table of cases.

English uses all of them; any other language only those that are safe in every language. The
order matters: a class with figures and signs of its own comes before one that would read those
alone. Addresses come first, bare numbers and single signs last.
"""

from functools import cache

from formats.languages import primary
from formats.words import words
from pipeline.script.normalise import (
    cardinals,
    clean,
    codes,
    dates,
    day_month,
    dotted_times,
    electronic,
    emoji,
    fractions,
    grades,
    hours,
    initialisms,
    links,
    measures,
    money,
    multiples,
    ordinals,
    percentages,
    ranges,
    rates,
    references,
    roman,
    scripture,
    short_forms,
    signs,
    small_numerals,
    stars,
    styled,
    telephone,
    times,
    titles,
    versions,
    weekdays,
    years,
)
from pipeline.script.normalise.region import region
from pipeline.script.normalise.rule import Rule, Span, apply

__all__ = ["Span", "cleaned", "normalised", "rules", "spoken"]


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rules for a BCP 47 tag, to be used after `cleaned`."""
    if primary(language) != "en":
        return (*links.rules(words(language)), *_other_rules(language))
    english = region(language)
    return (
        cardinals.ENDLESS,
        *electronic.rules(english),  # An address is full of signs that other rules would read.
        *signs.APART,
        *stars.RULES,  # A row of stars is a number of them.
        *emoji.RULES,
        *small_numerals.rules(english),  # "Part v" before "versus".
        *short_forms.RULES,
        *titles.rules(english),
        *references.rules(),
        dotted_times.SPAN,
        cardinals.SPACED_RANGE,
        *codes.rules(english),
        *telephone.rules(english),  # Its dashes are neither ranges nor minus signs.
        cardinals.SPACED,
        *scripture.rules(english),  # Its colons are neither times nor ratios.
        *ranges.scales(english),
        *weekdays.RULES,  # Times and opening hours look for their full names.
        *dotted_times.rules(english),
        *times.rules(english),
        *dates.rules(english),  # Dates with full stops before versions.
        *day_month.rules(english),
        *hours.rules(english),  # After the names of days, before decimals and scores.
        *versions.rules(english),
        *grades.RULES,
        *signs.FIRST,  # An equation before money and ranges; minus before numbers.
        *money.rules(english),
        *percentages.rules(english),
        *measures.rules(english),
        *rates.rules(english),
        *multiples.RULES,
        *years.rules(english),  # Four figures that are left are a year; "2019/20" is no fraction.
        *fractions.rules(english),
        *roman.rules(english),
        *ranges.rules(english),
        *ordinals.rules(english),
        *initialisms.rules(english),
        *cardinals.rules(english),
        *signs.last(english),
    )


def _other_rules(language: str) -> tuple[Rule, ...]:
    from pipeline.script.normalise import languages  # noqa: PLC0415 (a run in English needs none)

    return languages.rules(language)


def cleaned(text: str) -> str:
    """The text without characters that are never spoken in any language."""
    return apply((*clean.RULES, *styled.RULES), text)[0]


def normalised(
    text: str, language: str, kept: tuple[Span, ...] = ()
) -> tuple[str, tuple[Span, ...]]:
    """The spoken form of cleaned `text`, and the positions of its `kept` words in that.

    Only a rule with `drops` may shorten it.
    """
    return apply(rules(language), text, kept)


def spoken(text: str, language: str) -> str:
    """The spoken form of `text`, without a lexicon."""
    return normalised(cleaned(text), language)[0].strip()
