"""Running text: what a sentence is made of."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Style(StrEnum):
    """How a run of text is marked; the value is its HTML element."""

    EMPHASIS = "em"
    STRONG = "strong"
    DELETED = "del"
    INSERTED = "ins"
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"
    MARK = "mark"
    QUOTATION = "q"
    KEYBOARD = "kbd"


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters, white space already collapsed."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A few characters of program text inside a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that carries meaning, as in an address or a verse."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A run of text with one `Style`."""

    style: Style
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """A link; its text is spoken, its address is not."""

    href: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that the author expanded."""

    text: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A run of text in another language; `language` is a BCP 47 tag."""

    language: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, by the path of its `Media` in the edition.

    `alt` is None where the author gave none (a finding), and "" if the picture is decoration.
    A picture without media in the edition is shown and spoken as its alternative text.
    """

    src: str
    alt: str | None


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark in the text that points to a note; silent when spoken."""

    note: str
    label: str


Inline: TypeAlias = Text | Code | Break | Styled | Link | Abbreviation | Foreign | Picture | NoteRef


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit that every format shares: shown, spoken, highlighted, timed.

    `tail` is the white space between this sentence and the next in the same block:
    " ", or "" at the end of a block and in languages that write without spaces.
    A reader leaves `id` empty; `pipeline.split` sets it.
    """

    id: str
    inlines: tuple[Inline, ...]
    tail: str = ""


Sentences: TypeAlias = tuple[Sentence, ...]
