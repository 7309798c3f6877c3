"""A rule: how one kind of writing is spoken."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""A stretch of a text: its first character, and the one after its last."""

Edit: TypeAlias = tuple[int, int, int]
"""A stretch of a text, and how many characters stand in its place."""

_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Rule:
    r"""Text that matches `pattern` is spoken as `say` returns it.

    Only a rule with `drops` may leave a letter or digit unspoken; all other text stays as it
    is. A rule with `figures` matches only where there is a figure (`\d`): it is not tried on
    other text, which is most of a post.
    """

    name: str
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str]
    drops: bool = False
    figures: bool = False


def figured(name: str, pattern: re.Pattern[str], say: Callable[[re.Match[str]], str]) -> Rule:
    """A rule for text with figures."""
    return Rule(name, pattern, say, figures=True)


def apply(
    rules: Iterable[Rule],
    text: str,
    kept: tuple[Span, ...] = (),
    edited: Callable[[list[Edit]], None] = lambda _: None,
) -> tuple[str, tuple[Span, ...]]:
    """The text after each rule in turn, and the new positions of its `kept` stretches.

    No rule changes a kept word, but each sees it as context: "Dr" is still before a name. The
    stretches are in order and do not touch. `edited` takes what each rule that matches changes in
    the text as the rules before it have left it.
    """
    has_figure = bool(_FIGURE.search(text))
    for rule in rules:
        if has_figure or not rule.figures:
            before = text
            text, kept, edits = _once(rule, text, kept)
            if edits:
                edited(edits)
            has_figure = has_figure if text is before else bool(_FIGURE.search(text))
    return text, kept


def _once(
    rule: Rule, text: str, kept: tuple[Span, ...]
) -> tuple[str, tuple[Span, ...], list[Edit]]:
    said: list[str] = []
    edits: list[Edit] = []
    moved = list(kept)
    at = shift = 0
    for match in rule.pattern.finditer(text):
        begin, end = match.span()
        if any(first < end and begin < last for first, last in kept):
            continue
        words = rule.say(match)
        said += [text[at:begin], words]
        edits.append((begin, end, len(words)))
        at = end
        longer = len(words) - (end - begin)
        shift += longer
        for place, (first, last) in enumerate(moved):
            if kept[place][0] >= end:
                moved[place] = (first + longer, last + longer)
    return "".join([*said, text[at:]]) if at or shift else text, tuple(moved), edits
