"""Blocks: what a post is made of."""

from dataclasses import dataclass
from typing import TypeAlias

from formats.model.text import Picture, Sentences


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the post. The post's title is level 1, so `level` is 2 to 6."""

    level: int
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `start` is the first number of an ordered one."""

    ordered: bool
    start: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and its definition."""

    term: Sentences
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their definitions."""

    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage quoted from someone else."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks in another language; `language` is a BCP 47 tag."""

    language: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Program text, unchanged. `language` is "" where unknown."""

    id: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture by itself; `id` is that of its spoken alternative text."""

    id: str
    picture: Picture
    caption: Sentences


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `header` if it names its row or column."""

    sentences: Sentences
    header: bool
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; in a header row all cells are headers."""

    caption: Sentences
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A break between parts; a longer pause without words."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. `NoteRef.note` refers to its `id`."""

    id: str
    label: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Notes:
    """The post's footnotes, in order; always its last block."""

    notes: tuple[Note, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | Listing
    | DefinitionList
    | Quote
    | Passage
    | CodeBlock
    | Figure
    | Table
    | ThematicBreak
    | Notes
)
