"""A sentence → its line: the languages it is said in, and what is said of one without words."""

from formats.model import Foreign, Inline, NoteRef, Sentence, Text
from formats.words import added, words
from pipeline.lexicon import Lexicon
from pipeline.script.inlines import Speech
from pipeline.script.lines import Line, joined, plain
from pipeline.script.naming import has_words, names
from pipeline.script.saying import runs


class Telling:
    """How sentences of one post are told: with which lexicon, after what has been said.

    `brief` is whether the least is said around the author's words.
    """

    def __init__(self, lexicon: Lexicon, *, brief: bool = False) -> None:
        self.lexicon = lexicon
        self.brief = brief
        self._speech = Speech(brief=brief)

    def line(self, sentence: Sentence, language: str, pause: int) -> Line:
        """What is said for one sentence, never nothing; a phrase of another language as such."""
        language = _language(sentence.inlines, language)
        stretches = self._speech.sentence(sentence.inlines, language)
        said = joined(
            run
            for stretch in stretches
            for run in runs(stretch.text, stretch.language, self.lexicon)
        )
        if any(has_words(run.text) for run in said):
            return Line(sentence.id, said, language, pause)
        return _wordless(sentence, "".join(run.text for run in said), language, pause)


def _language(inlines: tuple[Inline, ...], language: str) -> str:
    """The sentence's language: its one phrase's, where it has no words beside it."""
    worded = [i for i in inlines if not (isinstance(i, Text) and not has_words(i.text))]
    if len(worded) == 1 and isinstance(worded[0], Foreign):
        return worded[0].language
    return language


def _wordless(sentence: Sentence, text: str, language: str, pause: int) -> Line:
    """The names of its signs ("party popper"), a note's number, or that it is blank."""
    named = names(dict.fromkeys(text))
    if named:
        return plain(sentence.id, named, "en", pause)
    known = words(language)
    notes = [i.label for i in sentence.inlines if isinstance(i, NoteRef)]
    said = known.note.format(notes[0]).rstrip(": ") if notes else known.blank
    return plain(sentence.id, said, added(language), pause)
