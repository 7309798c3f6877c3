"""The words of a text, shown or spoken, so that one can be found in the other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

CUTS = "\\s—–…"
"""Characters between words, for a set in a pattern."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters that are written without spaces, for a set in a pattern: each is a word here."""

_TOKEN = re.compile(f"[{HAN}]|[^{CUTS}{HAN}]+")

# What stands around words and is not heard. Not "&" or "%", which may be said.
_QUIET = ".,;:!?-‐‑‒―\"'“”„‘’‚«»‹›()[]{}¿¡·•|。、，；：！？「」『』（）《》،؛؟।"

# Invisible characters, which are not spoken, and the two forms of the apostrophe.
_PLAIN = {ord(sign): None for sign in "\u00ad\u200b\u200e\u200f\u2060\ufeff"} | {ord("’"): "'"}

_CUT = re.compile(f"[{CUTS}]?")


class TextWord(NamedTuple):
    """A word and its place in the text; `key` is equal for what is the same word."""

    key: str
    start: int
    stop: int


def tokens(text: str, at: int = 0) -> Iterator[TextWord]:
    """The words of a text that begins at the place `at`: without the punctuation around them."""
    for found in _TOKEN.finditer(text):
        word = found[0]
        bare = word.lstrip(_QUIET)
        start = found.start() + len(word) - len(bare)
        bare = bare.rstrip(_QUIET)
        if bare:
            stop = start + len(bare)
            dotted = "." in bare and text[stop : stop + 1] == "."  # the stop of "e.g."
            yield TextWord(bare.translate(_PLAIN).casefold(), at + start, at + stop + dotted)


def apart(sign: str) -> bool:
    """Whether words are apart at a character; so they are where there is none."""
    return _CUT.fullmatch(sign) is not None
