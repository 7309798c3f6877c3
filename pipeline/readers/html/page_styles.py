"""What a page's own style sheet hides, as far as its selectors are names, classes and ids.

Rules for paper or for one width of window say nothing about what most readers see. What a rule
hides and another shows again, as for an open tab, is shown.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import Tag

from pipeline.readers.html.classes import class_names

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_BRACE = re.compile(r"[{}]")
_SAID = re.compile(r"(?:^|;)\s*(?:display|visibility)\s*:\s*([a-z-]+)", re.IGNORECASE)
_COMPOUND = re.compile(r"([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_UNSEEN = frozenset({"none", "hidden", "collapse"})
_MOST = 2000  # rules: more would be for a framework, not for the text
_LONGEST = 4  # steps of a selector


@dataclass(frozen=True, slots=True)
class _Compound:
    """One step of a selector: ".note" or "p#first.note.open"."""

    name: str
    ids: frozenset[str]
    classes: frozenset[str]

    def matches(self, tag: Tag) -> bool:
        if self.name not in {"", "*", tag.name}:
            return False
        if self.ids and {str(tag.get("id", ""))} != self.ids:
            return False
        return self.classes <= set(class_names(tag))


@dataclass(frozen=True, slots=True)
class _Selector:
    """Steps from the outside to the element itself."""

    steps: tuple[_Compound, ...]

    @property
    def weight(self) -> tuple[int, int, int]:
        """The specificity (Selectors 4, 17)."""
        return (
            sum(len(step.ids) for step in self.steps),
            sum(len(step.classes) for step in self.steps),
            sum(step.name not in {"", "*"} for step in self.steps),
        )

    @property
    def key(self) -> str:
        """A class, id or name that each element of it has."""
        own = self.steps[-1]
        marked = sorted(f"#{name}" for name in own.ids) + sorted(f".{n}" for n in own.classes)
        return marked[0] if marked else own.name

    def matches(self, tag: Tag) -> bool:
        *outer, own = self.steps
        if not own.matches(tag):
            return False
        parents = iter(tag.parents)
        return all(any(step.matches(parent) for parent in parents) for step in reversed(outer))


class PageStyles:
    """The rules of a page's style sheets that hide or show elements."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._hide: dict[str, list[_Selector]] = {}
        self._show: dict[str, list[_Selector]] = {}
        rules = (rule for sheet in sheets for rule in _rules(_COMMENT.sub("", sheet)))
        for number, (selectors, body, always) in enumerate(rules):
            said = _SAID.findall(body)
            if number >= _MOST or not said:
                continue
            unseen = said[-1].lower() in _UNSEEN
            if unseen and not always:
                continue
            for selector in filter(None, map(_selector, selectors.split(","))):
                kept = self._hide if unseen else self._show
                kept.setdefault(selector.key, []).append(selector)

    def hides(self, tag: Tag) -> bool:
        """Whether the page's style hides this element itself."""
        if not self._hide:
            return False
        hidden = max((found.weight for found in self._of(self._hide, tag)), default=None)
        if hidden is None:
            return False
        return all(shown.weight < hidden for shown in self._of(self._show, tag))

    def _of(self, rules: dict[str, list[_Selector]], tag: Tag) -> Iterator[_Selector]:
        """The selectors that match an element."""
        classes = [f".{name}" for name in class_names(tag)]
        for key in (*classes, f"#{tag.get('id', '')}", tag.name):
            yield from (selector for selector in rules.get(key, ()) if selector.matches(tag))


def _rules(sheet: str) -> Iterator[tuple[str, str, bool]]:
    """The selectors of each rule, its body, and whether it holds for each screen."""
    around: list[bool | None] = []  # for each open brace: None where no rule inside counts
    start = 0
    for brace in _BRACE.finditer(sheet):
        text = sheet[start : brace.start()].strip()
        start = brace.end()
        if brace[0] == "{" and text.startswith("@"):
            around.append(_condition(text.lower()))
        elif brace[0] == "{":
            around.append(None)
            end = sheet.find("}", start)
            if None not in around[:-1]:
                yield text, sheet[start : end if end >= 0 else None], all(around[:-1])
        elif around:
            around.pop()


def _condition(text: str) -> bool | None:
    """Whether rules in an at-rule hold for each screen, for some, or mean something else."""
    if text.startswith(("@supports", "@layer")):
        return True
    if not text.startswith("@media") or "print" in text:
        return None
    return "(" not in text


def _selector(text: str) -> _Selector | None:
    """A selector of names, classes and ids; None for any other."""
    steps = [_COMPOUND.fullmatch(part) for part in text.replace(">", " ").split()]
    if not steps or len(steps) > _LONGEST:
        return None
    made = []
    for step in steps:
        if step is None:
            return None
        marks = re.findall(r"[.#][\w-]+", step[2])
        ids = frozenset(mark[1:] for mark in marks if mark[0] == "#")
        classes = frozenset(mark[1:] for mark in marks if mark[0] == ".")
        made.append(_Compound((step[1] or "").lower(), ids, classes))
    return _Selector(tuple(made))
