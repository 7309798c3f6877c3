"""One way that something written is said."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What `pattern` matches is said as `say` gives it.

    Only a rule may leave a letter or digit unspoken, and only one that `drops`: all other
    text passes through as it is.
    """

    name: str
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str]
    drops: bool = False


def apply(rules: Iterable[Rule], text: str) -> str:
    """The text after each rule in turn."""
    for rule in rules:
        text = rule.pattern.sub(rule.say, text)
    return text
