"""Blocks in which pictures have other addresses."""

from collections.abc import Mapping
from dataclasses import replace

from formats.model import (
    Block,
    Cell,
    Definition,
    DefinitionList,
    Figure,
    Foreign,
    Heading,
    Inline,
    Link,
    Paragraph,
    Picture,
    Post,
    Row,
    Sentences,
    Styled,
    Table,
)
from formats.walk import map_children


def moved(post: Post, names: Mapping[str, str]) -> Post:
    """A post whose pictures have the addresses that `names` has for their own."""
    if not names:
        return post
    own = post.picture and _picture(post.picture, names)
    return replace(post, picture=own, blocks=_blocks(post.blocks, names))


def _blocks(blocks: tuple[Block, ...], names: Mapping[str, str]) -> tuple[Block, ...]:
    def change(inner: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map_children(_block(block, names), change) for block in inner)

    return change(blocks)


def _block(block: Block, names: Mapping[str, str]) -> Block:
    """A block whose own running text shows pictures of other addresses."""
    match block:
        case Heading() | Paragraph():
            return replace(block, sentences=_sentences(block.sentences, names))
        case Figure():
            caption = _sentences(block.caption, names)
            return replace(block, picture=_picture(block.picture, names), caption=caption)
        case Table():
            rows = tuple(Row(tuple(_cell(cell, names) for cell in r.cells)) for r in block.rows)
            return Table(_sentences(block.caption, names), rows)
        case DefinitionList():
            return DefinitionList(
                tuple(Definition(_sentences(d.term, names), d.blocks) for d in block.definitions)
            )
        case _:
            return block


def _cell(cell: Cell, names: Mapping[str, str]) -> Cell:
    return replace(cell, sentences=_sentences(cell.sentences, names))


def _sentences(sentences: Sentences, names: Mapping[str, str]) -> Sentences:
    return tuple(replace(s, inlines=_inlines(s.inlines, names)) for s in sentences)


def _inlines(run: tuple[Inline, ...], names: Mapping[str, str]) -> tuple[Inline, ...]:
    return tuple(_inline(inline, names) for inline in run)


def _inline(inline: Inline, names: Mapping[str, str]) -> Inline:
    match inline:
        case Picture():
            return _picture(inline, names)
        case Styled() | Link() | Foreign():
            return replace(inline, children=_inlines(inline.children, names))
        case _:
            return inline


def _picture(picture: Picture, names: Mapping[str, str]) -> Picture:
    return replace(picture, src=names.get(picture.src, picture.src))
