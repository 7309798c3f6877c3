"""What the rules have put in place of what: from which written words spoken ones come."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.script.normalise.rule import Edit, Span


class Change(NamedTuple):
    """The spoken words from `begin` to `end` of a text, and what was written in their place."""

    begin: int
    end: int
    written: str


class Origins:
    """For each character of a text that rules change, the stretch that it comes from."""

    def __init__(self, written: str) -> None:
        self._written = written
        self._spans: list[Span] | None = None  # None: each from itself

    def edited(self, edits: Sequence[Edit]) -> None:
        """Follow what a rule has changed."""
        before = self._spans or [(at, at + 1) for at in range(len(self._written))]
        after: list[Span] = []
        at = 0
        for begin, end, length in edits:
            after += before[at:begin]
            if begin < end:
                after += [(before[begin][0], before[end - 1][1])] * length
            else:  # put in between two characters: it comes from none
                place = before[begin][0] if begin < len(before) else len(self._written)
                after += [(place, place)] * length
            at = end
        self._spans = after + before[at:]

    def changes(self, said: str) -> tuple[Change, ...]:
        """What is said in place of what, in order; `said` is the text as the rules have left it."""
        return tuple(self._changes(said)) if self._spans else ()

    def _changes(self, said: str) -> Iterator[Change]:
        at = 0
        for (first, last), group in groupby(self._spans or ()):
            end = at + len(list(group))
            written = self._written[first:last]
            if said[at:end] != written:
                yield _trimmed(Change(at, end, written), said)
            at = end


def _trimmed(change: Change, said: str) -> Change:
    """The change without the words that are the same at its ends: they are context of the rule."""
    written, spoken = change.written.split(" "), said[change.begin : change.end].split(" ")
    most = min(len(written), len(spoken)) - 1
    front = _same(written, spoken, most)
    back = _same(written[::-1], spoken[::-1], most - front)
    begin = change.begin + sum(len(word) + 1 for word in written[:front])
    end = change.end - sum(len(word) + 1 for word in written[len(written) - back :])
    return Change(begin, end, " ".join(written[front : len(written) - back]))


def _same(one: Sequence[str], other: Sequence[str], most: int) -> int:
    """With how many of the same words two rows begin, of at most so many."""
    pairs = enumerate(zip(one[:most], other[:most], strict=True))
    return next((number for number, (a, b) in pairs if a != b), most)
