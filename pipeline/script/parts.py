"""Blocks → parts: what is said of each kind of block, and the pause after each line."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from formats import walk
from formats.model import (
    Block,
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    Listing,
    Notes,
    Paragraph,
    Passage,
    Quote,
    Rule,
    Sentences,
    Table,
)
from formats.tables import column_headers
from pipeline.script import pauses
from pipeline.script.editing import Parts, framed, led, paused
from pipeline.script.lines import Line, Part
from pipeline.script.notices import code_notice, picture_notice
from pipeline.script.sentence import Telling
from pipeline.script.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the post something is said: in which language, with which pause after it."""

    telling: Telling
    language: str
    pause: int = pauses.PARAGRAPH


def parts(blocks: Iterable[Block], place: Place) -> Parts:
    """One part for each block that is said in one go, in reading order."""
    found: Parts = ()
    for block in blocks:
        if isinstance(block, Rule):
            found = paused(found, pauses.RULE)
        else:
            found = (*found, *_parts(block, place))
    return found


def _parts(block: Block, place: Place) -> Parts:  # noqa: C901, PLR0911 - a case for each kind
    match block:
        case Heading():
            return running(block.sentences, replace(place, pause=pauses.heading(block.level)))
        case Paragraph():
            return running(block.sentences, place)
        case Listing():
            return _listing(block, place)
        case DefinitionList():
            return _definitions(block, place)
        case Quote():
            return framed(parts(block.blocks, place), lambda w: w.quote, lambda w: w.end_quote)
        case Passage():
            return parts(block.blocks, replace(place, language=block.language))
        case CodeBlock():
            return (Part((code_notice(block, place.language),)),)
        case Figure():
            return _figure(block, place)
        case Table():
            return _table(block, place)
        case Notes():
            return _notes(block, place)
        case Rule():
            return ()
        case _:
            assert_never(block)


def running(sentences: Sentences, place: Place) -> Parts:
    """Running text as one part; `place.pause` follows its last sentence."""
    lines = _lines(sentences, place)
    return (Part(lines),) if lines else ()


def _lines(sentences: Sentences, place: Place) -> tuple[Line, ...]:
    last = len(sentences) - 1
    return tuple(
        place.telling.line(sentence, place.language, place.pause if i == last else pauses.SENTENCE)
        for i, sentence in enumerate(sentences)
    )


def _listing(listing: Listing, place: Place) -> Parts:
    """Each item with its number if it has one; a longer pause after the whole list."""
    inside = replace(place, pause=pauses.ITEM)
    found: Parts = ()
    for number, item in enumerate(listing.items, listing.start):
        said = parts(item.blocks, inside)
        found += led(said, _number(number)) if listing.ordered else said
    return paused(found, place.pause)


def _number(number: int) -> Callable[[Words], str]:
    return lambda _: f"{number}:"


def _definitions(definitions: DefinitionList, place: Place) -> Parts:
    inside = replace(place, pause=pauses.ITEM)
    found: Parts = ()
    for definition in definitions.definitions:
        found += running(definition.term, inside) + parts(definition.blocks, inside)
    return paused(found, place.pause)


def _figure(figure: Figure, place: Place) -> Parts:
    """Alternative text once, then the caption; never the same words twice."""
    caption = _lines(figure.caption, place)
    pause = pauses.NOTICE if caption else place.pause
    notice = picture_notice(figure, walk.text(figure.caption), place.language, pause)
    return (Part((notice, *caption)),)


def _table(table: Table, place: Place) -> Parts:
    """The caption, then row by row, each cell under the header of its column."""
    found = running(table.caption, replace(place, pause=pauses.NOTICE))
    for row, headers in zip(table.rows, column_headers(table), strict=True):
        lines: tuple[Line, ...] = ()
        for cell, header in zip(row.cells, headers, strict=True):
            lines += _cell(cell.sentences, header, place)
        found += paused((Part(lines),), pauses.ITEM) if lines else ()
    framing = framed(found, lambda w: w.table, lambda w: w.end_table)
    return paused(framing, place.pause)


def _cell(sentences: Sentences, header: str, place: Place) -> tuple[Line, ...]:
    said = running(sentences, replace(place, pause=pauses.CELL))
    if not said:
        return ()
    return led(said, lambda _: f"{header}:")[0].lines if header else said[0].lines


def _notes(notes: Notes, place: Place) -> Parts:
    found: Parts = ()
    for note in notes.notes:
        found += led(parts(note.blocks, place), _label(note.label))
    return led(found, lambda w: w.notes)


def _label(label: str) -> Callable[[Words], str]:
    return lambda known: known.note.format(label)
