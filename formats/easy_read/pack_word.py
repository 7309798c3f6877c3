"""The checking pack as a Word document: the words of the PDF, for who writes on a computer.

It has no tables: a screen reader goes from heading to heading, and each row has one.
"""

import io
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from formats import walk
from formats.easy_read.on_paper import SVG, reduced
from formats.easy_read.pack import Sheet
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
    apart,
    explained,
)
from formats.markup import legal
from formats.model import Foreign, Inline, Link, Media, Style, Styled, Typeface
from formats.typesetting import drawn
from formats.zipped import again

_FONT = "Arial"
_SIZES = {"Normal": 18, "List Bullet": 18, "Title": 28, "Heading 1": 24, "Heading 2": 20}
_WIDTH = Mm(40)
_BOX = "\u2610"
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right")
)
_FRAME = (
    '<w:pBdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f"{_SIDES}</w:pBdr>"
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def render(sheet: Sheet) -> bytes:
    """The document: the same bytes for the same values.

    Raises `FormatError` where a picture can't be decoded.
    """
    document = Document()
    _look(document)
    _properties(document, sheet)
    _first_page(document, sheet)
    pictures = {one.path: _png(one, sheet.typeface) for one in sheet.text.media}
    for number, (section, rows) in enumerate(explained(sheet.text), 1):
        ours = section.title in (MAIN_POINTS, WHOLE)
        heading = document.add_heading(f"{number}. ", 1)
        heading.paragraph_format.page_break_before = True
        _run(heading, section.title, "" if ours else sheet.language)
        for row in rows:
            _row(document, row, pictures, sheet.language)
        document.add_heading(f"Talk about section {number}", 2)
        for question in QUESTIONS:
            _field(document, question)
    _words(document, sheet)
    out = io.BytesIO()
    document.save(out)
    return again(out)


def _look(document: WordDocument) -> None:
    """Large print in one sans serif, black on white."""
    for name, points in _SIZES.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.color.rgb = (
            _FONT,
            Pt(points),
            RGBColor(0, 0, 0),
        )
        style.paragraph_format.space_after = Pt(9)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)


def _properties(document: WordDocument, sheet: Sheet) -> None:
    made = (_EPOCH + timedelta(seconds=sheet.made)).replace(tzinfo=None)
    said = document.core_properties
    said.title = legal(f"{TITLE}: {sheet.text.title}")[:255]
    said.author = said.comments = said.last_modified_by = ""
    said.language, said.created, said.modified = "en-GB", made, made


def _first_page(document: WordDocument, sheet: Sheet) -> None:
    document.add_paragraph(TITLE, "Title")
    _run(document.add_paragraph(), sheet.text.title, sheet.language, bold=True)
    document.add_paragraph(INTRODUCTION)
    document.add_heading("About this check", 1)
    document.add_paragraph(f"Version: {sheet.version}. This is round {sheet.round}.")
    for words in WRITTEN:
        _field(document, words)
    document.add_paragraph(CONSENT)
    for words in ANSWERED:
        document.add_paragraph(f"{words}   {_boxes(('yes', 'no'))}")
    document.add_heading("How to use this pack", 1)
    for words in HOW_TO:
        document.add_paragraph(words, "List Bullet")
    for words in LAST:
        document.add_paragraph(words)


def _boxes(words: Iterable[str]) -> str:
    return "     ".join(f"{_BOX}\N{NO-BREAK SPACE}{word}" for word in words)


def _field(document: WordDocument, words: str) -> None:
    """Words, and an empty paragraph in a frame to write in."""
    _run(_kept(document), words, bold=True)
    framed = document.add_paragraph()
    framed._p.get_or_add_pPr().append(parse_xml(_FRAME))  # noqa: SLF001 (python-docx has no frames)


def _kept(document: WordDocument, style: str | None = None) -> Paragraph:
    """A paragraph on one page with the next: the boxes of a row stay with its words."""
    paragraph = document.add_paragraph("", style)
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _row(
    document: WordDocument, explained: Explained, pictures: dict[str, bytes], language: str
) -> None:
    number, row, run, hard = explained
    document.add_heading(f"Row {number}", 2)
    shown = _kept(document)
    if row.picture:
        _picture(shown, pictures[row.picture.src], row.picture.alt or "")
    else:
        shown.add_run(f"[{NO_PICTURE}]")
    _inlines(_kept(document), run, language)
    for place, entry in enumerate(row.entries, 1):
        paragraph = _kept(document, "Normal" if row.numbered else "List Bullet")
        if row.numbered:
            paragraph.add_run(f"{place}. ")
        _inlines(paragraph, entry.inlines, language)
    for word in hard:
        _meaning(document, word.word, word.meaning, language)
    _kept(document).add_run(_boxes(MARKS))
    _field(document, BETTER)


def _words(document: WordDocument, sheet: Sheet) -> None:
    """The hard words that stand beside no row."""
    words = apart(sheet.text)
    if not words:
        return
    document.add_heading(WORDS, 1).paragraph_format.page_break_before = True
    document.add_paragraph(WORDS_SAID)
    for word, meaning in words:
        _meaning(document, word, meaning, sheet.language)
        _field(document, BETTER)


def _meaning(document: WordDocument, word: str, meaning: str, language: str) -> None:
    paragraph = _kept(document)
    _run(paragraph, word, language, bold=True)
    _run(paragraph, f": {meaning}", language)


# --- running text -----------------------------------------------------------------------


def _inlines(
    paragraph: Paragraph, run: Iterable[Inline], language: str, *, bold: bool = False
) -> None:
    for inline in run:
        match inline:
            case Styled(Style.STRONG, children) | Link(_, children):
                _inlines(paragraph, children, language, bold=True)
            case Foreign(other, children):
                _inlines(paragraph, children, other, bold=bold)
            case _:
                _run(paragraph, walk.plain((inline,)), language, bold=bold)


def _run(paragraph: Paragraph, words: str, language: str = "", *, bold: bool = False) -> None:
    run = paragraph.add_run(legal(words))
    run.bold = bold or None
    if language:
        said = OxmlElement("w:lang")
        said.set(qn("w:val"), legal(language))
        run._r.get_or_add_rPr().append(said)  # noqa: SLF001 (python-docx has no languages)


# --- pictures and package ---------------------------------------------------------------


def _picture(paragraph: Paragraph, data: bytes, alt: str) -> None:
    shape = paragraph.add_run().add_picture(io.BytesIO(data), _WIDTH)
    shape._inline.docPr.set("descr", legal(alt))  # noqa: SLF001 (python-docx has no alternative texts)


def _png(media: Media, typeface: Typeface) -> bytes:
    """A picture as a PNG, since python-docx takes no SVG. Raises `FormatError`."""
    if media.mime != SVG:
        return reduced(media)
    return drawn(media, typeface, 40, 300)
