"""Figures in words, in languages other than English: shared rules, and a table for each language.

What a table can't decide, such as the gender of an unknown noun, stays in figures: each voice has
its own reading of those.
"""

import re
from dataclasses import replace
from importlib import import_module

from formats.languages import primary
from pipeline.script.normalise.languages import (
    dates,
    measures,
    money,
    numbers,
    signs,
    telephone,
    times,
)
from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.rule import Rule

_NEAR = 30
"""How many characters before a number decide its first letter."""

LANGUAGES = ("cy", "de", "es", "fr", "it", "nl", "pt")
"""The languages that have a table, which is the module of that name."""


def conventions(language: str) -> Conventions | None:
    """The table for a BCP 47 tag; only the language that is asked for is loaded."""
    tag = primary(language)
    if tag not in LANGUAGES:
        return None
    found: Conventions = import_module(f"{__name__}.{tag}").conventions(language)
    return found


def rules(language: str) -> tuple[Rule, ...]:
    """The rules for a BCP 47 tag, none for a language without a table."""
    known = conventions(language)
    if not known:
        return ()
    return (
        *telephone.rules(known),
        *known.own,
        *dates.rules(known),
        *signs.rules(known),
        *times.rules(known),
        *(_fitted(rule, known) for rule in (*money.rules(known), *measures.rules(known))),
        *(_fitted(rule, known, alone=True) for rule in numbers.rules(known)),
    )


def _fitted(rule: Rule, known: Conventions, *, alone: bool = False) -> Rule:
    """The rule, with its words fitted to the one before them, where the language asks for it."""
    after = known.after
    if not after:
        return rule

    def say(match: re.Match[str]) -> str:
        said = rule.say(match)
        if said == match[0]:
            return said
        before = match.string[max(0, match.start() - _NEAR) : match.start()]
        return after(before, said, alone=alone) or match[0]

    return replace(rule, say=say)
