"""Nested lists as most people indent them, made into what the `markdown` package asks for.

The package nests by four spaces alone. People, and every other reader of Markdown, nest by
where the words above begin: two spaces under "- ", three under "1. " (CommonMark, 5.2).
"""

import re
from dataclasses import dataclass

_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( {1,4})(?=\S)")
_FENCE = re.compile(r" *(```|~~~)")


@dataclass(frozen=True, slots=True)
class _Open:
    """An entry that is open: the column its words begin at, and whether it is numbered."""

    words: int
    numbered: bool


def indent_lists(text: str) -> str:
    """The same text with every entry and its paragraphs four spaces in for each level.

    A list that follows one of the other kind without an empty line gets one, and so is a list
    of its own. Program text between fences stays as it is.
    """
    lister = _Lister()
    return "\n".join(written for line in text.split("\n") for written in lister.lines(line))


class _Lister:
    """Goes through a text line by line and knows which entries are open."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._fenced = False
        self._blank = True

    def lines(self, line: str) -> list[str]:
        """What stands in place of a line."""
        if _FENCE.match(line) and not self._open:
            self._fenced = not self._fenced
        if self._fenced:
            return [line]
        item = _ITEM.match(line)
        written = self._item(line, item) if item else [self._rest(line)]
        self._blank = not line.strip()
        return written

    def _item(self, line: str, item: re.Match[str]) -> list[str]:
        column = len(item[1])
        outer = [entry for entry in self._open if entry.words <= column]
        if not outer and column > 3:  # program text, or a line that goes on
            return [line]
        level = len(outer)
        numbered = item[2][-1] in ".)"
        sibling = self._open[level : level + 1]
        changed = bool(sibling) and sibling[0].numbered != numbered and not self._blank
        self._open = [*outer, _Open(len(item[0]), numbered)]
        written = line if column >= 4 * level else " " * (4 * level) + line[column:]
        return ["", written] if changed else [written]

    def _rest(self, line: str) -> str:
        """A line that begins no entry: a paragraph of one that is open, or the end of the list."""
        column = len(line) - len(line.lstrip(" "))
        if not line.strip() or not self._blank:
            return line
        self._open = [entry for entry in self._open if entry.words <= column]
        level = len(self._open)
        return line if column >= 4 * level else " " * (4 * level) + line[column:]
