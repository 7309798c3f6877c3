"""Written → spoken: rules by classes, each a module with its own table of cases.

English has a folder of them, and so have the other languages together, with a table for each;
what is never spoken, and addresses, are the same in every language.
"""

from functools import cache
from typing import NamedTuple

from formats.languages import primary
from formats.memo import memoised
from formats.words import words
from pipeline.script.normalise import clean, links, styled
from pipeline.script.normalise.origins import Change, Origins
from pipeline.script.normalise.rule import Rule, Span, apply

__all__ = ["Change", "Normalised", "Span", "cleaned", "normalised", "rules", "spoken"]


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


@memoised
def cleaned(text: str) -> str:
    """The text without characters that are never spoken in any language."""
    return apply((*clean.RULES, *styled.RULES), text)[0]


class Normalised(NamedTuple):
    """A text as it is spoken, the positions of its kept words, and what the rules changed."""

    text: str
    kept: tuple[Span, ...]
    changes: tuple[Change, ...]


@memoised
def normalised(text: str, language: str, kept: tuple[Span, ...] = ()) -> Normalised:
    """The spoken form of cleaned `text`, with the new positions of its `kept` words.

    Only a rule with `drops` may shorten it.
    """
    origins = Origins(text)
    said, places = apply(rules(language), text, kept, origins.edited)
    return Normalised(said, places, origins.changes(said))


def spoken(text: str, language: str) -> str:
    """The spoken form of `text`, without a lexicon."""
    return normalised(cleaned(text), language).text.strip()
