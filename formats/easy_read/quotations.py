"""Which sentences hold another person's words: those are never reworded."""

import re

from formats import walk
from formats.model import Sentence, Sentences, Style, Styled

# An apostrophe is inside or after a word; a quotation mark opens before one.
_OPENS_SINGLE = re.compile(r"‘|(?<![\w’'])'(?=\w)")


def quoting(sentences: Sentences) -> tuple[bool, ...]:
    """For each sentence of a block, whether it quotes or is inside a quotation.

    The closing single mark looks like an apostrophe, so such a quotation counts to the end of
    the block: rather leave a sentence unchanged than change a person's words.
    """
    found, inside = [], False
    for sentence in sentences:
        words = walk.plain(sentence.inlines)
        marked = any(mark in words for mark in '“”"«»„') or _has_quotation(sentence)
        single = bool(_OPENS_SINGLE.search(words))
        found.append(inside or marked or single)
        inside = _stays_open(words, inside=inside) or single
    return tuple(found)


def _stays_open(words: str, *, inside: bool) -> bool:
    """Whether a quotation is open after these words."""
    for mark in words:
        if mark in "“«„":
            inside = True
        elif mark in "”»":
            inside = False
        elif mark == '"':
            inside = not inside
    return inside


def _has_quotation(sentence: Sentence) -> bool:
    return any(
        isinstance(inline, Styled) and inline.style is Style.QUOTATION
        for inline in walk.inlines(sentence.inlines)
    )
