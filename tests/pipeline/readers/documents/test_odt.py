"""An OpenDocument text is one post: its structure, notes and pictures, and nothing hidden."""

from pathlib import Path

import pytest

from formats import walk
from formats.model import (
    CodeBlock,
    Figure,
    Foreign,
    Heading,
    Notes,
    Post,
    Quote,
    Style,
    Styled,
    Table,
)
from pipeline.readers import Defaults
from pipeline.readers.documents.odt import claims
from tests.pipeline.readers.documents.made import packed
from tests.pipeline.readers.documents.pages import outline, text
from tests.pipeline.readers.reading import codes, only_post, reading, words
from tests.pipeline.readers.shared.drawings import png

NAMES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        **{
            short: f"urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"
            for short, long in {
                "office": "office", "style": "style", "text": "text", "table": "table",
                "draw": "drawing", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
                "meta": "meta",
            }.items()
        },
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }.items()
)  # fmt: skip


def style(name: str, properties: str, family: str = "text", parent: str = "") -> str:
    based = f'style:parent-style-name="{parent}"' if parent else ""
    inner = f"<style:text-properties {properties}/>" if properties else ""
    return f'<style:style style:name="{name}" style:family="{family}" {based}>{inner}</style:style>'


TEXT_STYLES = {
    "T1": 'fo:font-weight="bold"',
    "T2": 'style:text-position="super 58%"',
    "T3": 'text:display="none"',
    "T4": 'fo:language="cy" fo:country="GB"',
    "T5": 'fo:language="en" fo:country="US"',
}
NAMED = ("Title", "Quotations", "Preformatted_20_Text", "Illustration")
STYLES = f"""
{"".join(style(name, "", "paragraph") for name in NAMED)}
{"".join(style(name, properties) for name, properties in TEXT_STYLES.items())}
{style("P1", "", "paragraph", "Title")}
<style:style style:name="G1" style:family="graphic">
<style:graphic-properties loext:decorative="true"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1"
style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>
<style:default-style style:family="paragraph"><style:text-properties
fo:language="en" fo:country="GB"/></style:default-style>"""
TITLE = '<text:p text:style-name="P1">A walk</text:p>'


def odt(body: str, *, about: str = "", **parts: str | bytes) -> bytes:
    """An OpenDocument text with a body."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {NAMES}>{about}</office:document-meta>",
            "Pictures/ducks.png": png(4, 3),
            "Object 1/content.xml": '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>'
            "<mfrac><mi>x</mi><mn>2</mn></mfrac><annotation>{x}over{2}</annotation></semantics>"
            "</math>",
            **parts,
        }
    )


def made(folder: Path, body: str, about: str = "") -> Post:
    return only_post(reading(folder, {"walk.odt": odt(TITLE + body, about=about)}))


def p(inner: str, name: str = "Standard") -> str:
    return f'<text:p text:style-name="{name}">{inner}</text:p>'


def frame(inner: str, name: str = "") -> str:
    return f'<draw:frame draw:style-name="{name}">{inner}</draw:frame>'


IMAGE = '<draw:image xlink:href="Pictures/ducks.png"/>'


def test_title_author_and_language_are_those_of_the_document(tmp_path: Path) -> None:
    about = "<dc:title>Another</dc:title><meta:initial-creator>Ann</meta:initial-creator>"
    post = made(tmp_path, p("Text."), f"{about}<dc:creator>Bob</dc:creator>")

    assert (post.title, post.authors, post.language) == ("A walk", ("Ann",), "en-GB")
    assert words(post) == ["Text."]


def test_headings_quotes_and_program_text_are_what_they_are(tmp_path: Path) -> None:
    code = p('if:<text:line-break/><text:s text:c="4"/>go', "Preformatted_20_Text")
    head, quote, block = made(
        tmp_path,
        '<text:h text:outline-level="1">One</text:h>' + p("Said.", "Quotations")
        + p("Twice.", "Quotations") + code + p("end", "Preformatted_20_Text"),
    ).blocks  # fmt: skip

    assert isinstance(head, Heading)
    assert isinstance(quote, Quote)
    assert len(quote.blocks) == 2
    assert isinstance(block, CodeBlock)
    assert block.text == "if:\n    go\nend"


def items(*inner: str, more: str = "") -> str:
    made = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    return f'<text:list text:style-name="L1" {more}>{made}</text:list>'


def test_lists_nest_even_where_they_are_divided_and_go_on_counting(tmp_path: Path) -> None:
    body = (
        items(p("One"), p("Two")) + items(items(p("Inner")))
        + items(p("Three"), more='text:continue-numbering="true"') + p("Between")
        + items(p("Four"), more='text:continue-list="x"') + p("Again") + items(p("One"))
    )  # fmt: skip
    first, _, second, _, third = made(tmp_path, body).blocks

    assert outline(first) == "ol(One Two ul(Inner) Three)"
    assert (outline(second), outline(third)) == ("ol4(Four)", "ol(One)")


def test_an_item_with_two_paragraphs_is_one_and_a_numbered_heading_is_no_item(
    tmp_path: Path,
) -> None:
    heading = items('<text:h text:outline-level="1">Chapter</text:h>')
    head, listing = made(tmp_path, heading + p("") + items(p("One") + p("more"))).blocks

    assert isinstance(head, Heading)
    assert outline(listing) == "ol(One more)"


def test_a_table_has_its_headers_and_spans(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    wide = '<table:table-cell table:number-columns-spanned="2">' + p("Ages") + "</table:table-cell>"
    covered = "<table:covered-table-cell/>"
    cell = f"<table:table-cell>{p('Ann')}</table:table-cell>"
    head = f"<table:table-header-rows>{row(wide, covered)}</table:table-header-rows>"
    (table,) = made(tmp_path, f"<table:table>{head}{row(cell, cell)}</table:table>").blocks

    assert isinstance(table, Table)
    assert [[(c.header, c.columns) for c in row.cells] for row in table.rows] == [
        [(True, 2)], [(False, 1), (False, 1)],
    ]  # fmt: skip


def test_a_footnote_is_a_note(tmp_path: Path) -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('In 2020.')}</text:note-body></text:note>"
    )
    first, notes = made(tmp_path, p(f"It fell.{note}")).blocks

    assert (text(first), isinstance(notes, Notes), text(notes)) == ("It fell.", True, "In 2020.")


@pytest.mark.parametrize(
    ("description", "name", "alt"),
    [
        ("<svg:title>Ducks</svg:title><svg:desc>Two ducks.</svg:desc>", "", "Two ducks."),
        ("<svg:title>Ducks</svg:title>", "", "Ducks"),
        ("<svg:title>Ducks</svg:title>", "G1", ""),
        ("", "", None),
    ],
)
def test_a_picture_comes_with_what_it_shows(
    tmp_path: Path, description: str, name: str, alt: str | None
) -> None:
    body = p(frame(IMAGE + description, name)) + p("Ducks in May", "Illustration")
    (figure,) = made(tmp_path, body).blocks

    assert isinstance(figure, Figure)
    assert (figure.picture.src, figure.picture.alt) == ("pictures/ducks.png", alt)
    assert walk.text(figure.caption) == "Ducks in May"


@pytest.mark.parametrize(
    ("inner", "heard"),
    [
        ('<text:span text:style-name="T3">secret</text:span>', ""),
        ("<office:annotation><text:p>Really?</text:p></office:annotation>", ""),
        ('<text:change text:change-id="c1"/>', ""),
        ("<text:page-number>7</text:page-number>", ""),
        ("<text:date>31 May</text:date>", "31 May"),
        ("a<text:s/>b<text:tab/>c<text:line-break/>d", "a b c d"),
        ('<text:a xlink:href="https://a.org">there</text:a>', "there"),
        ('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>', "x / 2"),
    ],
)  # fmt: skip
def test_only_what_is_meant_to_be_read_is(tmp_path: Path, inner: str, heard: str) -> None:
    old = '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
    old += f"{p('old')}</text:deletion></text:changed-region></text:tracked-changes>"

    heard_words = words(made(tmp_path, old + p(f"In {inner} then.")))
    assert heard_words == f"In {heard} then.".split()


def test_bold_and_raised_words_keep_their_style(tmp_path: Path) -> None:
    spans = '<text:span text:style-name="T1">m</text:span><text:span text:style-name="T2">2'
    post = made(tmp_path, p(f"x{spans}</text:span>"))
    styled = [part.style for part in walk.block_inlines(post.blocks) if isinstance(part, Styled)]

    assert styled == [Style.STRONG, Style.SUPERSCRIPT]


def test_words_in_another_language_say_so_but_american_does_not(tmp_path: Path) -> None:
    welsh = '<text:span text:style-name="T4">Bore da</text:span>'
    post = made(
        tmp_path, p(f'Hello there, {welsh} <text:span text:style-name="T5">color</text:span>')
    )
    foreign = [part for part in walk.block_inlines(post.blocks) if isinstance(part, Foreign)]

    assert [part.language for part in foreign] == ["cy-GB"]


def test_a_text_box_stands_behind_its_paragraph_and_a_chart_is_told(tmp_path: Path) -> None:
    box = frame(f"<draw:text-box>{p('Boxed.')}</draw:text-box>")
    chart = frame('<draw:object xlink:href="./Object 2"/>')
    index = f"<text:table-of-content>{p('One 5')}</text:table-of-content>"
    data = odt(TITLE + index + p(f"First.{box}") + p(f"Last.{chart}"))
    found = reading(tmp_path, {"a.odt": data})

    assert words(only_post(found)) == ["First.", "Boxed.", "Last."]
    assert codes(found) == ["document-part"]


def test_the_language_of_the_document_counts_before_that_of_the_blog(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.odt": odt(TITLE + p("Text."))}, Defaults(language="fr"))

    assert only_post(found).language == "en-GB"


@pytest.mark.parametrize(
    "data",
    [
        packed({"content.xml": "<a>"}),
        packed({"other.xml": "<a/>"}),
        packed({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        odt(p("x"), **{"META-INF/manifest.xml": "<a><encryption-data/></a>"}),
        odt("<text:section>" * 300 + "</text:section>" * 300),
    ],
)
def test_a_broken_or_locked_document_is_an_error_with_place_and_remedy(
    tmp_path: Path, data: bytes
) -> None:
    (error,) = reading(tmp_path, {"a.odt": data}).errors

    assert (error.where, bool(error.remedy), "fault" in error.message) == ("a.odt", True, False)


def test_a_document_is_claimed_by_its_name_or_by_what_it_says() -> None:
    assert claims("a.odt", b"")
    assert claims("a.odt", b"PK\x03\x04")
    assert claims("a", odt("")[:8192])
    assert not claims("a.docx", b"PK\x03\x04")
    assert not claims("a.odt", b"<html>")
