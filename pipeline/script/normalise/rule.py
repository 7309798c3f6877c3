"""A rule: how one kind of writing is spoken."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from pipeline.script.normalise.necessary import Needed, necessary

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
    other text, which is most of a post. Nor is any rule, where the text has none of the characters
    that are `needed`.
    """

    name: str
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str]
    drops: bool = False
    figures: bool = False
    needed: tuple[Needed, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "needed", necessary(self.pattern))


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
    there, has_figure = set(text), bool(_FIGURE.search(text))
    for rule in rules:
        if (rule.figures and not has_figure) or any(map(there.isdisjoint, rule.needed)):
            continue
        before = text
        text, kept, edits = _once(rule, text, kept)
        if edits:
            edited(edits)
        if text is not before:
            there, has_figure = set(text), bool(_FIGURE.search(text))
    return text, kept


def _once(
    rule: Rule, text: str, kept: tuple[Span, ...]
) -> tuple[str, tuple[Span, ...], list[Edit]]:
    if not rule.pattern.search(text):
        return text, kept, []
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
