"""When what is heard, as data for the script of the page."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from typing import TypeAlias

from formats import walk
from formats.clock import milliseconds
from formats.markup import Dialect, inlines_html, web_page
from formats.model import (
    Abbreviation,
    Code,
    Cue,
    Edition,
    Narration,
    NoteRef,
    Picture,
    Sentence,
    Text,
    WordCue,
)

_ADDING = (NoteRef, Picture)
"""What adds words to the text of an element that are not the author's."""

Places: TypeAlias = list[tuple[int, int]]


def sentence_cues(narration: Narration) -> str:
    """[id, milliseconds] of each cue."""
    return _data([[cue.id, milliseconds(cue.begin, narration.rate)] for cue in narration.cues])


def word_cues(edition: Edition) -> str:
    """[start, stop, begin, end, start, …] of the words of each sentence that has exact times.

    Places are counted as in JavaScript (UTF-16), in all the text of the sentence's element; times
    in milliseconds from the beginning of its cue.
    """
    narration = edition.narration
    spoken: defaultdict[str, list[WordCue]] = defaultdict(list)
    for word in narration.words:
        spoken[word.id].append(word)
    if not spoken:
        return "{}"
    cues = {cue.id: cue for cue in narration.cues}
    dialect = web_page(edition)
    told: dict[str, list[int]] = {}
    for unit in walk.edition_units(edition):
        if isinstance(unit, Sentence) and unit.id in spoken:
            places = _places(unit, dialect)
            told[unit.id] = [*_numbers(spoken[unit.id], cues[unit.id], places, narration.rate)]
    return _data(told)


def _numbers(spoken: list[WordCue], cue: Cue, places: Places, rate: int) -> Iterator[int]:
    for word in spoken:
        yield places[word.start][0]
        yield places[word.stop - 1][1]
        yield milliseconds(word.begin - cue.begin, rate)
        yield milliseconds(word.end - cue.begin, rate)


def _places(sentence: Sentence, dialect: Dialect) -> Places:
    """Where each character of `walk.shown` begins and ends in the text of the element.

    That also has the marks of notes, and words in place of missing pictures.
    """
    inlines = list(walk.inlines(sentence.inlines))
    text = walk.shown(sentence.inlines)
    if max(text, default="") <= "\uffff" and not any(isinstance(i, _ADDING) for i in inlines):
        return [(at, at + 1) for at in range(len(text))]  # each character is one unit
    places: Places = []
    at = 0
    for inline in inlines:
        match inline:
            case Text() | Code() | Abbreviation():
                for character in inline.text:
                    places.append((at, at + _units(character)))
                    at += _units(character)
            case NoteRef() | Picture():
                markup = inlines_html((inline,), dialect)
                at += sum(map(_units, unescape(re.sub("<[^>]*>", "", markup))))
            case _:
                pass
    return places


def _units(character: str) -> int:
    """How many UTF-16 units a character has."""
    return 2 if character > "\uffff" else 1


def _data(value: object) -> str:
    """JSON; "<" is escaped so that nothing can end the element."""
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")
