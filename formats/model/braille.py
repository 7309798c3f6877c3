"""Braille: in which code a post is transcribed, and how its pages are."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntFlag
from typing import TypeAlias


class Emphasis(IntFlag):
    """How letters are set in print; the values are those of liblouis."""

    NONE = 0
    ITALIC = 1
    UNDERLINE = 2
    BOLD = 4


@dataclass(frozen=True, slots=True)
class BrailleRun:
    """Letters that are set alike; `contracted` is False for foreign words and program text."""

    text: str
    emphasis: Emphasis = Emphasis.NONE
    contracted: bool = True


Translate: TypeAlias = Callable[[tuple[BrailleRun, ...]], str]
"""Running text → cells, as Unicode braille (U+2800 to U+283F; a space is U+2800)."""

Lacks: TypeAlias = Callable[[str], bool]
"""Whether there are no cells for a character."""


@dataclass(frozen=True, slots=True)
class BrailleCode:
    """A braille code, with what translates into it.

    `system` is its name, formed as in eBraille's registry of codes, such as "UEB grade2"; `table`
    says what translates, for people, "" for our own. `unified` is True for Unified English
    Braille, whose signs for notes and lines are then used. A character that it `lacks` is never
    given to `translate`.
    """

    system: str
    table: str
    unified: bool
    translate: Translate = field(repr=False)
    lacks: Lacks = field(repr=False)

    @property
    def name(self) -> str:
        """The name of the code for people: "UEB grade 2"."""
        return self.system.replace(" grade", " grade ").removesuffix(" no-grade")


@dataclass(frozen=True, slots=True)
class BrailleChoices:
    """How braille is made: `table` is "" for the usual one of the post's language.

    `width` is in cells and `height` in lines. `proofread_by` is who has read it and stands for
    it, "" where nobody has.
    """

    table: str = ""
    width: int = 38
    height: int = 27
    proofread_by: str = ""
