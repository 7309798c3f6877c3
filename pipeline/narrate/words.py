"""Spoken words with their times → stretches of the words that are shown.

What is spoken differs from what is shown: "£1.2m" is four words. Words that are the same are
found in each other; where they differ, all that is said in place of some shown words lights them
as one stretch. What is said and not shown, as "Quote:", lights nothing.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from formats import walk
from formats.model import Cue, Inline, Sentence, WordCue
from pipeline.script.tokens import TextWord, tokens
from pipeline.voices.timing import Words


class Pairing(NamedTuple):
    """The shown words from `first` to `last` are what is spoken from `begin` to `end`.

    By their numbers; `last` and `end` are not included.
    """

    first: int
    last: int
    begin: int
    end: int


class _Said(NamedTuple):
    """A spoken word; `begin` is None where the voice says it as one with the word before."""

    key: str
    begin: int | None


def cues(sentence: Sentence, words: Words, cue: Cue) -> tuple[WordCue, ...]:
    """The stretches of a sentence, from its spoken words; samples count as those of its cue.

    None where the times are not in order or not within the cue: then they are not exact.
    """
    begins = [begin for _, begin in words]
    in_order = all(one < other for one, other in pairwise(begins))
    if not words or not in_order or begins[0] < cue.begin or begins[-1] >= cue.end:
        return ()
    there = shown(sentence.inlines)
    said = list(_said(words))
    matches = aligned([token.key for token in there], [word.key for word in said])
    return tuple(_cues(there, said, matches, cue))


def shown(inlines: tuple[Inline, ...]) -> list[TextWord]:
    """The words of a sentence as shown; none goes across a line break or a picture."""
    parts = walk.shown_parts(inlines)
    begins = accumulate(map(len, parts), initial=0)
    return [token for part, at in zip(parts, begins, strict=False) for token in tokens(part, at)]


def _said(words: Words) -> Iterator[_Said]:
    """Each single word; of those that the voice says as one, only the first has a time."""
    for text, begin in words:
        at: int | None = begin
        for token in tokens(text):
            yield _Said(token.key, at)
            at = None


def _cues(
    there: Sequence[TextWord], said: Sequence[_Said], matches: Sequence[Pairing], cue: Cue
) -> Iterator[WordCue]:
    heard = list(_heard(matches, said))
    ends = [begin for _, _, begin in heard[1:]] + [cue.end]
    for (first, last, begin), end in zip(heard, ends, strict=True):
        if first < last:
            yield WordCue(cue.id, there[first].start, there[last - 1].stop, begin, end)


def _heard(matches: Sequence[Pairing], said: Sequence[_Said]) -> Iterator[tuple[int, int, int]]:
    """The numbers of shown words, the last not included, and when they begin to be heard.

    Words that the voice says as one with those before are joined to them.
    """
    first = last = 0
    at: int | None = None
    for match in matches:
        if match.begin == match.end:
            continue  # shown and not said
        begin = said[match.begin].begin
        if begin is None:
            first, last = (first if first < last else match.last), match.last
            continue
        if at is not None:
            yield first, last, at
        first, last, at = match.first, match.last, begin
    if at is not None:
        yield first, last, at


# --- which words are the same ---------------------------------------------------------------


def aligned(there: Sequence[str], said: Sequence[str]) -> list[Pairing]:
    """Matches that are in order and together are all words: of one each where they are the same.

    A word is only taken for the same where it can be no other: it stands in an unbroken row
    of the same words from either end, or from a word that is there once on both sides.
    """
    pairs = _pairs(there, said)
    edges = [(-1, -1), *pairs, (len(there), len(said))]
    found: list[Pairing] = []
    for (i, j), (next_i, next_j) in pairwise(edges):
        if i >= 0:
            found.append(Pairing(i, i + 1, j, j + 1))
        if next_i > i + 1 or next_j > j + 1:
            found.append(Pairing(i + 1, next_i, j + 1, next_j))
    return _certain(found, there, said)


def _pairs(there: Sequence[str], said: Sequence[str]) -> list[tuple[int, int]]:
    """The numbers of words that are the same, in order."""
    pairs: list[tuple[int, int]] = []
    ends = [*_anchors(there, said), (len(there), len(said))]
    i = j = 0
    for end_i, end_j in ends:
        while i < end_i and j < end_j and there[i] == said[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        back: list[tuple[int, int]] = []
        last_i, last_j = end_i, end_j
        while last_i > i and last_j > j and there[last_i - 1] == said[last_j - 1]:
            last_i, last_j = last_i - 1, last_j - 1
            back.append((last_i, last_j))
        pairs += reversed(back)
        i, j = end_i, end_j
    return pairs


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
            found[-1] = _both(found[-1], match)
            coming -= 1
            continue
        found.append(match)
        gone, coming = _unsure(match, there, said)
        while gone and len(found) > 1 and _is_pair(found[-2]):
            found[-2:] = [_both(*found[-2:])]
            gone -= 1
    return found


def _both(one: Pairing, other: Pairing) -> Pairing:
    return Pairing(one.first, other.last, one.begin, other.end)


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
