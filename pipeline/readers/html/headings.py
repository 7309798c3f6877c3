"""Heading levels without gaps: the title is 1, the first heading below it 2."""

from collections.abc import Iterable
from dataclasses import replace

from formats.model import Block, Heading, Quote
from formats.walk import map_children, text
from pipeline.readers.shared.chars import one_line

_LOWEST = 6


def normalise(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks, each heading one level below the nearest higher one before it."""
    return _Levels().blocks(tuple(blocks))


class _Levels:
    """The open headings at a place in the text, with the levels that were written."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:
        if isinstance(block, Quote):  # its headings belong to another text, and do not change ours
            return map_children(block, normalise)
        if not isinstance(block, Heading):
            return map_children(block, self.blocks)
        while self._open and self._open[-1] >= block.level:
            self._open.pop()
        self._open.append(block.level)
        return replace(block, level=min(len(self._open) + 1, _LOWEST))


def take_title(blocks: tuple[Block, ...], said: str) -> tuple[str, tuple[Block, ...]]:
    """The title and the other blocks: the given title, or else the first heading of level 1."""
    if said:
        first = blocks[0] if blocks else None
        repeated = isinstance(first, Heading) and _same(text(first.sentences), said)
        return said, blocks[1:] if repeated else blocks
    for number, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            return one_line(text(block.sentences)), blocks[:number] + blocks[number + 1 :]
    return "", blocks


def _same(one: str, other: str) -> bool:
    return one_line(one).casefold() == one_line(other).casefold()
