"""Uncontracted Unified English Braille by a small table, for machines without liblouis.

After The Rules of Unified English Braille (ICEB, 2nd edition 2013): signs (3), modifiers (4.2),
numbers (6), punctuation (7), capitals (8) and typeforms (9).
"""

import re
from collections.abc import Iterator

import unicodedata2 as unicodedata

from formats.model import BrailleCode, BrailleRun, Emphasis

BLANK = "\u2800"
"""The cell without dots."""

_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵", strict=True))
_DIGITS = dict(zip("1234567890", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚", strict=True))

_PUNCTUATION = {
    ",": "⠂",
    ";": "⠆",
    ":": "⠒",
    ".": "⠲",
    "!": "⠖",
    "?": "⠦",
    "…": "⠲⠲⠲",
    "'": "⠄",
    "’": "⠄",
    "‘": "⠠⠦",
    "“": "⠦",
    "”": "⠴",
    '"': "⠠⠶",
    "«": "⠸⠦",
    "»": "⠸⠴",
    "-": "⠤",
    "‐": "⠤",
    "‑": "⠤",
    "–": "⠠⠤",
    "—": "⠠⠤",
    "/": "⠸⠌",
    "\\": "⠸⠡",
    "_": "⠨⠤",
    "(": "⠐⠣",
    ")": "⠐⠜",
    "[": "⠨⠣",
    "]": "⠨⠜",
    "{": "⠸⠣",
    "}": "⠸⠜",
    "<": "⠈⠣",
    ">": "⠈⠜",
}
_SIGNS = {
    "&": "⠈⠯",
    "@": "⠈⠁",
    "#": "⠸⠹",
    "%": "⠨⠴",
    "*": "⠐⠔",
    "^": "⠈⠢",
    "~": "⠈⠔",
    "|": "⠸⠳",
    "+": "⠐⠖",
    "=": "⠐⠶",
    "×": "⠐⠦",
    "÷": "⠐⠌",
    "−": "⠐⠤",
    "`": "⠨⠡",
    "•": "⠸⠲",
    "£": "⠈⠇",
    "$": "⠈⠎",
    "€": "⠈⠑",
    "¥": "⠈⠽",
    "¢": "⠈⠉",
    "°": "⠘⠚",
    "′": "⠶",
    "″": "⠶⠶",
    "§": "⠘⠎",
    "¶": "⠘⠏",
    "©": "⠘⠉",
    "®": "⠘⠗",
    "™": "⠘⠞",
    "→": "⠰⠳⠕",
    "←": "⠰⠳⠪",
    "½": "⠼⠁⠌⠃",
    "¼": "⠼⠁⠌⠙",
    "¾": "⠼⠉⠌⠙",
    "¹": "⠰⠔⠼⠁",
    "²": "⠰⠔⠼⠃",
    "³": "⠰⠔⠼⠉",
    "ß": "⠘⠮",
    "æ": "⠁⠘⠖⠑",
    "œ": "⠕⠘⠖⠑",
    "ø": "⠈⠡⠕",
}
_SMALL = _LETTERS | _PUNCTUATION | _SIGNS

# Marks on a letter, which UEB writes before it (4.2).
_MODIFIERS = {
    "\u0300": "⠘⠡",
    "\u0301": "⠘⠌",
    "\u0302": "⠘⠩",
    "\u0303": "⠘⠻",
    "\u0304": "⠈⠤",
    "\u0306": "⠈⠬",
    "\u0308": "⠘⠒",
    "\u030a": "⠘⠫",
    "\u030c": "⠘⠬",
    "\u0327": "⠘⠯",
}

_CAPITAL, _NUMBER, _GRADE_1, _END = "⠠", "⠼", "⠰", "⠄"
_TYPEFORMS = {Emphasis.ITALIC: "⠨", Emphasis.UNDERLINE: "⠸", Emphasis.BOLD: "⠘"}
_WORD, _PASSAGE = "⠂", "⠶"
_PASSAGE_WORDS = 3
"""From so many words on, emphasis is marked at both ends, and not on each word (9.4)."""

_QUOTED = re.compile(r"‘([^‘’]*(?:\w’\w[^‘’]*)*)’(?!\w)")


def lacks(character: str) -> bool:
    """Whether the table has no sign for a character; white space needs none."""
    return not (character.isspace() or character in _DIGITS or _small(character.lower()))


def _small(character: str) -> str:
    """The cells of a small letter or a sign; "" for what has none."""
    if character in _SMALL:
        return _SMALL[character]
    apart = unicodedata.normalize("NFD", character)
    base, marks = apart[:1], apart[1:]
    if base not in _LETTERS or not all(mark in _MODIFIERS for mark in marks):
        return ""
    return "".join(_MODIFIERS[mark] for mark in marks) + _LETTERS[base]


def translate(runs: tuple[BrailleRun, ...]) -> str:
    """Runs → cells. A character that the table lacks gives none."""
    return "".join(_emphasised(run) for run in runs)


def _emphasised(run: BrailleRun) -> str:
    """A run with the signs of its typeforms before its words, or around a longer passage."""
    words = _cells(run.text).split(BLANK)
    spoken = [number for number, word in enumerate(words) if word]
    for form, sign in _TYPEFORMS.items():
        if form not in run.emphasis or not spoken:
            continue
        if len(spoken) >= _PASSAGE_WORDS:
            words[spoken[0]] = sign + _PASSAGE + words[spoken[0]]
            words[spoken[-1]] += sign + _END
        else:
            for number in spoken:
                words[number] = sign + _WORD + words[number]
            if words[-1]:  # the word may go on without it
                words[-1] += sign + _END
    return BLANK.join(words)


def _cells(text: str) -> str:
    text = _QUOTED.sub("‘\\1\x00", text)
    return BLANK.join("".join(_word(word)) for word in re.split(r"\s", text))


def _word(word: str) -> Iterator[str]:
    """The cells of a word: capitals and numbers with their signs."""
    capitals = number = False
    for place, letter in enumerate(word):
        before, after = word[place - 1 : place] if place else "", word[place + 1 : place + 2]
        digit = letter in _DIGITS
        if digit and not number:
            yield _NUMBER
        if number and letter in "abcdefghij":
            yield _GRADE_1
        number = digit or (number and letter in ",." and after in _DIGITS and bool(after))
        if letter.isalpha() and letter.lower() != letter:
            if not capitals:
                capitals = after.isalpha() and after.lower() != after
                yield _CAPITAL * 2 if capitals else _CAPITAL
        elif capitals and letter.isalpha():
            yield _CAPITAL + _END
            capitals = False
        elif not letter.isalpha():
            capitals = False
        yield _sign(letter, before)


def _sign(letter: str, before: str) -> str:
    if letter == "\x00":  # a closing single quotation mark
        return "⠠⠴"
    if letter == "?" and not (before and before not in "([{‘“"):
        return _GRADE_1 + _PUNCTUATION["?"]
    return _DIGITS.get(letter) or _small(letter.lower())


UNCONTRACTED = BrailleCode("UEB grade1", "", unified=True, translate=translate, lacks=lacks)
"""The code that needs nothing but Allways."""
