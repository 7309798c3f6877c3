"""Numbered and bulleted paragraphs of a Word document: of which list, how deep, which number.

Word has no lists: each paragraph names a numbering and a level, and is counted as it comes.
"""

from dataclasses import dataclass

from lxml import etree

from pipeline.readers.documents.word_styles import Styles, W, value

_DEEPEST = 8  # levels count from 0 (17.9.3)


@dataclass(frozen=True, slots=True)
class NumberingLevel:
    """A level of a numbering: the kind of number, and the first."""

    kind: str
    start: int
    style: str


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """The place of a paragraph in a list. `number` is None where it has a bullet."""

    level: int
    number: int | None


class Numbering:
    """The numberings of a document, and how far each has been counted."""

    def __init__(self, root: etree._Element | None, known: Styles) -> None:
        self._styles = known
        self._levels: dict[str, dict[int, NumberingLevel]] = {}
        self._abstract: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counted: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        linked: dict[str, str] = {}
        for abstract in root.findall(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId", "")
            levels = abstract.findall(f"{W}lvl")
            self._levels[name] = {_number(lvl.get(f"{W}ilvl"), 0): _level(lvl) for lvl in levels}
            linked[name] = value(abstract.find(f"{W}numStyleLink"))
        for num in root.findall(f"{W}num"):
            name = num.get(f"{W}numId", "")
            self._abstract[name] = value(num.find(f"{W}abstractNumId"))
            self._restarts[name] = {
                _number(over.get(f"{W}ilvl"), 0): _number(value(start), 1)
                for over in num.findall(f"{W}lvlOverride")
                if (start := over.find(f"{W}startOverride")) is not None
            }
        for name, abstract_name in self._abstract.items():
            self._abstract[name] = self._followed(abstract_name, linked)

    def _followed(self, abstract: str, linked: dict[str, str]) -> str:
        """The numbering itself, where one only names a style that has it (17.9.21)."""
        style = linked.get(abstract)
        named = self._styles.first(style, f"{W}pPr/{W}numPr/{W}numId") if style else None
        return self._abstract.get(value(named), abstract) if named is not None else abstract

    def place(self, paragraph: etree._Element | None, style: str) -> ItemPlace | None:
        """Count a paragraph with these properties; None if it is in no list."""
        num, level = self._named(paragraph, style)
        abstract = self._abstract.get(num, "")
        found = self._levels.get(abstract, {}).get(level)
        if found is None or found.kind == "none":
            return None
        shown = max(level, self._styles.depth(style))
        if found.kind == "bullet":
            return ItemPlace(shown, None)
        return ItemPlace(shown, self._next(num, abstract, level))

    def _named(self, paragraph: etree._Element | None, style: str) -> tuple[str, int]:
        """The numbering and the level that a paragraph or its style names."""
        own = paragraph.find(f"{W}numPr") if paragraph is not None else None
        styled = self._styles.first(style, f"{W}pPr/{W}numPr")
        num = _child(own, "numId") or _child(styled, "numId")
        said = _child(own, "ilvl") or (_child(styled, "ilvl") if own is None else "")
        if said:
            return num, min(_number(said, 0), _DEEPEST)
        levels = self._levels.get(self._abstract.get(num, ""), {})
        return num, next((n for n, level in levels.items() if style and level.style == style), 0)

    def _next(self, num: str, abstract: str, level: int) -> int:
        counted = self._counted.setdefault(abstract, [None] * (_DEEPEST + 1))
        if num not in self._begun:
            self._begun.add(num)
            for restarted in self._restarts.get(num, {}):
                if restarted <= _DEEPEST:
                    counted[restarted] = None
        start = self._restarts.get(num, {}).get(level, self._levels[abstract][level].start)
        last = counted[level]
        number = start if last is None else last + 1
        counted[level] = number
        counted[level + 1 :] = [None] * (_DEEPEST - level)
        return number


def _level(lvl: etree._Element) -> NumberingLevel:
    kind = value(lvl.find(f"{W}numFmt")) or "decimal"
    start = _number(value(lvl.find(f"{W}start")), 1)
    return NumberingLevel(kind, start, value(lvl.find(f"{W}pStyle")))


def _child(element: etree._Element | None, name: str) -> str:
    return value(element.find(f"{W}{name}")) if element is not None else ""


def _number(said: str | None, instead: int) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 9 else instead
