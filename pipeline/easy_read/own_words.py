"""The sentences in the author's own words: none that is another person's, or a piece of that."""

import re
from collections.abc import Iterator

from formats import walk
from formats.model import Picture, Sentence, Sentences, Style, Styled

# Which mark opens differs: “so”, „so“, «so», »so«. So each opens if none is open.
_MARKS = '“”„«»「」『』"'
_MARKED = re.compile(f"[{_MARKS}]")

# An apostrophe is inside or after a word: it can't be told from the mark that closes.
_OPENS_SINGLE = re.compile(r"(?<![\w’'])(?:‘(?=\S)|'(?=\w))")
_CLOSES_SINGLE = re.compile(r"[’'](?!\w)")


def own_words(sentences: Sentences) -> Iterator[tuple[Sentence, str]]:
    """The sentences of a block, with their text, that are the author's for the most part.

    Left out are a sentence with a quotation that begins before it or ends after it, one of which
    more than half is quoted, and one with a picture, which is most often the caption.
    """
    double = single = False
    for sentence in sentences:
        text = walk.plain(sentence.inlines).strip()
        inside = double or single
        double, quoted = _quoted(text, inside=double)
        single, more = _quoted_single(text, inside=single)
        quoted += more + _marked(sentence)
        whole = not (inside or double or single)
        if text and whole and quoted <= len(text) / 2 and not _has_picture(sentence):
            yield sentence, text


def _quoted(text: str, *, inside: bool) -> tuple[bool, int]:
    """Whether a quotation is open after a text, and how many of its characters are quoted."""
    if not (inside or _MARKED.search(text)):
        return False, 0
    count = 0
    for character in text:
        if character in _MARKS:
            inside = not inside
        elif inside:
            count += 1
    return inside, count


def _quoted_single(text: str, *, inside: bool) -> tuple[bool, int]:
    """The same for single marks; an apostrophe after a plural may end it too early."""
    at, count = 0, 0
    while True:
        found = (_CLOSES_SINGLE if inside else _OPENS_SINGLE).search(text, at)
        if inside:
            count += (found.start() if found else len(text)) - at
        if not found:
            return inside, count
        inside, at = not inside, found.end()


def _marked(sentence: Sentence) -> int:
    """How many characters are marked as a quotation instead of standing in quotation marks."""
    return sum(
        len(walk.plain(inline.children))
        for inline in walk.inlines(sentence.inlines)
        if isinstance(inline, Styled) and inline.style is Style.QUOTATION
    )


def _has_picture(sentence: Sentence) -> bool:
    return any(isinstance(inline, Picture) for inline in walk.inlines(sentence.inlines))
