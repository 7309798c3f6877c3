"""Each sentence is one line, in its own language, and never silent."""

from dataclasses import replace

import pytest

from formats.model import (
    Foreign,
    NoteRef,
    Paragraph,
    Sentence,
    Text,
)
from pipeline.lexicon import Lexicon
from pipeline.script.framing import Frame
from pipeline.script.script import script
from tests.formats.builders import (
    paragraph,
    post_of,
    sentence,
)
from tests.pipeline.script.scripts import lines, said


def test_a_sentence_wholly_in_another_language_is_said_in_it() -> None:
    welsh = Foreign("cy", (Text("Bore da."),))
    found = lines(paragraph(sentence(welsh), sentence("They say ", welsh)))
    assert [line.language for line in found] == ["cy", "en-GB"]


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("🎉", "party popper"),
        ("***", "asterisk"),
    ],
)
def test_a_sentence_without_words_is_named_rather_than_passed_over(words: str, heard: str) -> None:
    assert said(Paragraph((sentence(words),))) == [heard]


def test_a_sentence_that_is_empty_is_said_to_be_blank() -> None:
    """The split leaves none; should one come, its id must be heard as every other is."""
    post = replace(post_of(), blocks=(Paragraph((Sentence("s1", ()),)),))

    (part,) = script(post, Frame(), Lexicon())
    assert [line.text for line in part.lines] == ["Blank."]


def test_a_sentence_that_is_a_note_mark_alone_says_which() -> None:
    assert said(paragraph(sentence(NoteRef("n1", "3")))) == ["Note 3"]


def test_signs_between_phrases_of_another_language_leave_the_sentence_its_own() -> None:
    welsh, french = Foreign("cy", (Text("Bore da"),)), Foreign("fr", (Text("bonjour"),))

    (one, both) = lines(paragraph(sentence("“", welsh, "!”"), sentence(welsh, ", ", french)))

    assert (one.language, both.language) == ("cy", "en-GB")
