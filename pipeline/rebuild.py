"""A block with other blocks inside it: the one place that puts the model together again."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, assert_never

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
    Table,
)

Change: TypeAlias = Callable[[tuple[Block, ...]], tuple[Block, ...]]


def rebuild(block: Block, change: Change) -> Block:
    """A block whose inner blocks have been through `change`, in reading order."""
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
        case Heading() | Paragraph() | CodeBlock() | Figure() | Table() | Rule():
            return block
        case _:
            assert_never(block)
