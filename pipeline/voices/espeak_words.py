"""The words of a text and when espeak-ng says them, from the events that it gives.

Measured with 1.52.0: the sample of an event is the first of the word's sounds, after the pause
before it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.script.tokens import CUTS, HAN
from pipeline.voices.timing import Words

_WORD = re.compile(rf"\[\[.*?\]\]|[{HAN}]|[^{CUTS}{HAN}]+")


def words(text: str, events: Iterable[tuple[int, int]], trimmed: int = 0) -> Words:
    """Each word of a text that it was given, and the sample where it begins.

    `events` are (place in the text, sample): several for a word with parts, such as figures, and
    none for a word that is said as one with that before it, with which it stands here. `trimmed`
    samples are taken away before them. None where the words would not begin one after the other.
    """
    matches = list(_WORD.finditer(text))
    begins = _begins(matches, sorted(events))
    found: list[tuple[str, int]] = []
    for match, begin in zip(matches, begins, strict=True):
        if begin is not None:
            found.append((match[0], max(0, begin - trimmed)))
        elif found:
            found[-1] = (f"{found[-1][0]} {match[0]}", found[-1][1])
        elif any(map(str.isalnum, match[0])):
            return ()
    in_order = all(one < other for (_, one), (_, other) in pairwise(found))
    return tuple(found) if in_order else ()


def _begins(
    matches: Sequence[re.Match[str]], events: Sequence[tuple[int, int]]
) -> list[int | None]:
    """The first sample of each word.

    An event at the space after a word is most often a part of it, as in the name of a sign; it is
    the next word's, where that has no other.
    """
    begins: list[int | None] = [None] * len(matches)
    between: list[int | None] = [None] * len(matches)
    starts = [match.start() for match in matches]
    for place, sample in events:
        word = bisect_right(starts, place) - 1
        if word >= 0 and place < matches[word].end():
            before = begins[word]
            begins[word] = sample if before is None else min(before, sample)
        elif word + 1 < len(matches):
            between[word + 1] = sample
    pairs = zip(begins, between, strict=True)
    return [begin if begin is not None else other for begin, other in pairs]
