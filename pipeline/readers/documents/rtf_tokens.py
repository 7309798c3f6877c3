"""Rich Text Format cut up into its parts (RTF 1.9.1, "RTF syntax")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_PART = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n\0]+)",
)


class Kind(Enum):
    """What a part of the text is."""

    WORD = auto()
    TEXT = auto()
    BYTE = auto()
    OPEN = auto()
    CLOSE = auto()
    BINARY = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A part: a control word or sign with its number, or text, each byte of it a character."""

    kind: Kind
    text: str
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    """The parts of a file, in order; what is no part is passed over."""
    text = data.decode("latin-1")
    at = 0
    while found := _PART.search(text, at):
        at = found.end()
        word, number, byte, sign, brace, plain = found.groups()
        if word == "bin":
            end = at + max(int(number or 0), 0)
            yield Token(Kind.BINARY, text[at:end])
            at = min(end, len(text))
        elif word:
            yield Token(Kind.WORD, word, int(number) if number else None)
        elif byte:
            yield Token(Kind.BYTE, chr(int(byte, 16)))
        elif brace:
            yield Token(Kind.OPEN if brace == "{" else Kind.CLOSE, brace)
        elif plain:
            yield Token(Kind.TEXT, plain)
        else:
            yield Token(Kind.WORD, sign)
