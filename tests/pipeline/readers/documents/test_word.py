"""A Word document is one post: its structure, its notes, its pictures, and nothing hidden."""

from pathlib import Path

import pytest

from formats import walk
from formats.model import (
    Block,
    CodeBlock,
    Figure,
    Foreign,
    Heading,
    Link,
    Listing,
    NoteRef,
    Notes,
    Paragraph,
    Post,
    Quote,
    Sentence,
    Table,
)
from pipeline.readers import Defaults
from pipeline.readers.documents.word import claims
from tests.pipeline.readers.documents.made import paragraph, picture, run, word
from tests.pipeline.readers.reading import codes, only_post, reading, words

TITLE = paragraph("A walk", "Titel")


def made(folder: Path, body: str, *, core: str = "", notes: str = "") -> Post:
    """The post in a Word document with a title and this body."""
    return only_post(reading(folder, {"walk.docx": word(TITLE + body, core=core, notes=notes)}))


def blocks(folder: Path, body: str) -> tuple[Block, ...]:
    return made(folder, body).blocks


def text(block: Block) -> str:
    """The words of a block."""
    sentences = (unit for unit in walk.units((block,)) if isinstance(unit, Sentence))
    return " ".join(walk.plain(sentence.inlines) for sentence in sentences)


def test_its_title_is_what_has_the_style_title_in_any_language_of_word(tmp_path: Path) -> None:
    post = made(tmp_path, paragraph("Text."), core="<dc:title>Another</dc:title>")

    assert (post.title, words(post)) == ("A walk", ["Text."])


def test_without_that_style_the_properties_say_the_title(tmp_path: Path) -> None:
    data = word(paragraph("Text."), core="<dc:title>Tides</dc:title>")

    assert only_post(reading(tmp_path, {"w.docx": data})).title == "Tides"


@pytest.mark.parametrize("made_up", ["Document1", "untitled", "Microsoft Word - a.doc", ""])
def test_a_title_that_a_program_made_up_is_none(tmp_path: Path, made_up: str) -> None:
    body = paragraph("Tides", "berschrift1") + paragraph("Text.")
    data = word(body, core=f"<dc:title>{made_up}</dc:title>")
    post = only_post(reading(tmp_path, {"w.docx": data}))

    assert (post.title, words(post)) == ("Tides", ["Text."])


def test_a_first_line_taken_for_the_title_is_told(tmp_path: Path) -> None:
    found = reading(tmp_path, {"w.docx": word(paragraph("Tides") + paragraph("Text."))})

    assert (only_post(found).title, words(only_post(found))) == ("Tides", ["Text."])
    assert codes(found) == ["title-guessed"]


def test_authors_come_from_the_properties_but_not_the_names_of_programs(tmp_path: Path) -> None:
    creators = "<dc:creator>Ann Example; python-docx; Microsoft Office User</dc:creator>"

    assert made(tmp_path, paragraph("Text."), core=creators).authors == ("Ann Example",)


def test_headings_are_known_by_name_by_what_they_are_based_on_and_by_outline(
    tmp_path: Path,
) -> None:
    body = paragraph("One", "berschrift1") + paragraph("Two", "Own") + paragraph("Three", "Deep")
    found = [block for block in blocks(tmp_path, body) if isinstance(block, Heading)]

    assert [(head.level, text(head)) for head in found] == [(2, "One"), (2, "Two"), (3, "Three")]


def test_lists_nest_and_go_on_counting_after_a_paragraph(tmp_path: Path) -> None:
    body = (
        paragraph("One", num=2)
        + paragraph("Inner", num=1, level=1)
        + paragraph("Two", num=2)
        + paragraph("Between.")
        + paragraph("Three", num=2)
    )
    first, between, second = blocks(tmp_path, body)

    assert isinstance(first, Listing)
    assert isinstance(second, Listing)
    assert [len(item.blocks) for item in first.items] == [2, 1]
    assert isinstance(inner := first.items[0].blocks[1], Listing)
    assert (first.ordered, inner.ordered, second.start) == (True, False, 3)
    assert text(between) == "Between."


def test_a_numbering_may_start_anew_and_a_style_may_number(tmp_path: Path) -> None:
    body = paragraph("One", num=2) + paragraph("Five", num=3) + paragraph("Six", "ListNumber")
    lists = [block for block in blocks(tmp_path, body) if isinstance(block, Listing)]

    assert [(one.start, len(one.items)) for one in lists] == [(1, 1), (5, 2)]


def test_quotes_and_program_text_keep_their_kind(tmp_path: Path) -> None:
    body = paragraph("Said.", "Zitat") + paragraph("a = 1", "Code") + paragraph("b = 2", "Code")
    quote, code = blocks(tmp_path, body)

    assert isinstance(quote, Quote)
    assert isinstance(code, CodeBlock)
    assert code.text == "a = 1\nb = 2"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{properties}{inner}</w:tr>"


@pytest.mark.parametrize(
    ("table", "head", "is_header"),
    [
        ("", "<w:trPr><w:tblHeader/></w:trPr>", True),
        ('<w:tblStyle w:val="Fancy"/><w:tblLook w:val="04A0"/>', "", True),
        ('<w:tblStyle w:val="Fancy"/><w:tblLook w:firstRow="0" w:val="04A0"/>', "", False),
        ('<w:tblStyle w:val="Plain"/><w:tblLook w:val="04A0"/>', "", False),
    ],
)
def test_a_first_row_that_is_drawn_as_a_header_is_one(
    tmp_path: Path, table: str, head: str, *, is_header: bool
) -> None:
    rows = row("Name", "Age", properties=head) + row("Ann", "5")
    (found,) = blocks(tmp_path, f"<w:tbl><w:tblPr>{table}</w:tblPr>{rows}</w:tbl>")

    assert isinstance(found, Table)
    assert [[cell.header for cell in row.cells] for row in found.rows] == [
        [is_header, is_header],
        [False, False],
    ]


def test_a_footnote_is_a_note_and_a_sign_in_place_of_its_number_is_not_heard(
    tmp_path: Path,
) -> None:
    mark = '<w:footnoteReference w:customMarkFollows="1" w:id="2"/>'
    body = f"<w:p>{run('Fell.')}<w:r>{mark}<w:t>*</w:t></w:r></w:p>"
    note = (
        f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run("In 2020.")}</w:p></w:footnote>'
    )
    fell, notes = made(tmp_path, body, notes=note).blocks

    assert isinstance(fell, Paragraph)
    assert isinstance(fell.sentences[0].inlines[-1], NoteRef)
    assert isinstance(notes, Notes)
    assert (text(fell), text(notes)) == ("Fell.", "In 2020.")


def test_the_mark_of_a_note_that_is_missing_is_left_out(tmp_path: Path) -> None:
    body = f'<w:p>{run("Fell.")}<w:r><w:footnoteReference w:id="9"/></w:r></w:p>'

    assert words(made(tmp_path, body)) == ["Fell."]


def test_a_picture_comes_with_its_alternative_text_and_its_caption(tmp_path: Path) -> None:
    body = picture(properties='descr="Two ducks."') + paragraph("Ducks in May", "Beschriftung")
    found = reading(tmp_path, {"walk.docx": word(TITLE + body)})
    (figure,) = only_post(found).blocks

    assert isinstance(figure, Figure)
    assert (figure.picture.src, figure.picture.alt) == ("pictures/ducks.png", "Two ducks.")
    assert walk.text(figure.caption) == "Ducks in May"
    assert [(media.width, media.height) for media in found.media["walk"]] == [(4, 3)]


@pytest.mark.parametrize(
    ("properties", "inner", "alt"),
    [
        ("", "", None),
        ('title="Ducks"', "", "Ducks"),
        ('descr="Ducks&#10;&#10;Description automatically generated"', "", "Ducks"),
        ('descr="AI-generated content may be incorrect."', "", None),
        ('descr="Ducks"', '<a:ext><adec:decorative val="1"/></a:ext>', ""),
        ('descr="Ducks"', '<a:ext><adec:decorative val="0"/></a:ext>', "Ducks"),
    ],
)
def test_what_the_alternative_text_says(
    tmp_path: Path, properties: str, inner: str, alt: str | None
) -> None:
    post = made(tmp_path, picture(properties=properties, inner=inner) + paragraph("Text."))

    assert [shown.alt for shown in walk.pictures(post.blocks)] == [alt]


@pytest.mark.parametrize("relation", ["rId6", "rId7", "rId99"])
def test_a_picture_that_is_not_in_the_file_is_told_and_never_fetched(
    tmp_path: Path, relation: str
) -> None:
    data = word(TITLE + paragraph("Text.") + picture(relation, 'descr="Ducks"'))
    found = reading(tmp_path, {"w.docx": data})

    assert words(only_post(found)) == ["Text."]
    assert "document-part" in codes(found)


def linked(relation: str) -> str:
    return f'<w:p><w:hyperlink r:id="{relation}">{run("Here")}</w:hyperlink>{run(" it is.")}</w:p>'


def test_a_link_keeps_its_address_and_one_to_nothing_its_words(tmp_path: Path) -> None:
    whole, broken = blocks(tmp_path, linked("rId4") + linked("rId99"))

    assert isinstance(whole, Paragraph)
    link = whole.sentences[0].inlines[0]
    assert isinstance(link, Link)
    assert link.href == "https://a.org/"
    assert text(broken) == "Here it is."


@pytest.mark.parametrize(
    ("inner", "heard"),
    [
        ('<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>', ""),
        (f'<w:ins w:id="1">{run("new")}</w:ins>', "new"),
        (f"<w:moveFrom>{run('old')}</w:moveFrom><w:moveTo>{run('new')}</w:moveTo>", "new"),
        (f'<w:fldSimple w:instr=" AUTHOR ">{run("Ann")}</w:fldSimple>', "Ann"),
        (f"<w:smartTag>{run('London')}</w:smartTag>", "London"),
        (f'<w:bdo w:val="rtl">{run("abc")}</w:bdo>', "abc"),
        (run("hidden", "<w:vanish/>"), ""),
        (run("shown", '<w:vanish w:val="0"/>'), "shown"),
        (run("secret", '<w:rStyle w:val="Secret"/>'), ""),
        ('<w:r><w:commentReference w:id="1"/></w:r>', ""),
        ("<w:r><w:t>A</w:t><w:cr/><w:t>b</w:t></w:r>", "A b"),
        ("<w:r><w:t>soft</w:t><w:softHyphen/><w:t>er</w:t></w:r>", "softer"),
    ],
)
def test_what_is_meant_to_be_read_is_and_what_is_not_is_left_out(
    tmp_path: Path, inner: str, heard: str
) -> None:
    body = f"<w:p>{run('Before ')}{inner}{run(' after.')}</w:p>"

    assert " ".join(words(made(tmp_path, body))) == f"Before {heard} after.".replace("  ", " ")


def test_a_table_of_contents_is_left_out_and_told(tmp_path: Path) -> None:
    body = paragraph("One 5", "Verzeichnis1") + paragraph("Text.")
    found = reading(tmp_path, {"w.docx": word(TITLE + body)})

    assert words(only_post(found)) == ["Text."]
    assert codes(found) == ["document-part"]


def test_a_text_box_stands_once_behind_the_paragraph_that_it_is_fixed_to(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('Boxed.')}</w:txbxContent>"
    new = f"<w:drawing><wp:anchor><wp:docPr/><wps:txbx>{box}</wps:txbx></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    choice = f"<mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    body = (
        f"<w:p>{run('First.')}<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"
    )
    found = reading(tmp_path, {"w.docx": word(TITLE + body + paragraph("Last."))})

    assert words(only_post(found)) == ["First.", "Boxed.", "Last."]
    assert codes(found) == []


def test_an_equation_is_read_and_so_are_words_beside_it(tmp_path: Path) -> None:
    half = "<m:f><m:num><m:r><m:t>x</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    body = f"<w:p>{run('So')}<m:oMath>{half}</m:oMath>{run('it is.')}</w:p>"

    assert " ".join(words(made(tmp_path, body))) == "So x / 2 it is."


def test_ruby_is_shown_and_heard_once(tmp_path: Path) -> None:
    ruby = f"<w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby>"

    heard = "".join(words(made(tmp_path, f"<w:p><w:r>{ruby}</w:r></w:p>")))
    assert heard == "漢"


def test_words_in_another_language_say_so_but_american_among_british_does_not(
    tmp_path: Path,
) -> None:
    welsh, american = '<w:lang w:val="cy-GB"/>', '<w:lang w:val="en-US"/>'
    british = run("A greeting among friends ", '<w:lang w:val="en-GB"/>')
    post = made(tmp_path, f"<w:p>{british}{run('Bore da', welsh)}{run(' color', american)}</w:p>")
    (only,) = post.blocks

    assert post.language == "en-GB"
    assert isinstance(only, Paragraph)
    foreign = [part for part in only.sentences[0].inlines if isinstance(part, Foreign)]
    assert [(part.language, walk.plain(part.children)) for part in foreign] == [
        ("cy-GB", "Bore da")
    ]


@pytest.mark.parametrize(
    ("core", "blog", "language"),
    [
        ("", "en-GB", "en-GB"),
        ("", "fr", "en-US"),
        ("<dc:language>en-US</dc:language>", "en-GB", "en-US"),
        ("<dc:language>fr-FR</dc:language>", "en-GB", "fr-FR"),
    ],
)
def test_the_language_of_a_template_gives_way_to_the_blogs_own(
    tmp_path: Path, core: str, blog: str, language: str
) -> None:
    data = word(TITLE + paragraph("Text."), core=core)
    found = reading(tmp_path, {"w.docx": data}, Defaults(language=blog))

    assert only_post(found).language == language


def test_signs_that_only_marks_have_can_not_be_forged(tmp_path: Path) -> None:
    body = paragraph("Well \ufdd0equation:7\ufdd1 done.")

    assert "done." in words(made(tmp_path, body))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\0" * 100,
        word("<w:p>"),
        word(
            paragraph("x"), parts={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}
        ),
        word("<w:tbl>" * 300 + "</w:tbl>" * 300),
        word(paragraph("x"))[:-60],
    ],
)
def test_a_broken_or_hostile_document_is_an_error_with_place_and_remedy(
    tmp_path: Path, data: bytes
) -> None:
    found = reading(tmp_path, {"w.docx": data, "good.md": "# T\n\nText."})

    assert [post.slug for post in found.posts] == ["good"]
    assert [(error.where, bool(error.remedy)) for error in found.errors] == [("w.docx", True)]
    assert not any("fault" in error.message for error in found.errors)


def test_a_document_is_claimed_by_its_name_and_what_it_is() -> None:
    assert claims("a.DOCX", b"")
    assert claims("a.docx", b"PK\x03\x04")
    assert not claims("a.docx", b"\xd0\xcf\x11\xe0")
    assert not claims("a.zip", b"PK\x03\x04")
