"""Blocks → parts: what is said for each kind of block, and the pause after each line."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import assert_never

from formats import walk
from formats.model import (
    Block,
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    Item,
    Listing,
    Notes,
    Paragraph,
    Passage,
    Quote,
    Sentence,
    Table,
    Text,
    ThematicBreak,
)
from formats.words import Words, added, words
from pipeline.script import pauses
from pipeline.script.editing import Parts, framed, introduced, led, paused, paused_at_least
from pipeline.script.lines import Part, Run
from pipeline.script.notices import code_notice, picture_notice
from pipeline.script.place import Place, lines, running
from pipeline.script.tables import table_parts

# The box of a task in a list, in Markdown.
_BOX = re.compile(r"\[([ xX])\]\s+")


def parts(blocks: Iterable[Block], place: Place) -> Parts:
    """One part for each block that is spoken as one clip, in reading order."""
    found: Parts = ()
    after: Block | None = None
    for block in blocks:
        if isinstance(block, ThematicBreak):
            found = paused(found, pauses.RULE)
        elif isinstance(block, Notes):
            found = paused_at_least(found, pauses.BEFORE_CHAPTER)
        elif isinstance(block, Heading) and not isinstance(after, Heading):
            found = paused_at_least(found, pauses.before_heading(block.level))
        found += _parts(block, place)
        after = block
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
            return _quote(block, place)
        case Passage():
            return parts(block.blocks, replace(place, language=block.language))
        case CodeBlock():
            return (Part((code_notice(block, place),)),)
        case Figure():
            return _figure(block, place)
        case Table():
            return table_parts(block, place)
        case Notes():
            return _notes(block, place)
        case ThematicBreak():
            return ()
        case _:
            assert_never(block)


def _quote(quote: Quote, place: Place) -> Parts:
    """With words before and after, so that nobody takes a quotation for the author's words."""
    found = parts(quote.blocks, place)
    return framed(found, lambda w: w.quote, lambda w: "" if place.brief else w.end_quote)


def _listing(listing: Listing, place: Place) -> Parts:
    """Each item with its number if it has one; a longer pause after the whole list.

    The number of items is said for a list inside another, because nothing else shows where the
    outer one continues.
    """
    inside = replace(place, pause=pauses.ITEM, nested=True)
    found: Parts = ()
    for number, item in enumerate(listing.items, listing.start):
        said = _item(item, inside)
        found += _numbered(said, number, place) if listing.ordered else said
    if place.nested and not place.brief:
        found = led(found, _nested(len(listing.items)))
    return paused(found, place.pause)


def _item(item: Item, place: Place) -> Parts:
    """What is said for one item; for a task, whether it is done."""
    match item.blocks:
        case (Paragraph((Sentence(inlines=(Text(text), *inlines)) as first, *others)), *blocks):
            box = _BOX.match(text)
            if box and (inlines or box.end() < len(text)):
                first = replace(first, inlines=(Text(text[box.end() :]), *inlines))
                found = parts((Paragraph((first, *others)), *blocks), place)
                return _boxed(found, ticked=box[1] != " ")
        case _:
            pass
    return parts(item.blocks, place)


def _boxed(found: Parts, *, ticked: bool) -> Parts:
    first, *rest = found
    line, *others = first.lines
    known = words(line.language)
    said = Run(known.done if ticked else known.to_do, added(line.language))
    return (Part((introduced(line, (said,)), *others)), *rest)


def _numbered(found: Parts, number: int, place: Place) -> Parts:
    if not found:
        return found
    first, *rest = found
    said = (*place.runs(str(number)), Run(":", place.language))
    return (Part((introduced(first.lines[0], said), *first.lines[1:])), *rest)


def _nested(count: int) -> Callable[[Words], str]:
    return lambda known: known.nested_item if count == 1 else known.nested_items.format(count)


def _definitions(definitions: DefinitionList, place: Place) -> Parts:
    """Each term, and after a short pause its definition."""
    term, inside = replace(place, pause=pauses.TERM), replace(place, pause=pauses.ITEM)
    found: Parts = ()
    for definition in definitions.definitions:
        found += running(definition.term, term) + parts(definition.blocks, inside)
    return paused(found, place.pause)


def _figure(figure: Figure, place: Place) -> Parts:
    """Alternative text once, then the caption; never the same words twice."""
    caption = lines(figure.caption, place)
    here = replace(place, pause=pauses.NOTICE) if caption else place
    return (Part((picture_notice(figure, walk.text(figure.caption), here), *caption)),)


def _notes(notes: Notes, place: Place) -> Parts:
    found: Parts = ()
    for note in notes.notes:
        found += led(parts(note.blocks, place), _label(note.label))
    return led(found, lambda w: w.notes)


def _label(label: str) -> Callable[[Words], str]:
    return lambda known: known.note.format(label)
