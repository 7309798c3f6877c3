"""Going through a post: inner blocks, units, inlines, plain text.

Code that makes something of each kind of block (markup, nodes of print, speech) matches on the
kinds itself, and uses this for what is inside them. `flat` splits running text.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias, assert_never

from formats.model import (
    Abbreviation,
    Block,
    Break,
    Code,
    CodeBlock,
    DefinitionList,
    Edition,
    Figure,
    Foreign,
    Heading,
    Inline,
    Link,
    Listing,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Post,
    Quote,
    Sentence,
    Sentences,
    Styled,
    Table,
    Text,
    ThematicBreak,
)

Unit: TypeAlias = Sentence | Figure | CodeBlock
"""Something with an id, which is spoken and highlighted as a whole."""

Change: TypeAlias = Callable[[tuple[Block, ...]], tuple[Block, ...]]


def children(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside a block."""
    match block:
        case Listing():
            return tuple(b for item in block.items for b in item.blocks)
        case DefinitionList():
            return tuple(b for d in block.definitions for b in d.blocks)
        case Quote() | Passage():
            return block.blocks
        case Notes():
            return tuple(b for note in block.notes for b in note.blocks)
        case Heading() | Paragraph() | CodeBlock() | Figure() | Table() | ThematicBreak():
            return ()
        case _:
            assert_never(block)


def map_children(block: Block, change: Change) -> Block:
    """A block with its inner blocks changed by `change`, in reading order."""
    match block:
        case Quote() | Passage():
            return replace(block, blocks=change(block.blocks))
        case Listing():
            items = tuple(replace(item, blocks=change(item.blocks)) for item in block.items)
            return replace(block, items=items)
        case DefinitionList():
            definitions = tuple(replace(d, blocks=change(d.blocks)) for d in block.definitions)
            return replace(block, definitions=definitions)
        case Notes():
            return Notes(tuple(replace(n, blocks=change(n.blocks)) for n in block.notes))
        case Heading() | Paragraph() | CodeBlock() | Figure() | Table() | ThematicBreak():
            return block
        case _:
            assert_never(block)


def blocks(top: Iterable[Block]) -> Iterator[Block]:
    """Every block, outer before inner, in reading order."""
    for block in top:
        yield block
        yield from blocks(children(block))


def units(top: Iterable[Block]) -> Iterator[Unit]:
    """Every unit with an id, in reading order."""
    for block in top:
        yield from _units(block)


def _units(block: Block) -> Iterator[Unit]:
    match block:
        case Heading() | Paragraph():
            yield from block.sentences
        case CodeBlock():
            yield block
        case Figure():
            yield block
            yield from block.caption
        case Table():
            yield from block.caption
            yield from (s for row in block.rows for cell in row.cells for s in cell.sentences)
        case DefinitionList():
            for definition in block.definitions:
                yield from definition.term
                yield from units(definition.blocks)
        case Listing() | Quote() | Passage() | Notes():
            yield from units(children(block))
        case ThematicBreak():
            return
        case _:
            assert_never(block)


def disclosure(edition: Edition) -> str:
    """What is said of the voices, by name; "" where nothing is."""
    said = (s for s in (*edition.opening, *edition.closing) if s.id == "voice")
    return " ".join(plain(sentence.inlines) for sentence in said)


def edition_units(edition: Edition) -> Iterator[Unit]:
    """Every unit of an edition in reading order: opening, post, closing."""
    yield from edition.opening
    yield from units(edition.body)
    yield from edition.closing


def inlines(top: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline, outer before inner, in reading order."""
    for inline in top:
        yield inline
        if isinstance(inline, Styled | Link | Foreign):
            yield from inlines(inline.children)


def block_inlines(top: Iterable[Block]) -> Iterator[Inline]:
    """Every inline of every sentence of some blocks."""
    for unit in units(top):
        if isinstance(unit, Sentence):
            yield from inlines(unit.inlines)


def pictures(top: Iterable[Block]) -> Iterator[Picture]:
    """Every picture of some blocks, in reading order."""
    for unit in units(top):
        if isinstance(unit, Figure):
            yield unit.picture
        elif isinstance(unit, Sentence):
            yield from (i for i in inlines(unit.inlines) if isinstance(i, Picture))


def headings(post: Post) -> Iterator[Heading]:
    """The headings of a post at its top level: its chapters."""
    return (block for block in post.blocks if isinstance(block, Heading))


def levels(post: Post) -> dict[str, int]:
    """The level of each heading by the id of its first sentence: from 1, without gaps.

    PDF/UA-1 requires that (7.4.2), and programs that list headings; those of a post begin at 2.
    """
    found: dict[str, int] = {}
    outer: list[int] = []
    for block in blocks(post.blocks):
        if isinstance(block, Heading) and block.sentences:
            outer = [level for level in outer if level < block.level] + [block.level]
            found[block.sentences[0].id] = len(outer)
    return found


def plain(run: Iterable[Inline]) -> str:
    """The words of a run as shown: alternative text of pictures in brackets, no note marks."""
    return "".join(map(_plain, run))


def _plain(inline: Inline) -> str:
    match inline:
        case Text() | Code() | Abbreviation():
            return inline.text
        case Break():
            return "\n"
        case Styled() | Link() | Foreign():
            return plain(inline.children)
        case Picture():
            return f"[{inline.alt}]" if inline.alt else ""
        case NoteRef():
            return ""
        case _:
            assert_never(inline)


def shown(run: Iterable[Inline]) -> str:
    """The author's own characters in the element of a run, which places of words count.

    Nothing for a line break, a picture (nor for the words in place of a missing one), or the
    mark of a note.
    """
    return "".join(shown_parts(run))


def shown_parts(run: Iterable[Inline]) -> list[str]:
    """The same characters in parts, between which is a line break or a picture."""
    parts = [""]
    for inline in inlines(run):
        if isinstance(inline, Break | Picture):
            parts.append("")
        elif isinstance(inline, Text | Code | Abbreviation):
            parts[-1] += inline.text
    return parts


def text(sentences: Sentences) -> str:
    """The words of a block's sentences, with the white space between them."""
    return "".join(plain(s.inlines) + s.tail for s in sentences).strip()


def word_count(post: Post) -> int:
    """The number of words in a post, counted by white space."""
    return sum(
        len(plain(unit.inlines).split())
        for unit in units(post.blocks)
        if isinstance(unit, Sentence)
    )
