"""Characters in large print: kept on one line, broken, or put into words."""

import re
from collections.abc import Iterable, Iterator

import unicodedata2 as unicodedata

from formats.model import Typeface
from formats.typefaces import has_all, is_plain, parts
from formats.words import LANGUAGES

NO_BREAK = "\u00a0"
ZERO_WIDTH_SPACE = "\u200b"
_WORD_JOINER = "\u2060"  # what U+FEFF means; that itself PDF/A refuses

# Characters that a PDF can't have: those that XML forbids (formats/markup), and those of private
# use, which PDF/A refuses because their meaning is not defined (ISO 19005-2, 6.2.11.7).
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)

# These two are read as line ends; as letters, Typst finds no typeface for the text after them.
_LINES = re.compile("[\u2028\u2029]")

# Letters and figures in another style, which Unicode has for formulas: "𝑻𝒓𝒖𝒔𝒕". Hardly any
# typeface has them, and large print has one style. Then those in squares and circles: "🅢🅐🅛🅔".
_STYLED = re.compile("[\U0001d400-\U0001d7ff]")
_FRAMED = re.compile("[\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]{2,}")

# Emoji: the planes of pictographs, and the older symbols that Unicode shows as pictures by
# itself (emoji-data.txt, Emoji_Presentation) or when U+FE0F follows. Flags are letter pairs.
_PICTURED = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693"
    "\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd"
    "\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf"
    "\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
)
_SKIN = "\U0001f3fb-\U0001f3ff"
_ONE = f"(?:[{_PICTURED}]|[\u2190-\u2bff](?=\ufe0f))[\ufe0f{_SKIN}]*"
_EMOJI = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{1,2}}|{_ONE}(?:\u200d(?:{_ONE}|[\u2640\u2642]\ufe0f?))*"
)

_MONTH = "|".join(
    (
        *sorted({month for ours in LANGUAGES.values() for month in ours.months if month.isalpha()}),
        *("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec"),
    )
)
_UNIT = (
    "pt|points?|px|mm|cm|m|km|miles?|g|kg|mg|ml|l|litres?|kB|KB|MB|GB|kb/s|Hz|kHz|%|°C|°F"
    "|a\\.m\\.|p\\.m\\.|am|pm|o'clock|o’clock|hundred|thousand|million|billion|pence|pounds?|dollars?|euros?|€|£|\\$"
)
# G003: a single piece of information is not split over two lines.
_TOGETHER = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|\.|er|º)? (?:de )?(?:{_MONTH})\b\.?(?: (?:de )?\d{{4}}\b)?"
    rf"|\b(?:{_MONTH})\.? \d{{1,2}}\b(?:st|nd|rd|th)?(?:, \d{{4}}\b)?"
    rf"|\b\d[\d.,:]* (?:{_UNIT})(?!\w)(?: (?:{_UNIT})(?!\w))?"
    r"|[£€$] \d[\d.,]*(?: (?:thousand|million|billion)\b)?"
    r"|[£€$]\d[\d.,]* (?:thousand|million|billion)\b"
    r"|\+?\(?\d[\d()-]*(?: \(?\d[\d()-]{1,}){1,5}"
    r"|\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Sir|Dame|Lord|Lady|St|Herr|Frau|Mme|Mlle|Sra?|Sig|Sig\.ra"
    r"|Mevr|Dhr)\.? (?=[A-ZÀ-Þ])"
    r"|\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日"
    r"|\b(?:page|pages|p\.|pp\.|No\.|chapter|section|step|part) (?=\d)"
)


# Marks on one letter; Unicode knows no text that needs more (UAX #15, stream-safe text), and
# Typst goes wrong at 32,767 of them.
_MOST_MARKS = 30


def legal(text: str) -> str:
    """The text with U+FFFD for each character that a PDF can't have, as in our markup.

    A letter keeps its first thirty marks.
    """
    bare = _LINES.sub("\n", _ILLEGAL.sub("\ufffd", text)).replace("\ufeff", _WORD_JOINER)
    return bare if is_plain(bare) or len(bare) <= _MOST_MARKS else "".join(_few_marks(bare))


def _few_marks(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= _MOST_MARKS:
            yield character


def printable(text: str, typeface: Typeface) -> str:
    """The text as it can be printed: the name in place of a character in no typeface."""
    return _missing_in_words(emoji_in_words(unstyled(legal(text))), typeface)


def missing(text: str, typeface: Typeface) -> str:
    """The characters of a text that are in no typeface, in order."""
    if has_all(text, typeface):
        return ""
    return "".join(part.missing for part in parts(emoji_in_words(unstyled(legal(text))), typeface))


def _missing_in_words(text: str, typeface: Typeface) -> str:
    if has_all(text, typeface):
        return text
    return "".join(
        part.shown + (f"({names(part.missing)})" if part.missing else "")
        for part in parts(text, typeface)
    )


def together(text: str) -> str:
    """Dates, times, telephone numbers, money, measures and titles kept on one line."""
    return _TOGETHER.sub(lambda match: unbroken(match[0].replace(" ", NO_BREAK)), text)


def unbroken(text: str) -> str:
    """Text that stays on one line: a language without spaces would end a line between letters."""
    wide = any(unicodedata.east_asian_width(character) in "WF" for character in text)
    return _WORD_JOINER.join(text) if wide else text


def unstyled(text: str) -> str:
    """Letters in another style as plain ones; framed ones where two or more make a word."""
    plain = _STYLED.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _FRAMED.sub(lambda word: "".join(unicodedata.name(c)[-1] for c in word[0]), plain)


def emoji_in_words(text: str) -> str:
    """Each emoji as its Unicode name in brackets, since a picture would not be large print."""
    return _EMOJI.sub(lambda match: f"({_name(match[0])})", text)


def _name(emoji: str) -> str:
    if emoji[0] in "\U0001f1e6\U0001f1ff" or "\U0001f1e6" < emoji[0] < "\U0001f1ff":
        return "flag " + "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in emoji)
    shown = [c for c in emoji if c not in "\ufe0f\u200d\u2640\u2642"]
    return names(shown)


def names(characters: Iterable[str]) -> str:
    """Characters by their names in Unicode."""
    return ", ".join(unicodedata.name(c, f"symbol {ord(c):X}").lower() for c in characters)


# Scripts that are wider than Latin in bold Noto: Indic and Ethiopic most (1.13 ems a letter
# were measured), then Cyrillic, Armenian, Arabic and Georgian (0.79).
_WIDEST = re.compile("[\u0900-\u0dff\u1200-\u139f]")
_WIDE = re.compile("[\u0400-\u058f\u0600-\u06ff\u10a0-\u10ff]")


def ems(text: str) -> float:
    """The largest possible width of a text in ems of the bold typeface."""
    return sum(map(_advance, text))


_MOST = 1.15
"""The ems of the widest letter."""


def _advance(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF" or character in "@%&—…":
        return 1.0
    if character in "mwMW" or character.isupper():
        return 0.9
    if character < "\u0400":
        return 0.62
    if _WIDEST.match(character):
        return _MOST
    return 0.8 if _WIDE.match(character) else 0.62


def breakable(text: str, line: float) -> str:
    """Text whose words all fit a line of this width in ems: a longer one may break, unmarked."""
    return " ".join(_broken(word, line) for word in text.split(" "))


def _broken(word: str, line: float) -> str:
    if len(word) * _MOST <= line:  # as nearly all are: measuring each took a third of the time
        return word
    if ems(word) <= line or unicodedata.east_asian_width(word[0]) in "WF":
        return word
    return ZERO_WIDTH_SPACE.join(pieces(word, line))


def pieces(word: str, line: float) -> list[str]:
    """A word cut into parts that each fit a line of this width in ems."""
    cut, width = [""], 0.0
    for character in word:
        width += _advance(character)
        if width > line:
            cut.append("")
            width = _advance(character)
        cut[-1] += character
    return cut
