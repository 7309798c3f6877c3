"""A sentence → its line: its languages, and what is said for one without words."""

from formats.model import Foreign, Inline, NoteRef, Sentence, Text
from formats.words import added, words
from pipeline.lexicon import Lexicon
from pipeline.script.inlines import Speech
from pipeline.script.lines import Line, joined, plain
from pipeline.script.naming import has_words, names
from pipeline.script.saying import runs


class Telling:
    """Scripts the sentences of one post, with a lexicon and a memory of what has been said.

    `brief` is whether as little as possible is said around the author's words.
    """

    def __init__(self, lexicon: Lexicon, *, brief: bool = False) -> None:
        self.lexicon = lexicon
        self.brief = brief
        self._speech = Speech(brief=brief)

    def line(self, sentence: Sentence, language: str, pause: int) -> Line:
        """The line of one sentence, never empty; a phrase in another language is its own run."""
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
    """The sentence's language: that of a phrase in it, where it has no other words."""
    worded = [i for i in inlines if not (isinstance(i, Text) and not has_words(i.text))]
    if len(worded) == 1 and isinstance(worded[0], Foreign):
        return worded[0].language
    return language


def _wordless(sentence: Sentence, text: str, language: str, pause: int) -> Line:
    """The names of its signs ("party popper"), a note's number, or "blank"."""
    named = names(dict.fromkeys(text))
    if named:
        return plain(sentence.id, named, "en", pause)
    known = words(language)
    notes = [i.label for i in sentence.inlines if isinstance(i, NoteRef)]
    said = known.note.format(notes[0]).rstrip(": ") if notes else known.blank
    return plain(sentence.id, said, added(language), pause)
