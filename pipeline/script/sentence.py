"""A sentence → its line: the language it is said in, and what is said of one without words."""

import unicodedata

from formats.model import Foreign, Inline, NoteRef, Sentence, Text
from pipeline.script.inlines import Speech
from pipeline.script.lines import Line
from pipeline.script.normalise import spoken
from pipeline.script.notices import added
from pipeline.script.words import words


def sentence_line(sentence: Sentence, speech: Speech, language: str, pause: int) -> Line:
    """What is said for one sentence, never nothing; a wholly foreign one in its own language."""
    inlines, language = _foreign(sentence.inlines, language)
    text = spoken(speech.sentence(inlines, words(language)), language)
    if any(map(str.isalnum, text)):
        return Line(sentence.id, text, language, pause)
    return _wordless(sentence, text, language, pause)


def _foreign(inlines: tuple[Inline, ...], language: str) -> tuple[tuple[Inline, ...], str]:
    """The inlines to say and their language: a phrase within a sentence keeps its voice."""
    worded = [i for i in inlines if not (isinstance(i, Text) and not _has_words(i.text))]
    if len(worded) == 1 and isinstance(worded[0], Foreign):
        return inlines, worded[0].language
    return inlines, language


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _wordless(sentence: Sentence, text: str, language: str, pause: int) -> Line:
    """The names of its signs ("party popper"), a note's number, or that it is blank."""
    names = [unicodedata.name(sign, "").lower() for sign in dict.fromkeys(text) if sign != " "]
    if any(names):
        return Line(sentence.id, ", ".join(filter(None, names)), "en", pause)
    known = words(language)
    notes = [i.label for i in sentence.inlines if isinstance(i, NoteRef)]
    said = known.note.format(notes[0]).rstrip(": ") if notes else known.blank
    return Line(sentence.id, said, added(language), pause)
