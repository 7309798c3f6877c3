"""Written → spoken in English: rules by classes, each a module.

The order matters: a class with figures and signs of its own comes before one that would read those
alone. Addresses come first, bare numbers and single signs last.
"""

from pipeline.script.normalise.english import (
    cardinals,
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
    telephone,
    times,
    titles,
    versions,
    weekdays,
    years,
)
from pipeline.script.normalise.english.region import region
from pipeline.script.normalise.rule import Rule


def rules(language: str) -> tuple[Rule, ...]:
    """The rules for the English of a BCP 47 tag."""
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
