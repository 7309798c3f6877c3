"""Written → spoken: a chain of classes, each one module with its own table of cases.

English is said by all of them; any other language by what is safe in every one. The order
is part of the meaning: whatever has figures and signs of its own comes before the class that
would read those alone. Addresses come first of all, bare numbers and lone signs last.
"""

from functools import cache

from formats.languages import primary
from formats.words import words
from pipeline.script.normalise import (
    cardinals,
    clean,
    dates,
    electronic,
    emoji,
    fractions,
    initialisms,
    links,
    measures,
    money,
    ordinals,
    percentages,
    ranges,
    references,
    roman,
    short_forms,
    signs,
    telephone,
    times,
    titles,
    versions,
    years,
)
from pipeline.script.normalise.region import region
from pipeline.script.normalise.rule import Rule, Span, apply

__all__ = ["Span", "cleaned", "normalised", "rules", "spoken"]


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """The chain for a BCP 47 tag, but for what `cleaned` has done before."""
    if primary(language) != "en":
        return links.rules(words(language))
    english = region(language)
    return (
        cardinals.ENDLESS,
        *electronic.rules(english),  # An address is full of signs that others would read.
        *signs.APART,
        *emoji.RULES,
        *short_forms.RULES,
        *titles.rules(english),
        *references.rules(),
        *telephone.rules(english),  # Its dashes are neither ranges nor minus.
        *times.rules(english),
        *dates.rules(english),  # Dates with points before versions.
        *versions.rules(english),
        *signs.FIRST,  # An equation before money and ranges; minus before numbers.
        *money.rules(english),
        *percentages.rules(english),
        *measures.rules(english),
        *years.rules(english),  # What is left of four figures is a year; "2019/20" is no fraction.
        *fractions.rules(english),
        *roman.rules(english),
        *ranges.rules(english),
        *ordinals.rules(english),
        *initialisms.rules(english),
        *cardinals.rules(english),
        *signs.last(english),
    )


def cleaned(text: str) -> str:
    """The text without what is never said in any language."""
    return apply(clean.RULES, text)[0]


def normalised(
    text: str, language: str, kept: tuple[Span, ...] = ()
) -> tuple[str, tuple[Span, ...]]:
    """What is said for cleaned `text`, and where its `kept` words are in that.

    It is never shortened, but where a rule that `drops` says so.
    """
    return apply(rules(language), text, kept)


def spoken(text: str, language: str) -> str:
    """What is said for `text` where no lexicon has a word in it."""
    return normalised(cleaned(text), language)[0].strip()
