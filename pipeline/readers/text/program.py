"""Where program text stands in Markdown: marks inside it are examples, and stay as they are."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

# A fence may stand in quotations and entries of lists (CommonMark, 4.5).
_FENCE = re.compile(r"[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)*(`{3,}(?=[^`]*$)|~{3,})")
_TICKS = re.compile(r"(?<!\\)`+")
_LINE = re.compile(r"[^\n]*\n?")

Region = tuple[int, int]
"""Where some characters begin, and where they end."""


def regions(text: str) -> list[Region]:
    """The fenced code and the code spans of a text, in order."""
    found: list[Region] = []
    paragraph = fence_start = 0
    fence = ""
    for line in _LINE.finditer(text):
        words = line[0]
        if fence:
            if _closes(words, fence):
                found.append((fence_start, line.end()))
                fence, paragraph = "", line.end()
        elif opened := _FENCE.match(words.rstrip("\n")):
            found += _spans(text, paragraph, line.start())
            fence, fence_start = opened[1], line.start()
        elif not words.strip():
            found += _spans(text, paragraph, line.start())
            paragraph = line.end()
    return [*found, (fence_start, len(text))] if fence else [*found, *_spans(text, paragraph)]


def _closes(line: str, fence: str) -> bool:
    mark = line.lstrip(" \t>").strip()
    return mark.startswith(fence) and not mark.strip(fence[0])


def _spans(text: str, start: int, end: int | None = None) -> Iterator[Region]:
    """The code spans of one paragraph: from a row of backticks to the next as long (6.1)."""
    rows = list(_TICKS.finditer(text, start, len(text) if end is None else end))
    closing: dict[int, list[int]] = {}
    for n, row in reversed(list(enumerate(rows))):
        closing.setdefault(len(row[0]), []).append(n)
    n = 0
    while n < len(rows):
        later = closing[len(rows[n][0])]
        while later and later[-1] <= n:
            later.pop()
        if later:
            yield rows[n].start(), rows[later[-1]].end()
            n = later[-1]
        n += 1


class Program:
    """The program text of one text, to look places up in."""

    def __init__(self, text: str) -> None:
        self._regions = regions(text)
        self._starts = [start for start, _ in self._regions]

    def end(self, place: int) -> int:
        """Where the program text ends that a place is in, or 0 where it is in none."""
        n = bisect_right(self._starts, place) - 1
        return self._regions[n][1] if n >= 0 and place < self._regions[n][1] else 0


def substitute(pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], text: str) -> str:
    """A text with every match replaced that does not begin in program text."""
    program = Program(text)
    made: list[str] = []
    done = place = 0
    while found := pattern.search(text, place):
        if inside := program.end(found.start()):
            place = inside
            continue
        made += [text[done : found.start()], replace(found)]
        done = place = found.end()
    return "".join([*made, text[done:]])
