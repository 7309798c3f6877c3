"""Spoken words with their times → stretches of the words that are shown.

What is spoken differs from what is shown: "£1.2m" is four words. Words that are the same are
found in each other; where they differ, all that is said in place of some shown words lights them
as one stretch. What is said and not shown, as "Quote:", lights nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from formats import walk
from formats.memo import memoised
from formats.model import Cue, Inline, Sentence, WordCue
from pipeline.narrate.pairing import Marked, Pairing, aligned, composed, grouped
from pipeline.script.lines import Line
from pipeline.script.normalise.origins import Change
from pipeline.script.tokens import TextWord, apart, tokens
from pipeline.voices.timing import Words


class Sounding(NamedTuple):
    """A sentence as it is shown, and the line that is spoken for it."""

    sentence: Sentence
    line: Line


Stretch: TypeAlias = tuple[int, int, int, int]
"""Where a stretch of a sentence begins and ends in its text, and in its sound."""


class _Said(NamedTuple):
    """A spoken word; `begin` is None where the voice says it as one with the word before."""

    key: str
    begin: int | None


def cues(sounding: Sounding, words: Words, cue: Cue) -> tuple[WordCue, ...]:
    """The stretches of a sentence, from its spoken words; samples count as those of its cue.

    None where the times are not in order or not within the cue: then they are not exact.
    """
    begins = [begin for _, begin in words]
    in_order = all(one < other for one, other in pairwise(begins))
    if not words or not in_order or begins[0] < cue.begin or begins[-1] >= cue.end:
        return ()
    parts = tuple(walk.shown_parts(sounding.sentence.inlines))
    line, length = sounding.line, cue.end - cue.begin
    heard = tuple((word, begin - cue.begin) for word, begin in words)
    lit = _lit(parts, line.text, line.changes, heard, length)
    at = cue.begin
    return tuple(
        WordCue(cue.id, start, stop, at + begin, at + end) for start, stop, begin, end in lit
    )


@memoised
def _lit(
    parts: tuple[str, ...], text: str, changes: tuple[Change, ...], words: Words, length: int
) -> tuple[Stretch, ...]:
    """The stretches of the shown parts of a sentence; samples count from where it is heard."""
    there = list(_shown(parts))
    said = list(_said(words))
    pairings = _paired([word.key for word in there], text, changes, [word.key for word in said])
    return tuple(_stretches(there, said, pairings, length))


def _paired(
    there: list[str], text: str, changes: tuple[Change, ...], said: list[str]
) -> list[Pairing]:
    """Shown words with spoken ones, by way of what is written and what is in the script."""
    scripted = [word.key for word in tokens(text)]
    if changes:
        keys, changed = _written(text, changes)
        pairings = list(composed(aligned(there, keys), changed))
    else:
        pairings = aligned(there, scripted)
    return pairings if scripted == said else list(composed(pairings, aligned(scripted, said)))


def _written(text: str, changes: Sequence[Change]) -> tuple[list[str], list[Pairing]]:
    """The words of a line before the rules and the lexicon changed them; paired with its words."""
    changes = _widened(changes, text)
    parts: list[str] = []
    places: list[tuple[int, int]] = []  # of the changes in what is written
    at = size = 0
    for begin, end, instead in changes:
        parts += [text[at:begin], instead]
        size += begin - at + len(instead)
        places.append((size - len(instead), size))
        at = end
    before = _marked("".join([*parts, text[at:]]), places)
    after = _marked(text, [(begin, end) for begin, end, _ in changes])
    return [key for key, _ in before], grouped(before, after)


def _widened(changes: Sequence[Change], text: str) -> list[Change]:
    """The changes of a text with the rest of the words that they begin or end within."""
    found: list[Change] = []
    edges = [*(change.begin for change in changes), len(text)]
    for change, edge in zip(changes, edges[1:], strict=True):
        at = found[-1].end if found else 0
        begin, end = _begin(change, text, at), _end(change, text, edge)
        instead = text[begin : change.begin] + change.written + text[change.end : end]
        if found and begin == at:
            begin, instead = found[-1].begin, found.pop().written + instead
        found.append(Change(begin, end, instead))
    return found


def _begin(change: Change, text: str, least: int) -> int:
    """Where the word begins that a change begins within."""
    begin = change.begin
    if not _spaced(change.written[:1], text[begin : begin + 2]):
        while begin > least and not apart(text[begin - 1]):
            begin -= 1
    return begin


def _end(change: Change, text: str, most: int) -> int:
    """Where the word ends that a change ends within."""
    end = change.end
    if not _spaced(change.written[-1:], text[max(0, end - 2) : end][::-1]):
        while end < most and not apart(text[end]):
            end += 1
    return end


def _spaced(written: str, said: str) -> bool:
    """Whether a change has a space at one end, and the words said there are apart from others.

    Of what is said, that is seen from its first two characters: " and", or ", and".
    """
    return (
        written != ""
        and apart(written)
        and any(map(apart, said or " "))
        and not (said[:1].isalnum())
    )


def _marked(text: str, places: Sequence[tuple[int, int]]) -> list[Marked]:
    """The words of a text, each with the number of the place that it touches."""
    found: list[Marked] = []
    number = 0
    for key, start, stop in tokens(text):
        while number < len(places) and places[number][1] <= start:
            number += 1
        touches = number < len(places) and places[number][0] < stop
        found.append((key, number if touches else None))
    return found


def shown(inlines: tuple[Inline, ...]) -> list[TextWord]:
    """The words of a sentence as shown; none goes across a line break or a picture."""
    return list(_shown(walk.shown_parts(inlines)))


def _shown(parts: Sequence[str]) -> Iterator[TextWord]:
    begins = accumulate(map(len, parts), initial=0)
    for part, at in zip(parts, begins, strict=False):
        yield from tokens(part, at)


def _said(words: Words) -> Iterator[_Said]:
    """Each single word; of those that the voice says as one, only the first has a time."""
    for text, begin in words:
        at: int | None = begin
        for token in tokens(text):
            yield _Said(token.key, at)
            at = None


def _stretches(
    there: Sequence[TextWord], said: Sequence[_Said], pairings: Sequence[Pairing], length: int
) -> Iterator[Stretch]:
    heard = list(_heard(pairings, said))
    ends = [begin for _, _, begin in heard[1:]] + [length]
    for (first, last, begin), end in zip(heard, ends, strict=True):
        if first < last:
            yield there[first].start, there[last - 1].stop, begin, end


def _heard(pairings: Sequence[Pairing], said: Sequence[_Said]) -> Iterator[tuple[int, int, int]]:
    """The numbers of shown words, the last not included, and when they begin to be heard.

    Words that the voice says as one with those before are joined to them; those of which it says
    only some so, such as "the" in "on | the fourteenth", begin with the others.
    """
    first = last = 0
    at: int | None = None
    for pairing in pairings:
        if pairing.begin == pairing.end:
            continue  # shown and not said
        times = (word.begin for word in said[pairing.begin : pairing.end])
        begin = next((time for time in times if time is not None), None)
        if begin is None:
            first, last = (first if first < last else pairing.last), pairing.last
            continue
        if at is not None:
            yield first, last, at
        first, last, at = pairing.first, pairing.last, begin
    if at is not None:
        yield first, last, at
