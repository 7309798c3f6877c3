"""Running text as a flat row of pieces, for splitting and tidying; and back again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Styled,
    Text,
)

Atom: TypeAlias = Text | Code | Break | Abbreviation | Picture | NoteRef
Wrapper: TypeAlias = Styled | Link | Foreign


@dataclass(frozen=True, slots=True)
class Piece:
    """One atom, and the wrappers around it, outermost first."""

    around: tuple[Wrapper, ...]
    atom: Atom

    def with_text(self, text: str) -> "Piece":
        """The same wrappers with other text: code where it was code, or else plain."""
        return Piece(self.around, Code(text) if isinstance(self.atom, Code) else Text(text))


def flatten(run: Iterable[Inline], around: tuple[Wrapper, ...] = ()) -> Iterator[Piece]:
    """The atoms of a run, in order."""
    for inline in run:
        if isinstance(inline, Styled | Link | Foreign):
            yield from flatten(inline.children, (*around, inline))
        else:
            yield Piece(around, inline)


def nest(row: Iterable[Piece], depth: int = 0) -> tuple[Inline, ...]:
    """The run for a row of pieces; neighbours in the same wrapper share it."""
    made: list[Inline] = []
    for _, group in groupby(row, key=lambda piece: _wrapper_id(piece, depth)):
        members = list(group)
        if len(members[0].around) > depth:
            made.append(replace(members[0].around[depth], children=nest(members, depth + 1)))
        else:
            made.extend(piece.atom for piece in members)
    return tuple(made)


def _wrapper_id(piece: Piece, depth: int) -> int:
    """The identity of a wrapper, not its value: two links side by side stay two."""
    return id(piece.around[depth]) if len(piece.around) > depth else 0
