"""Every post is transcribed as well as the machine can, never in a wrong code, and told of."""

from dataclasses import replace

import pytest

from formats.braille.uncontracted import UNCONTRACTED
from formats.model import BrailleChoices, BrailleRun
from pipeline.braille.louis import Louis
from pipeline.braille.transcription import code_of, transcription
from pipeline.findings import Level
from tests.formats.builders import PUBLICATION, edition, paragraph, post_of

MISSING = "liblouis is not installed"
ENGLISH, WELSH, JAPANESE = (post_of(paragraph("x"), language=tag) for tag in ("en-GB", "cy", "ja"))
USUAL = BrailleChoices()


def test_english_is_in_grade_2_by_liblouis(louis: Louis) -> None:
    found = code_of(ENGLISH, USUAL, louis)

    assert found.findings == ()
    assert found.code
    assert found.code.system == "UEB grade2"
    assert found.code.name == "UEB grade 2"
    assert found.code.table == f"liblouis {louis.version}, en-ueb-g2.ctb"
    assert found.code.translate((BrailleRun("knowledge"),)) == "⠅"


@pytest.mark.parametrize("table", ["", "en-ueb-g2.ctb", "en-ueb-g1.ctb"])
def test_without_liblouis_english_is_uncontracted_by_our_own_table_and_a_note_says_so(
    table: str,
) -> None:
    found = code_of(ENGLISH, BrailleChoices(table=table), MISSING)

    assert found.code is UNCONTRACTED
    (note,) = found.findings
    assert (note.level, note.code) == (Level.NOTE, "braille-uncontracted")
    assert MISSING in note.message
    assert "apt install liblouis20 liblouis-data" in note.remedy


@pytest.mark.parametrize("table", ["", "fr-bfu-g2.ctb"])
def test_without_liblouis_other_codes_are_left_out_with_a_remedy(table: str) -> None:
    found = code_of(WELSH, BrailleChoices(table=table), MISSING)

    assert found.code is None
    (note,) = found.findings
    assert (note.level, note.code) == (Level.NOTE, "braille-left-out")
    assert "liblouis-data" in note.remedy


def test_a_language_without_a_table_is_left_out_with_a_remedy(louis: Louis) -> None:
    found = code_of(JAPANESE, USUAL, louis)

    assert found.code is None
    assert "“ja”" in found.findings[0].message
    assert "[braille]" in found.findings[0].remedy


def test_a_table_that_liblouis_does_not_have_is_told(louis: Louis) -> None:
    found = code_of(ENGLISH, BrailleChoices(table="en-ueb-g9.ctb"), louis)

    assert found.code is None
    assert "en-ueb-g9.ctb" in found.findings[0].message


@pytest.mark.usefixtures("louis")
def test_letters_without_signs_are_named_in_a_warning() -> None:
    found = transcription(edition(paragraph("People know and work together. ب 😀 ①")))

    assert found.code
    (warning,) = found.findings
    assert (warning.level, warning.code) == (Level.WARNING, "braille-lacking")
    assert "ب (arabic letter beh), 😀 (grinning face):" in warning.message
    assert "①" not in warning.message


@pytest.mark.usefixtures("louis")
def test_a_passage_in_other_letters_takes_no_braille_away() -> None:
    sea = "البحر الأبيض المتوسط هو بحر كبير جدا"
    english = "The word for sea is in many songs, and in this one, too."

    assert transcription(edition(paragraph(english), paragraph(sea))).code


@pytest.mark.usefixtures("louis")
def test_a_post_in_letters_that_the_table_lacks_is_left_out() -> None:
    found = transcription(edition(paragraph("これは日本語の文章です。点字にはできません。" * 9)))

    assert found.code is None
    assert found.findings[0].code == "braille-left-out"


def test_a_table_of_eight_dots_is_left_out(louis: Louis) -> None:
    eight = replace(PUBLICATION, braille=BrailleChoices(table="ja-kantenji.utb"))
    assert louis.has("ja-kantenji.utb")
    found = transcription(replace(edition(paragraph("日本語 文章 点字")), publication=eight))

    assert found.code is None


@pytest.mark.usefixtures("louis")
def test_a_table_that_can_not_be_read_is_left_out() -> None:
    data = replace(PUBLICATION, braille=BrailleChoices(table="countries.tbl"))
    found = transcription(replace(edition(paragraph("x")), publication=data))

    assert found.code is None
    assert found.findings[0].code == "braille-left-out"
