"""Rich Text Format cut up into its parts (RTF 1.9.1, "RTF syntax")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_PART = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n\0]+)",
)


class RtfKind(Enum):
    """What a part of the text is."""

    WORD = auto()
    TEXT = auto()
    BYTE = auto()
    OPEN = auto()
    CLOSE = auto()
    BINARY = auto()


@dataclass(frozen=True, slots=True)
class RtfToken:
    """A part: a control word or sign with its number, or text, each byte of it a character."""

    kind: RtfKind
    text: str
    number: int | None = None


def tokens(data: bytes) -> Iterator[RtfToken]:
    """The parts of a file, in order; what is no part is passed over."""
    text = data.decode("latin-1")
    at = 0
    while found := _PART.search(text, at):
        at = found.end()
        word, number, byte, sign, brace, plain = found.groups()
        if word == "bin":
            end = at + max(int(number or 0), 0)
            yield RtfToken(RtfKind.BINARY, text[at:end])
            at = min(end, len(text))
        elif word:
            yield RtfToken(RtfKind.WORD, word, int(number) if number else None)
        elif byte:
            yield RtfToken(RtfKind.BYTE, chr(int(byte, 16)))
        elif brace:
            yield RtfToken(RtfKind.OPEN if brace == "{" else RtfKind.CLOSE, brace)
        elif plain:
            yield RtfToken(RtfKind.TEXT, plain)
        else:
            yield RtfToken(RtfKind.WORD, sign)
