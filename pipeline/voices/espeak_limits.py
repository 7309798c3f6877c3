"""How much espeak-ng says at once: it leaves out the rest of a long word or clause, unreported.

Measured with 1.52.0, by the duration of texts of growing length. Of a word, it says 150 Latin
letters, or 50 of Korean; if it spells them, 25 (each has a name of many sounds); of a number, 32
figures. Of a clause, it says 300 words (600 characters of "7 7 7"), 200 characters of Chinese,
or 140 of Korean.
"""

import re
from collections.abc import Iterator
from itertools import groupby

import unicodedata2 as unicodedata

from pipeline.voices.chunks import chunks

LONGEST_WORD = 60
"""Letters: the longest place name has 58."""

LONGEST_KOREAN = 40
"""Letters of a word in Korean."""

LONGEST_SPELLED = 20
"""Letters of a word in capitals, or in a script that the voice may have to spell; and figures."""

LONGEST_CLAUSE, LONGEST_KOREAN_CLAUSE = 200, 100
"""Characters without punctuation."""

_LONG = re.compile(rf"\S{{{LONGEST_SPELLED + 1},}}")
_KOREAN = re.compile("[\u1100-\u11ff\uac00-\ud7a3]")
_JOINING = frozenset("'’")
_PAUSED = frozenset(".,;:!?…—،؛؟।。、，；：！？")


def within(text: str, *, latin: bool) -> str:
    """The text with spaces in words, and commas in clauses, that are too long to be said whole.

    `latin` says that the voice may have to spell what is not in Latin letters.
    """
    words = _LONG.sub(lambda word: "".join(_word(word[0], latin=latin)), text)
    limit = LONGEST_KOREAN_CLAUSE if _KOREAN.search(words) else LONGEST_CLAUSE
    pieces = list(chunks(words, limit))
    return "".join([*map(_ended, pieces[:-1]), *pieces[-1:]])


def _word(word: str, *, latin: bool) -> Iterator[str]:
    """The stretches of letters and of figures in what is between two spaces, cut where too long."""
    for kind, signs in groupby(word, _kind):
        part = "".join(signs)
        whole = not kind or len(part) <= _longest(part, latin=latin)
        yield part if whole else " ".join(chunks(part, LONGEST_SPELLED))


def _kind(sign: str) -> str:
    """L for a letter or what belongs to one, N for a figure, nothing for anything else."""
    category = unicodedata.category(sign)
    if category[0] in "LM" or category == "Cf" or sign in _JOINING:
        return "L"
    return category[0] if category[0] == "N" else ""


def _longest(part: str, *, latin: bool) -> int:
    if part.isupper() or not any(map(str.isalpha, part)):
        return LONGEST_SPELLED
    if latin and not all(map(_is_latin, filter(str.isalpha, part))):
        return LONGEST_SPELLED
    return LONGEST_KOREAN if _KOREAN.search(part) else LONGEST_WORD


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN ")


def _ended(piece: str) -> str:
    """A piece that is not the last, with a comma or an empty line where it would go on.

    In "a.b.c", a full stop ends no clause, even with a comma after it.
    """
    said = piece.rstrip()
    paused = said.rstrip("\"'”’»)]」』）")[-1:] in _PAUSED
    if paused and (piece != said or not said.isascii()):
        return piece
    return f"{said}\n\n" if paused else f"{said}, "
