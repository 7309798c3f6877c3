"""Lists as most people write them → the form that `markdown` requires.

The package requires four spaces for each level, and an empty line above a list. People, and all
other Markdown readers, align with the words above, two spaces under "- " and three under "1. "
(CommonMark, 5.2), and let a list touch the paragraph above it (5.3).
"""

import re
from dataclasses import dataclass

_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( {1,4})(?=\S)")
_NOTE = re.compile(r" {0,3}\[\^[^\]\n]+\]:")
_RULE = re.compile(r" {0,3}([-*_])[ ]*(?:\1[ ]*){2,}$")
_HEADING = re.compile(r"#{1,6}(?: |$)")
_FENCE = re.compile(r"( *)(`{3,}(?=[^`]*$)|~{3,})")
_QUOTE = re.compile(r" {0,3}> ?")

_DEEPEST = 14  # levels of lists: more than any format shows; what is deeper is put beside
_DEEPEST_QUOTE = 20


@dataclass(frozen=True, slots=True)
class _Open:
    """An open entry: the columns of its mark and its words, and whether it is numbered."""

    mark: int
    words: int
    numbered: bool

    def holds(self, column: int) -> bool:
        """Whether text at a column belongs to it; two spaces are enough for many people."""
        return column >= min(self.words, self.mark + 2)


def indent_lists(text: str, depth: int = 0) -> str:
    """The same text with every entry and its paragraphs indented by four spaces a level.

    A list that touches a paragraph, or a list of the other kind, gets an empty line above it;
    "1)" becomes "1.". Fenced code moves with its entry, otherwise unchanged. Further paragraphs
    of a footnote are indented like those of an entry.
    """
    lister = _Lister()
    made: list[str] = []
    quoted: list[str] = []
    for line in text.expandtabs(4).split("\n"):
        inside = _QUOTE.match(line) if depth < _DEEPEST_QUOTE else None
        if inside and lister.is_outside(line):
            quoted.append(line[inside.end() :])
            continue
        made += _quotation(quoted, lister, depth)
        quoted = []
        made += lister.lines(line)
    return "\n".join([*made, *_quotation(quoted, lister, depth)])


def _quotation(lines: list[str], lister: "_Lister", depth: int) -> list[str]:
    if not lines:
        return []
    lister.end()
    return [f"> {line}" for line in indent_lists("\n".join(lines), depth + 1).split("\n")]


class _Lister:
    """Goes through a text line by line, and keeps track of open entries."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._fence = ""
        self._shift = 0
        self._above = ""  # the line before, as it was written
        self._further = False  # whether the line before is of a further paragraph of an entry

    def is_outside(self, line: str) -> bool:
        """Whether a line is neither between two fences nor in an open entry."""
        return not self._fence and not self._inner(len(line) - len(line.lstrip(" ")))

    def end(self) -> None:
        """Close every entry: something else begins at the margin."""
        self._open, self._shift, self._above = [], 0, ">"

    def lines(self, line: str) -> list[str]:
        """The lines that replace a line."""
        if self._fence:
            return self._program(line)
        if (fence := _FENCE.match(line)) and not self._is_program(len(fence[1])):
            return self._begin(line, fence)
        item = None if _RULE.match(line) else _ITEM.match(line)
        written = self._item(line, item) if item else [self._rest(line)]
        self._above = line
        return written

    @property
    def _blank(self) -> bool:
        return not self._above.strip()

    def _inner(self, column: int) -> list[_Open]:
        """The open entries that text at a column belongs to."""
        return [entry for entry in self._open if entry.holds(column)]

    @property
    def _level(self) -> int:
        return min(len(self._open), _DEEPEST)

    def _is_program(self, column: int) -> bool:
        """Whether text at this column is program text because of its indentation."""
        inner = self._inner(column)
        return column - (inner[-1].words if inner else 0) > 3

    def _begin(self, line: str, fence: re.Match[str]) -> list[str]:
        """A fence opens, in an entry or at the margin."""
        self._open = self._inner(len(fence[1]))
        self._fence, self._shift = fence[2], max(0, 4 * self._level - len(fence[1]))
        apart = [""] if self._open and not self._blank else []
        return [*apart, " " * self._shift + line]

    def _program(self, line: str) -> list[str]:
        written = " " * self._shift + line if line.strip() else line
        closes = line.strip()
        if not closes.startswith(self._fence) or closes.strip(self._fence[0]):
            return [written]
        self._fence, self._shift = "", 0
        self._above = "" if self._open else line
        return [written, ""] if self._open else [written]

    def _item(self, line: str, item: re.Match[str]) -> list[str]:
        column = len(item[1])
        outer = self._inner(column)
        if not self._begins(item, outer):
            return [self._rest(line)]
        self._shift = 0
        level = min(len(outer), _DEEPEST)
        numbered = item[2][-1] in ".)"
        sibling = self._open[len(outer) : len(outer) + 1]
        changed = bool(sibling) and sibling[0].numbered != numbered
        touches = not self._open or changed or self._further
        self._further = False
        self._open = [*outer, _Open(column, len(item[0]), numbered)]
        mark = item[2].replace(")", ".")
        written = f"{' ' * (4 * level)}{mark}{item[3]}{line[item.end() :]}"
        return ["", written] if touches and not self._blank else [written]

    def _begins(self, item: re.Match[str], outer: list[_Open]) -> bool:
        """Whether a mark begins an entry where it stands."""
        if not self._open and not self._blank:
            # Of numbers, only 1 may touch a paragraph: "2026." also ends a sentence.
            return len(item[1]) <= 3 and item[2] in {"-", "*", "+", "1.", "1)"}
        return bool(outer) or len(item[1]) <= 3

    def _rest(self, line: str) -> str:
        """A line that begins no entry: a paragraph of an open one, or the end of the list."""
        column = len(line) - len(line.lstrip(" "))
        if not line.strip():
            return line
        if _NOTE.match(line):
            self._open, self._shift = [_Open(0, 4, numbered=False)], 0
            return line
        if not self._blank:
            self._open = [] if _HEADING.match(line) else self._open
            return " " * max(0, column + self._shift) + line[column:]
        first = self._open[:1] if column > 0 else []
        self._open = self._inner(column) or [entry for entry in first if entry.mark < column]
        own = min(column, self._open[-1].words) if self._open else 0
        self._shift = 4 * self._level - own
        self._further = bool(self._open)
        return " " * (column + self._shift) + line[column:]
