"""Written → spoken: a chain of classes, each one module with its own table of cases.

English is said by all of them; any other language by what is safe in every one. The order
is part of the meaning: addresses before their signs are read, money and dates before signs.
"""

from functools import cache

from pipeline.script.normalise import clean, dates, links, money, short_forms, signs
from pipeline.script.normalise.rule import Rule, Span, apply
from pipeline.script.words import words

__all__ = ["Span", "cleaned", "normalised", "rules", "spoken"]


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """The chain for a BCP 47 tag, but for what `cleaned` has done before."""
    everywhere = links.rules(words(language))
    if language.split("-", maxsplit=1)[0].lower() != "en":
        return everywhere
    return (
        *everywhere,
        *short_forms.RULES,
        *dates.rules(language),
        *money.RULES,
        *signs.RULES,
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
