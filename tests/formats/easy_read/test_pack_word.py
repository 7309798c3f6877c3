"""The pack as a Word document says what the PDF says, and has room to write."""

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from formats.easy_read.pack import Sheet
from formats.easy_read.pack_word import render
from formats.easy_read.sections import MARKS, QUESTIONS
from formats.errors import FormatError
from formats.model import Foreign, Media, Sentence, Text
from tests.formats.builders import HOSTILE, typeface
from tests.formats.easy_read.test_pack import BOAT, TEXT
from tests.formats.easy_read.texts import ICON, row, text

SHEET = Sheet(TEXT, "cy", 2, "ab12 cd34", typeface(), 0)


def opened(sheet: Sheet) -> WordDocument:
    return Document(io.BytesIO(render(sheet)))


def lines(sheet: Sheet) -> list[str]:
    return [paragraph.text for paragraph in opened(sheet).paragraphs]


def test_each_row_is_a_heading_with_its_words_boxes_and_room() -> None:
    found = lines(SHEET)
    at = found.index("Row 3")
    assert found[at + 1 : at + 5] == ["[No picture]", "We need:", "nails", "paint"]
    assert all(mark in found[at + 5] for mark in MARKS)
    assert found[at + 6 : at + 8] == ["Better words:", ""]
    assert [found.count(question) for question in QUESTIONS] == [3, 3, 3, 3]
    assert "tokenism: Only for show." in found


def test_headings_are_headings_and_never_skip_a_level() -> None:
    styles = [(p.style.name if p.style else "", p.text) for p in opened(SHEET).paragraphs]
    levels = [int(name[-1]) for name, _ in styles if name.startswith("Heading")]
    assert styles[0] == ("Title", "Checking pack")
    assert all(below <= above + 1 for above, below in zip([0, *levels], levels, strict=False))


def test_it_never_calls_the_text_easy_read() -> None:
    assert "easy read" not in " ".join(lines(SHEET)).lower()


def test_pictures_have_what_they_show_and_words_their_language() -> None:
    body = opened(SHEET).element.body
    told = [shape.get("descr") for shape in body.iter(qn("wp:docPr"))]
    assert told == ["", "A boat"]
    run = (Foreign("fr", (Text("la mer"),)),)
    other = text(replace(row("x"), sentence=Sentence("e1", run)))
    said = opened(replace(SHEET, text=other)).element.body.iter(qn("w:lang"))
    assert {one.get(qn("w:val")) for one in said} == {"cy", "fr"}


def test_the_same_values_give_the_same_bytes() -> None:
    assert render(SHEET) == render(SHEET)


def test_hostile_words_are_words() -> None:
    made = replace(SHEET, text=text(row("<w:br/> & \x00 ]]>"), row(HOSTILE, 2), title=HOSTILE))
    assert "<w:br/> & \ufffd ]]>" in lines(made)


def test_a_picture_that_cant_be_decoded_is_an_error_with_a_remedy() -> None:
    for bad in (Media(BOAT.path, "image/png", b"x", 9, 9), replace(ICON, data=b"<svg")):
        others = tuple(m for m in TEXT.media if m.path != bad.path)
        with pytest.raises(FormatError, match="the picture") as error:
            render(replace(SHEET, text=replace(TEXT, media=(*others, bad))))
        assert error.value.remedy


def test_a_word_in_a_list_alone_stands_at_the_end_with_its_meaning() -> None:
    listed = text(row("We need:", 1, "nails"), meanings=(("nails", "Thin pins."),))
    found = lines(replace(SHEET, text=listed))
    assert found[found.index("Other hard words") + 2 :] == [
        "nails: Thin pins.",
        "Better words:",
        "",
    ]
    assert "Other hard words" not in lines(SHEET)


def test_a_row_stays_on_one_page_with_its_boxes() -> None:
    paragraphs = opened(SHEET).paragraphs
    at = [paragraph.text for paragraph in paragraphs].index("Row 3")
    kept = [p.paragraph_format.keep_with_next for p in paragraphs[at + 1 : at + 7]]
    assert kept == [True] * 6
