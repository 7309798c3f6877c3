"""The checking pack: an easy-read text on paper, for a group that meets around a table.

Numbered rows as readers see them, three boxes for each, room for better words, and open questions
after each section. What it says of itself is for the editor and the group, in English. It never
calls the text Easy Read: that is what the group decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from formats.easy_read.on_paper import Paper, row, shown, template, typeset
from formats.easy_read.sections import (
    ANSWERED,
    BETTER,
    CONSENT,
    HOW_TO,
    INTRODUCTION,
    LAST,
    MAIN_POINTS,
    MARKS,
    NO_PICTURE,
    QUESTIONS,
    TITLE,
    WHOLE,
    WORDS,
    WORDS_SAID,
    WRITTEN,
    Explained,
    PackSection,
    apart,
    explained,
)
from formats.model import EasyText, Typeface
from formats.typesetting import language

_TEMPLATE = template("pack.typ")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text to check, with what its pack says of it.

    `round` is which time this is, from 1. `version` names the text. `made` is the date in the
    PDF, in Unix seconds: the post's own, not that of a clock.
    """

    text: EasyText
    language: str
    round: int
    version: str
    typeface: Typeface
    made: int


def render(sheet: Sheet) -> bytes:
    """The pack as PDF/UA-1 and PDF/A-2a, on A4: the same bytes for the same values.

    Raises `FormatError` where Typst refuses it, or a picture can't be decoded.
    """
    text = sheet.text
    paper = Paper(_TEMPLATE, sheet.typeface, text.media, sheet.made)
    return typeset(_document(sheet), paper)


def _document(sheet: Sheet) -> dict[str, object]:
    text, face = sheet.text, sheet.typeface
    return {
        "title": shown(text.title, face),
        "language": language(sheet.language),
        "round": sheet.round,
        "version": shown(sheet.version, face),
        "marks": MARKS,
        "questions": QUESTIONS,
        "sections": [_section(one, rows, face) for one, rows in explained(text)],
        "words": [[shown(word, face), shown(meaning, face)] for word, meaning in apart(text)],
        "said": {
            "title": TITLE,
            "introduction": INTRODUCTION,
            "written": WRITTEN,
            "consent": CONSENT,
            "answered": ANSWERED,
            "how": HOW_TO,
            "last": LAST,
            "words": [WORDS, WORDS_SAID],
            "better": BETTER,
            "bare": NO_PICTURE,
        },
    }


def _section(section: PackSection, rows: Iterable[Explained], face: Typeface) -> dict[str, object]:
    return {
        "title": shown(section.title, face),
        "ours": section.title in (MAIN_POINTS, WHOLE),
        "rows": [row(one, face) for one in rows],
    }
