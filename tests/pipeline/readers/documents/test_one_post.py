"""The page of a document becomes one post, with its title wherever it is said."""

from pathlib import Path

from formats.model import CodeBlock, Figure, Quote, Table
from pipeline.readers.documents.one_post import DocumentPage, bare, one_post
from pipeline.readers.html.document import tree
from pipeline.readers.shared.reading import Defaults, Draft, File, FileContents, Meta


def made(html: str, title: str = "", lost: tuple[str, ...] = ()) -> FileContents:
    page = DocumentPage(tree(html), Meta(title=title), lost=lost)
    return one_post(page, bare(File(Path(), Path("my_walk.docx"), "my_walk.docx", b"")), Defaults())


def draft(html: str, title: str = "T") -> Draft:
    (only,) = made(html, title).drafts
    return only


def test_the_document_counts_before_its_properties() -> None:
    html = (
        '<p class="title">A walk</p><p class="author">Ann; User</p><p class="date">3 May 2024</p>'
    )
    meta = draft(f"{html}<p>Text.</p>").meta

    assert (meta.title, meta.authors) == ("A walk", ("Ann",))
    assert meta.published is not None
    assert meta.published.year == 2024


def test_a_title_that_is_said_twice_is_read_once() -> None:
    assert len(draft("<p>A Walk</p><p>Text.</p>", "A walk").blocks) == 1


def test_a_document_that_says_no_title_has_that_of_its_file_and_it_is_told() -> None:
    found = made(f"<p>{'Long words. ' * 40}</p>")

    assert [post.meta.title for post in found.drafts] == ["my walk"]
    assert [finding.code for finding in found.findings] == ["title-guessed"]


def test_captions_belong_to_the_picture_above_or_the_table_beside() -> None:
    picture = '<p><img src="a.png" alt="A"></p><p class="caption">Shown</p>'
    table = '<p class="caption">Counted</p><table><tr><td>1</td></tr></table>'
    figure, grid = draft(picture + table).blocks

    assert isinstance(figure, Figure)
    assert isinstance(grid, Table)
    assert figure.caption
    assert grid.caption


def test_lines_of_quotes_and_program_text_are_joined() -> None:
    html = "<blockquote><p>a</p></blockquote> <blockquote><p>b</p></blockquote>"
    quote, code = draft(f"{html}<pre>x<br>y</pre><pre>z</pre>").blocks

    assert isinstance(quote, Quote)
    assert len(quote.blocks) == 2
    assert isinstance(code, CodeBlock)
    assert code.text == "x\ny\nz"


def test_a_first_row_in_bold_is_a_header_unless_all_is_bold() -> None:
    row = "<tr><td><b>{}</b></td><td><b>b</b></td></tr>"
    plain = "<tr><td>c</td><td>d</td></tr>"
    one, other = draft(f"<table>{row}{plain}</table><p>x</p><table>{row}{row}</table>").blocks[::2]

    assert isinstance(one, Table)
    assert isinstance(other, Table)
    assert one.rows[0].cells[0].header
    assert not other.rows[0].cells[0].header


def test_what_is_lost_is_told_once() -> None:
    found = made("<p>Text.</p>", "T", ("a chart", "a chart", "an index"))

    (told,) = [finding for finding in found.findings if finding.code == "document-part"]
    assert "a chart, an index." in told.message
