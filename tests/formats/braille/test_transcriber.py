"""Running text becomes cells, and no letter is silently dropped."""

import pytest

from formats.braille.cells import to_ascii
from formats.braille.transcriber import clean, transcriber, unsigned
from formats.braille.transcriber import written as written_in
from formats.braille.uncontracted import UNCONTRACTED
from formats.model import (
    BrailleRun,
    Code,
    CodeBlock,
    Figure,
    Foreign,
    Inline,
    NoteRef,
    Picture,
    Sentence,
    Style,
    Styled,
    Text,
)
from tests.formats.builders import edition, paragraph

BY = transcriber(edition(paragraph("x")), UNCONTRACTED)


def written(*inlines: Inline) -> str:
    return to_ascii(BY.cells(BY.runs((Sentence("s1", inlines),))))


@pytest.mark.parametrize(
    ("inline", "cells"),
    [
        (Text("sea"), "SEA"),
        (Styled(Style.DELETED, (Text("old"),)), ".<DELETED3 OLD.>"),
        (Styled(Style.INSERTED, (Text("new"),)), ".<INSERTED3 NEW.>"),
        (Styled(Style.QUOTATION, (Text("ebb"),)), "8EBB0"),
        (Styled(Style.SUPERSCRIPT, (Text("2"),)), ";9#B"),
        (Styled(Style.SUPERSCRIPT, (Text("th"),)), "@5TH"),
        (Styled(Style.SUBSCRIPT, (Text("2"),)), "#B"),
        (Styled(Style.EMPHASIS, (Styled(Style.STRONG, (Text("now"),)),)), "^1.1NOW.'^'"),
        (NoteRef("n1", "1"), ' "9#A'),
        (Picture("a.png", "a wave"), ".<A WAVE.>"),
    ],
)
def test_each_kind_of_inline_has_its_signs(inline: Inline, cells: str) -> None:
    assert written(inline) == cells


def test_words_in_another_language_and_program_text_are_not_contracted() -> None:
    sentence = Sentence("s1", (Text("a"), Foreign("fr", (Text("b"),)), Code("c")))
    english = Sentence("s1", (Foreign("en-US", (Text("d"),)),))

    assert [run.contracted for run in BY.runs((sentence,)) if run.text] == [True, False, False]
    assert [run.contracted for run in BY.runs((english,)) if run.text] == [True]


def test_up_to_three_letters_without_signs_are_named() -> None:
    assert written(Text("a 😀 b")) == "A .<GRINNING FACE.> B"
    assert written(Text("日本")) == to_ascii(
        BY.code.translate((BrailleRun("[cjk unified ideograph-65e5; cjk unified ideograph-672c]"),))
    )


def test_more_letters_without_signs_are_counted() -> None:
    told = "8 characters that have no signs in this braille code"

    assert written(Text("a الماء بحر b")) == to_ascii(BY.plain(f"a [{told}] b"))


def test_a_letter_that_stands_for_simpler_ones_is_written_in_them() -> None:
    assert written(Text("ĳs")) == "IJS"
    assert written(Text("1⁄72 ⅝")) == "#A_/#GB #E_/#H"
    assert unsigned("ĳ①😀", UNCONTRACTED) == {"😀"}


def test_what_has_no_shape_in_print_has_none_in_braille() -> None:
    assert clean("a\x00\u200bb\u00adc\ufe0f\ud800 \u00a0\n") == "abc   "


def test_letters_and_marks_are_put_together() -> None:
    assert clean("e\u0301") == "é"


def test_all_letters_of_an_edition_are_known() -> None:
    figure = Figure("f1", Picture("a.png", "wave"), ())
    letters = written_in(edition(paragraph("On it."), CodeBlock("c1", "if\n", ""), figure))

    assert letters.endswith("Onit.ifwave")
