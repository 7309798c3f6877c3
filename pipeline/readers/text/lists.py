"""Nested lists as most people indent them → the indentation that `markdown` requires.

The package requires four spaces for each level. People, and all other Markdown readers, align
with the words above: two spaces under "- ", three under "1. " (CommonMark, 5.2).
"""

import re
from dataclasses import dataclass

_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( {1,4})(?=\S)")
_FENCE = re.compile(r"( *)(`{3,}(?=[^`]*$)|~{3,})")


@dataclass(frozen=True, slots=True)
class _Open:
    """An open entry: the column where its words begin, and whether it is numbered."""

    words: int
    numbered: bool


def indent_lists(text: str) -> str:
    """The same text with every entry and its paragraphs indented by four spaces a level.

    A list that follows one of the other kind without an empty line gets one, so that it is a
    list of its own; "1)" becomes "1.". Fenced code moves with its entry, otherwise unchanged.
    """
    lister = _Lister()
    return "\n".join(written for line in text.split("\n") for written in lister.lines(line))


class _Lister:
    """Goes through a text line by line, and keeps track of open entries."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._fence = ""
        self._shift = 0
        self._blank = True

    def lines(self, line: str) -> list[str]:
        """The lines that replace a line."""
        if self._fence:
            return self._program(line)
        if (fence := _FENCE.match(line)) and not self._is_program(len(fence[1])):
            return self._begin(line, fence)
        item = _ITEM.match(line)
        written = self._item(line, item) if item else [self._rest(line)]
        self._blank = not line.strip()
        return written

    def _inner(self, column: int) -> list[_Open]:
        """The open entries that text at a column belongs to."""
        return [entry for entry in self._open if entry.words <= column]

    def _is_program(self, column: int) -> bool:
        """Whether text at this column is program text because of its indentation."""
        inner = self._inner(column)
        return column - (inner[-1].words if inner else 0) > 3

    def _begin(self, line: str, fence: re.Match[str]) -> list[str]:
        """A fence opens, in an entry or at the margin."""
        self._open = self._inner(len(fence[1]))
        self._fence, self._shift = fence[2], max(0, 4 * len(self._open) - len(fence[1]))
        apart = [""] if self._open and not self._blank else []
        return [*apart, " " * self._shift + line]

    def _program(self, line: str) -> list[str]:
        written = " " * self._shift + line if line.strip() else line
        closes = line.strip()
        if not closes.startswith(self._fence) or closes.strip(self._fence[0]):
            return [written]
        self._fence, self._blank = "", bool(self._open)
        return [written, ""] if self._open else [written]

    def _item(self, line: str, item: re.Match[str]) -> list[str]:
        column = len(item[1])
        outer = self._inner(column)
        if not outer and column > 3:  # program text, or the continuation of a line
            return [line]
        level = len(outer)
        numbered = item[2][-1] in ".)"
        if item[2][-1] == ")" and (self._blank or self._open):
            line = line.replace(")", ".", 1)
        sibling = self._open[level : level + 1]
        changed = bool(sibling) and sibling[0].numbered != numbered and not self._blank
        self._open = [*outer, _Open(len(item[0]), numbered)]
        written = line if column >= 4 * level else " " * (4 * level) + line[column:]
        return ["", written] if changed else [written]

    def _rest(self, line: str) -> str:
        """A line that begins no entry: a paragraph of an open one, or the end of the list."""
        column = len(line) - len(line.lstrip(" "))
        if not line.strip() or not self._blank:
            return line
        self._open = self._inner(column)
        level = len(self._open)
        return line if column >= 4 * level else " " * (4 * level) + line[column:]
