"""Which words of one text are which of another: of what is shown, written, scripted and spoken."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias


class Pairing(NamedTuple):
    """The words of one text from `first` to `last` are those of another from `begin` to `end`.

    By their numbers; `last` and `end` are not included. Some pairings of two texts are in order,
    and together are all words of both.
    """

    first: int
    last: int
    begin: int
    end: int


def composed(one: Sequence[Pairing], other: Sequence[Pairing]) -> Iterator[Pairing]:
    """The pairings of a first text with a third, from those of each with a second."""
    left, right = list(reversed(one)), list(reversed(other))
    first = third = 0
    while left or right:
        if left and left[-1].begin == left[-1].end:
            found = Pairing(first, left.pop().last, third, third)
        elif right and right[-1].first == right[-1].last:
            found = Pairing(first, first, third, right.pop().end)
        else:
            a, b = left.pop(), right.pop()
            while a.end != b.last:
                if a.end < b.last:
                    a = both(a, left.pop())
                else:
                    b = both(b, right.pop())
            found = Pairing(a.first, a.last, b.begin, b.end)
        yield found
        first, third = found.last, found.end


Marked: TypeAlias = tuple[str, int | None]
"""A word, and the number of the change that it belongs to; None where it is not changed."""


def grouped(before: Sequence[Marked], after: Sequence[Marked]) -> list[Pairing]:
    """The pairings of a text before and after some changes: the words of each change as one.

    Where a change has no word before, what is after it goes with the change that it follows.
    """
    found: list[Pairing] = []
    i = j = 0
    while i < len(before) or j < len(after):
        marks = [mark for _, mark in (*before[i : i + 1], *after[j : j + 1])]
        numbers = [mark for mark in marks if mark is not None]
        if numbers:
            pairing = Pairing(i, _end(before, i, min(numbers)), j, _end(after, j, min(numbers)))
        elif before[i : i + 1] == after[j : j + 1]:
            pairing = Pairing(i, i + 1, j, j + 1)
        else:  # never, while changes tell the truth
            return [Pairing(0, len(before), 0, len(after))]
        if found and pairing.first == pairing.last and after[j - 1][1] is not None:
            found[-1] = both(found[-1], pairing)
        else:
            found.append(pairing)
        i, j = pairing.last, pairing.end
    return found


def _end(words: Sequence[Marked], begin: int, number: int) -> int:
    """Where the words of a change end, from a word on."""
    while begin < len(words) and words[begin][1] == number:
        begin += 1
    return begin


def both(one: Pairing, other: Pairing) -> Pairing:
    """One pairing and that after it, as one."""
    return Pairing(one.first, other.last, one.begin, other.end)


def pairs(count: int) -> list[Pairing]:
    """The pairings of texts of as many words, which are the same."""
    return [Pairing(n, n + 1, n, n + 1) for n in range(count)]


def aligned(there: Sequence[str], said: Sequence[str]) -> list[Pairing]:
    """Matches that are in order and together are all words: of one each where they are the same.

    A word is only taken for the same where it can be no other: it stands in an unbroken row
    of the same words from either end, or from a word that is there once on both sides.
    """
    if there == said:
        return pairs(len(said))
    edges = [(-1, -1), *_found(there, said), (len(there), len(said))]
    found: list[Pairing] = []
    for (i, j), (next_i, next_j) in pairwise(edges):
        if i >= 0:
            found.append(Pairing(i, i + 1, j, j + 1))
        if next_i > i + 1 or next_j > j + 1:
            found.append(Pairing(i + 1, next_i, j + 1, next_j))
    return _certain(found, there, said)


def _found(there: Sequence[str], said: Sequence[str]) -> list[tuple[int, int]]:
    """The numbers of words that are the same, in order."""
    found: list[tuple[int, int]] = []
    ends = [*_anchors(there, said), (len(there), len(said))]
    i = j = 0
    for end_i, end_j in ends:
        while i < end_i and j < end_j and there[i] == said[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        back: list[tuple[int, int]] = []
        last_i, last_j = end_i, end_j
        while last_i > i and last_j > j and there[last_i - 1] == said[last_j - 1]:
            last_i, last_j = last_i - 1, last_j - 1
            back.append((last_i, last_j))
        found += reversed(back)
        i, j = end_i, end_j
    return found


def _anchors(there: Sequence[str], said: Sequence[str]) -> list[tuple[int, int]]:
    """Words that are there once on both sides: the most of them that are in the same order."""
    once = {key for key, count in Counter(there).items() if count == 1}
    heard = Counter(said)
    places = {key: j for j, key in enumerate(said) if key in once and heard[key] == 1}
    both = [(i, places[key]) for i, key in enumerate(there) if key in places]
    tails: list[int] = []  # of the best row of each length, its last place in `said`
    rows: list[int] = []
    for _, j in both:
        length = bisect_left(tails, j)
        tails[length : length + 1] = [j]
        rows.append(length)
    found: list[tuple[int, int]] = []
    wanted = len(tails) - 1
    for pair, length in zip(reversed(both), reversed(rows), strict=True):
        if length == wanted and (not found or pair[1] < found[-1][1]):
            found.append(pair)
            wanted -= 1
    return found[::-1]


def _certain(matches: list[Pairing], there: Sequence[str], said: Sequence[str]) -> list[Pairing]:
    """The matches without guesses: where words were put in or left out beside the same words.

    In "a quote. End quote." either "quote" may be the shown one: it is lit for both.
    """
    found: list[Pairing] = []
    coming = 0  # how many of the next matches belong to the last one
    for match in matches:
        if coming and _is_pair(match):
            found[-1] = both(found[-1], match)
            coming -= 1
            continue
        found.append(match)
        gone, coming = _unsure(match, there, said)
        while gone and len(found) > 1 and _is_pair(found[-2]):
            found[-2:] = [both(*found[-2:])]
            gone -= 1
    return found


def _is_pair(match: Pairing) -> bool:
    return match.last - match.first == match.end - match.begin == 1


def _unsure(match: Pairing, there: Sequence[str], said: Sequence[str]) -> tuple[int, int]:
    """How many pairs before and after it may as well be at another of the same words."""
    if match.first == match.last:
        row, first, last = said, match.begin, match.end
    elif match.begin == match.end:
        row, first, last = there, match.first, match.last
    else:
        return 0, 0
    before = after = 0
    while before < first and row[first - 1 - before] == row[last - 1 - before]:
        before += 1
    while last + after < len(row) and row[first + after] == row[last + after]:
        after += 1
    return before, after
