"""Where sentences begin in plain text: `sentencex`, with our corrections."""

import re
from collections.abc import Iterator
from itertools import pairwise

import sentencex  # type: ignore[import-untyped] # no types in the package

from formats.memo import memoised

PICTURE = "\ufffc"  # stands for a picture, which counts as a word

# `sentencex` lets no sentence end inside quotes or brackets, and a post that is one long
# quotation would be one sentence of 1,500 characters. So they are hidden from it.
_MARKS = re.compile(r"[“”\"„«»‹›()\[\]{}「」『』（）〈〉《》]|(?<!\w)['‘’]|['‘’](?!\w)")

# What still belongs to a sentence after its full stop: closing quotes, with the space that
# French puts before them, and German's “, which closes only if a space follows.
_CLOSING = re.compile(r"(?:[\"'’]|[“«](?=\s)|\s*[”»›)\]}」』）〉》])*\s*")

# “I” does not begin a new sentence for certain: “I… I don't know.”
# The word before a stop is only looked at afterwards: from each "http" on, that would take as
# long as the square of a row of them.
_ENDS_TOO = re.compile(
    r"(?:…|\.{3}|(?P<word>[\w/][.!?]))[\"”’)\]]*\s+(?=[\"“‘(\[]*(?!I\b)[A-ZÀ-ÖØ-Þ])"
)
_ADDRESS = re.compile(r"https?://")
_LONGEST_ADDRESS = 2000  # characters

# This stop always ends a sentence; `sentencex` takes "。2年" and "。strict" for one word.
_CHINESE_END = re.compile(r"[。！？][”’」』）)\]]*(?=[0-9a-z])")

# `sentencex` 1.0.32 panics on a space of more than one byte before a full stop ("B\u00a0.").
_WIDE_SPACE = re.compile(r"[^\S\n ]")

_WORD = re.compile(rf"[^\W_]|{PICTURE}")
_FIRST_LETTER = re.compile(rf"[\W_]*([^\W_{PICTURE}])")
_NEAR = 60  # characters on either side that a rule looks at

# Never the end of a sentence, whatever follows; and those that are not before a number.
_NEVER_LAST = re.compile(
    r"(?:^|[\s(\[“\"‘'«])(?:e\.?g|i\.?e|cf|viz|vs|approx|ca|mr|mrs|ms|mx|dr|prof|rev|messrs"
    r"|z\.\s?b|d\.\s?h|bzw|p\.\s?ej|mme|mlle|(?-i:MM?))\.$",
    re.IGNORECASE,
)
_NOT_BEFORE_NUMBER = re.compile(
    r"\b(?:no|nos|nr|núm|figs?|pp?|vols?|ch|art|sec|eq|tel|pt|st|rm)\.$", re.IGNORECASE
)
# A small letter continues a sentence ("3 p.m. on", "leading to… an"), but some people write
# without capitals: for them, a whole word and a full stop end a sentence.
_WORD_LAST = re.compile(r"(?<![^\s(])[^\W\d_A-Z]{5,}\.$")
_ITEM_NUMBER = re.compile(r"\W*(?:\d{1,3}|[A-Za-z])[.)]\s*")
_NEVER_FIRST = tuple("、，,;；:：،؛")
_REPORTED = re.compile(r"(?:と|って)")  # 「…。」と言った is one sentence

_BRACKETS = re.compile(r"[()\[\]（）]")
_FARTHEST = 500  # characters between brackets; with more, the opening one has no partner


@memoised
def boundaries(text: str, language: str) -> tuple[int, ...]:
    """The offsets at which sentences after the first begin, in linear time."""
    found = {*_candidates(text, language.partition("-")[0]), *_missed(text)}
    return tuple(_mended(text, sorted(found)))


def _missed(text: str) -> Iterator[int]:
    """Starts that `sentencex` misses: a capital after an ellipsis or an address.

    Also a figure or a small Latin letter after a Chinese or Japanese stop.
    """
    for found in _ENDS_TOO.finditer(text):
        if not found["word"] or _ends_address(text, found.start() + 1):
            yield found.end()
    yield from (found.end() for found in _CHINESE_END.finditer(text))


def _ends_address(text: str, end: int) -> bool:
    """Whether the word that ends here has an address in it."""
    word = text[max(0, end - _LONGEST_ADDRESS) : end].rsplit(None, 1)
    return bool(word and _ADDRESS.search(word[-1]))


def _candidates(text: str, language: str) -> Iterator[int]:
    """Where `sentencex` begins sentences, as offsets in the text with quotes and brackets."""
    left_out = {found.start() for found in _MARKS.finditer(text)}
    kept = [n for n in range(len(text)) if n not in left_out]
    at = 0
    seen = "".join(_WIDE_SPACE.sub(" ", text[n]) for n in kept)
    for piece in sentencex.segment(language, seen)[:-1]:
        at += len(piece)
        last = kept[at - 1 - len(piece) + len(piece.rstrip())] if piece.strip() else kept[at - 1]
        found = _CLOSING.match(text, last + 1, kept[at])
        yield found.end() if found else kept[at]


def _mended(text: str, starts: list[int]) -> Iterator[int]:
    """The starts that are right: both sides have words, and belong to different sentences."""
    begin = before = 0
    words = False
    brackets = _Brackets(text)
    for start, end in pairwise([*starts, len(text)]):
        words = words or bool(_WORD.search(text, before, start))
        before = start
        both = words and _WORD.search(text, start, end)
        number = start - begin < 12 and _ITEM_NUMBER.fullmatch(text, begin, start)
        if both and not number and not brackets.open(start) and not _holds(text, start):
            yield start
            begin, words = start, False


def _holds(text: str, start: int) -> bool:
    """Whether the words on either side of a start belong to one sentence."""
    left = text[max(0, start - _NEAR) : start].rstrip()
    right = text[start : start + _NEAR]
    first = _FIRST_LETTER.match(right)
    letter = first[1] if first else ""
    if right.startswith(_NEVER_FIRST):
        return True
    if left.endswith(("。", "！", "？")):
        return False
    if (letter.islower() and not _WORD_LAST.search(left)) or _NEVER_LAST.search(left):
        return True
    reported = left.endswith(("」", "』")) and _REPORTED.match(right)
    return bool(reported or (letter.isdecimal() and _NOT_BEFORE_NUMBER.search(left)))


class _Brackets:
    """Which brackets are open at an offset; offsets are asked for in order."""

    def __init__(self, text: str) -> None:
        self._marks = _BRACKETS.finditer(text)
        self._next = next(self._marks, None)
        self._opened: list[int] = []

    def open(self, place: int) -> bool:
        """Whether a bracket was opened shortly before an offset, and is not closed yet."""
        while self._next and self._next.start() < place:
            if self._next[0] in "([（":
                self._opened.append(self._next.start())
            elif self._opened:
                self._opened.pop()
            self._next = next(self._marks, None)
        return bool(self._opened) and place - self._opened[-1] < _FARTHEST
