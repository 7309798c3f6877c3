"""Written → spoken: rules by classes, each a module with its own table of cases.

English has a folder of them, and so have the other languages together, with a table for each;
what is never spoken, and addresses, are the same in every language.
"""

from functools import cache, lru_cache

from formats.languages import primary
from formats.words import words
from pipeline.script.normalise import clean, links, styled
from pipeline.script.normalise.rule import Rule, Span, apply

__all__ = ["Span", "cleaned", "normalised", "rules", "spoken"]

_KEPT = 16_384  # sentences: the script of a long post is made twice, for its reminder


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rules for a BCP 47 tag, to be used after `cleaned`.

    Only those of the language are loaded; a process that speaks and renders needs none.
    """
    if primary(language) == "en":
        from pipeline.script.normalise import english  # noqa: PLC0415 (as said above)

        return english.rules(language)
    from pipeline.script.normalise import languages  # noqa: PLC0415 (as said above)

    return (*links.rules(words(language)), *languages.rules(language))


def cleaned(text: str) -> str:
    """The text without characters that are never spoken in any language."""
    return apply((*clean.RULES, *styled.RULES), text)[0]


@lru_cache(maxsize=_KEPT)
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
