"""A series after a colon, "We need: paint, wood and nails.", as a list."""

import re

from formats import walk
from formats.model import Break, Foreign, Inline, Link, NoteRef, Picture, Styled, Text

Run = tuple[Inline, ...]

_COLON = re.compile(r":\s+")
_SEMICOLON = re.compile(r";\s+")
_COMMA = re.compile(r",\s+")
_LAST = re.compile(r"\s+(?=(?:and|or)\s)")

# Words that begin a clause, not an entry: "He was clear: when it rains, we stop, and wait."
_CLAUSE = re.compile(
    r"(?:and |or )?(?:as|because|but|he|i|if|it|she|since|so|that|then|there|they|this|though|we"
    r"|when|where|which|while|who|yet|you)\b",
    re.IGNORECASE,
)
_LONGEST = 8  # words; longer ones are rarely entries of a series


def broken(run: Run) -> tuple[Run, tuple[Run, ...]] | None:
    """The words before the series, and its three or more entries; None if it is not certain.

    No word is lost: only the commas or semicolons between entries are. A run with a note's
    mark, a picture or a line break is left whole, because those have no position in its words.
    """
    if any(isinstance(inline, NoteRef | Picture | Break) for inline in walk.inlines(run)):
        return None
    words = walk.plain(run)
    spans = _entries(words)
    if not spans:
        return None
    lead = _part(run, 0, spans[0][0])
    return lead, tuple(_part(run, begin, end) for begin, end in spans)


def _entries(words: str) -> list[tuple[int, int]]:
    """Where each entry begins and ends."""
    colons = list(_COLON.finditer(words))
    if len(colons) != 1 or re.search(r"[()\[\]“”\"‘.?!]\s", words[colons[0].end() :]):
        return []
    spans = _split(words, colons[0].end())
    entries = [words[begin:end] for begin, end in spans]
    if len(entries) < 3 or any(_CLAUSE.match(e) or len(e.split()) > _LONGEST for e in entries):
        return []
    return spans


def _split(words: str, begin: int) -> list[tuple[int, int]]:
    semicolons = list(_SEMICOLON.finditer(words, begin))
    if semicolons:
        return _between(semicolons, begin, len(words))
    commas = list(_COMMA.finditer(words, begin))
    if not commas:
        return []
    rest = commas[-1].end()
    if re.match(r"(?:and|or)\s", words[rest:]):
        return _between(commas, begin, len(words))
    last = list(_LAST.finditer(words, rest))
    return _between(commas + last, begin, len(words)) if len(last) == 1 else []


def _between(marks: list[re.Match[str]], begin: int, end: int) -> list[tuple[int, int]]:
    begins = [begin, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), end]
    return list(zip(begins, ends, strict=True))


def _part(run: Run, begin: int, end: int) -> Run:
    """The inlines for the words from `begin` to `end`."""
    kept: list[Inline] = []
    for inline in run:
        length = len(walk.plain((inline,)))
        kept += _cut(inline, max(begin, 0), min(end, length)) if begin < length and end > 0 else ()
        begin, end = begin - length, end - length
    return tuple(kept)


def _cut(inline: Inline, begin: int, end: int) -> Run:
    match inline:
        case Text(text):
            return (Text(text[begin:end]),)
        case Styled(style, children):
            return (Styled(style, _part(children, begin, end)),)
        case Link(href, children):
            return (Link(href, _part(children, begin, end)),)
        case Foreign(language, children):
            return (Foreign(language, _part(children, begin, end)),)
        case _:
            return (inline,)
