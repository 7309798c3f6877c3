"""Cut a text into pieces that a server accepts: at a full stop, a comma or a space."""

import re
from collections.abc import Iterator

import unicodedata2 as unicodedata

_CUTS = (
    re.compile(r"[.!?…؟।]+[\"'”’»)\]]*\s+|[。！？]+[」』）]*\s*"),
    re.compile(r"[,;:،؛–—][\"'”’»)\]]*\s+|[、，；：]\s*"),
    re.compile(r"\s+"),
)
"""Where a piece may end, the best first; the space after it belongs to it."""

_CLOSING = "\"'”’»)]」』） \t\n"


def chunks(text: str, limit: int) -> Iterator[str]:
    """The text in pieces of at most `limit` characters, nothing left out.

    A word is cut only if it is longer than that; and then, if possible, not before a mark that
    changes the letter before it.
    """
    while len(text) > limit:
        at = _cut(text, limit)
        yield text[:at]
        text = text[at:]
    if text:
        yield text


def _cut(text: str, limit: int) -> int:
    # The character after the limit is included, so that a space stays with its word.
    for cut in _CUTS:
        ends = [found.end() for found in cut.finditer(text, 0, limit)]
        if ends:
            return ends[-1]
    for at in range(limit, limit // 2, -1):
        if not unicodedata.category(text[at]).startswith("M") and text[at] != "\u200d":
            return at
    return limit


def rest(chunk: str) -> int:
    """The pause after a piece in ms, by its punctuation."""
    last = chunk.rstrip(_CLOSING)[-1:]
    if last and last in ".!?…؟।。！？":
        return 300
    return 150 if last and last in ",;:،؛–—、，；：" else 0


def wordless(text: str) -> bool:
    """Whether a text has nothing that can be spoken."""
    return not any(map(str.isalnum, text))
