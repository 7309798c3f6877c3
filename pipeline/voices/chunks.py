"""A text cut into pieces that a server takes: at a full stop, a comma, a space, in this order."""

import re
from collections.abc import Iterator

import unicodedata2 as unicodedata

_CUTS = (
    re.compile(r"[.!?…؟।]+[\"'”’»)\]]*\s+|[。！？]+[」』）]*\s*"),
    re.compile(r"[,;:،؛–—][\"'”’»)\]]*\s+|[、，；：]\s*"),
    re.compile(r"\s+"),
)
"""What a piece may end with, the best first; the space after it belongs to it."""

_CLOSING = "\"'”’»)]」』） \t\n"


def chunks(text: str, limit: int) -> Iterator[str]:
    """The text in pieces of at most `limit` characters, nothing left out.

    A word is cut only where it alone is longer; and then not before a mark that changes the
    letter it follows, as far as there is a letter to cut before.
    """
    while len(text) > limit:
        at = _cut(text, limit)
        yield text[:at]
        text = text[at:]
    if text:
        yield text


def _cut(text: str, limit: int) -> int:
    # The character after the limit is looked at too, so that spaces are not cut from their word.
    for cut in _CUTS:
        ends = [found.end() for found in cut.finditer(text, 0, limit)]
        if ends:
            return ends[-1]
    for at in range(limit, limit // 2, -1):
        if not unicodedata.category(text[at]).startswith("M") and text[at] != "\u200d":
            return at
    return limit


def rest(chunk: str) -> int:
    """How long a reader rests after a piece, in ms, as its punctuation asks."""
    last = chunk.rstrip(_CLOSING)[-1:]
    if last and last in ".!?…؟।。！？":
        return 300
    return 150 if last and last in ",;:،؛–—、，；：" else 0


def wordless(text: str) -> bool:
    """Whether there is nothing in a text that could be said."""
    return not any(map(str.isalnum, text))
