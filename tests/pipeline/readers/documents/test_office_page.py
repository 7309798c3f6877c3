"""A page saved by LibreOffice is read as the document that it was."""

from pathlib import Path

from formats.model import Notes
from pipeline.readers.documents.office_page import claims
from tests.pipeline.readers.documents.pages import outline, post_of, text
from tests.pipeline.readers.reading import codes, reading

HEAD = """<!DOCTYPE html><html><head><title>A walk</title>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<meta name="author" content="Ann Example; Bob"/></head>"""


def page(body: str) -> str:
    return f'{HEAD}<body lang="en-GB">{body}</body></html>'


def test_title_authors_and_language_are_said_and_a_repeated_title_is_not_read(
    tmp_path: Path,
) -> None:
    post = post_of(tmp_path, page("<p><font>A\nwalk</font></p><p>Text.</p>"))

    assert (post.title, post.authors, post.language) == ("A walk", ("Ann Example", "Bob"), "en-GB")
    assert text(*post.blocks) == "Text."


def test_a_list_that_was_divided_is_one_again(tmp_path: Path) -> None:
    body = (
        '<ol><li value="1"><p>One</p><li><p>Two</p></ol><ul><ul><li><p>Inner</p></ul></ul>'
        '<ol start="3"><li><p>Three</p></ol>'
    )

    assert outline(post_of(tmp_path, page(body)).blocks[0]) == "ol(One Two ul(Inner) Three)"


def test_a_footnote_is_a_note(tmp_path: Path) -> None:
    body = (
        '<p>It fell.<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>'
        '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>'
        " In 2020.</p></div>"
    )
    first, notes = post_of(tmp_path, page(body)).blocks

    assert (text(first), isinstance(notes, Notes), text(notes)) == ("It fell.", True, "In 2020.")


def test_the_head_of_the_page_and_a_table_of_contents_are_left_out(tmp_path: Path) -> None:
    body = '<div title="header"><p>Head</p></div><p>Text.</p>'
    body += '<div id="Table of Contents1"><p>One 5</p></div>'
    found = reading(tmp_path, {"a.html": page(body)})

    assert (text(*found.posts[0].blocks), codes(found)) == ("Text.", ["document-part"])


def test_only_pages_of_libreoffice_are_claimed() -> None:
    assert claims("a.html", HEAD.encode())
    assert not claims("a.html", b"<html><p>LibreOffice</p>")
