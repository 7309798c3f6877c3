"""A page saved by Google Docs is read as the document looks there."""

from pathlib import Path

import pytest

from formats import walk
from formats.model import Figure, Link, Notes, Style, Styled, Table
from pipeline.readers.documents.google_page import claims
from tests.pipeline.readers.documents.pages import outline, post_of, text
from tests.pipeline.readers.reading import codes, reading

STYLE = (
    '<meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
    "@import url(https://themes.googleusercontent.com/fonts/css?kit=x);"
    "ol{margin:0;padding:0}table td,table th{padding:0}.c1{font-weight:700}.c2{font-style:italic}"
    '.c3{font-weight:400;font-style:normal}.c4{vertical-align:super}.c5{font-family:"Courier New"}'
    ".c6{text-decoration:line-through}.c7{display:none}.title{font-size:26pt}</style>"
)


def page(body: str, title: str = "<title>A walk</title>") -> str:
    return f'<html><head>{title}{STYLE}</head><body class="doc-content">{body}</body></html>'


def test_the_title_is_that_of_the_page_unless_the_text_has_one(tmp_path: Path) -> None:
    assert post_of(tmp_path, page("<p>Text.</p>")).title == "A walk"
    body = '<p class="c3 title"><span>Own</span></p><p>Text.</p>'
    assert post_of(tmp_path, page(body)).title == "Own"


@pytest.mark.parametrize(
    ("name", "style"),
    [("c1", Style.STRONG), ("c2", Style.EMPHASIS), ("c4", Style.SUPERSCRIPT),
     ("c6", Style.DELETED)],
)  # fmt: skip
def test_a_class_that_looks_like_something_is_that(tmp_path: Path, name: str, style: Style) -> None:
    post = post_of(tmp_path, page(f'<p>It <span class="c3 {name}">was</span> so.</p>'))
    styled = [part for part in walk.block_inlines(post.blocks) if isinstance(part, Styled)]

    expected = [] if style in {Style.STRONG, Style.EMPHASIS} else [style]
    assert [part.style for part in styled] == expected


def test_the_later_rule_counts_whatever_the_order_of_the_classes(tmp_path: Path) -> None:
    post = post_of(tmp_path, page('<p>It <span class="c1">was</span> so.</p>'))
    (styled,) = [part for part in walk.block_inlines(post.blocks) if isinstance(part, Styled)]

    assert styled.style is Style.STRONG


def test_hidden_words_and_comments_are_left_out_and_notes_are_notes(tmp_path: Path) -> None:
    body = (
        '<p>It fell<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>, it did'
        '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>. <span class="c7">secret</span></p>'
        '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;In 2020.</span></p></div>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Really?</span></p></div>'
    )
    first, notes = post_of(tmp_path, page(body)).blocks

    assert (text(first), isinstance(notes, Notes), text(notes)) == (
        "It fell, it did.", True, "In 2020.",
    )  # fmt: skip


def test_each_of_several_comments_is_left_out(tmp_path: Path) -> None:
    """A single one at the end would be taken for the foot of the page, and left out as that."""
    body = (
        '<p>It did<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</p>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Really?</span></p></div>'
        '<div><p><a href="#cmnt_ref2" id="cmnt2">[b]</a><span>Yes.</span></p></div>'
    )
    assert text(*post_of(tmp_path, page(body)).blocks) == "It did."


def test_lists_nest_by_their_class_and_go_on_counting(tmp_path: Path) -> None:
    body = (
        '<ul class="c3 lst-kix_a-0 start"><li>One</li></ul><ul class="lst-kix_a-1 start">'
        '<li>Inner</li></ul><ul class="lst-kix_a-0"><li>Two</li></ul>'
        '<ol class="lst-kix_b-0 start" start="1"><li>First</li></ol><p>Between</p>'
        '<ol class="lst-kix_b-0" start="2"><li>Second</li></ol>'
    )
    bullets, numbers, _, more = post_of(tmp_path, page(body)).blocks

    assert outline(bullets) == "ul(One ul(Inner) Two)"
    assert (outline(numbers), outline(more)) == ("ol(First)", "ol2(Second)")


def test_a_link_leads_where_it_says_and_not_through_google(tmp_path: Path) -> None:
    href = "https://www.google.com/url?q=https://a.org/?b%3D1%26c%3D2&amp;sa=D&amp;ust=1"
    post = post_of(tmp_path, page(f'<p><a href="{href}">There</a> and back.</p>'))
    (link,) = [part for part in walk.block_inlines(post.blocks) if isinstance(part, Link)]

    assert link.href == "https://a.org/?b=1&c=2"


def test_an_empty_alternative_text_says_nothing_here(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.html": page('<p>Text.</p><p><img alt="" src="x.png"></p>')})

    assert "picture-without-alt" in codes(found)
    assert any(isinstance(block, Figure) for block in found.posts[0].blocks)


def test_a_first_row_in_bold_names_the_columns(tmp_path: Path) -> None:
    bold, plain = '<span class="c1">{}</span>', "<span>{}</span>"
    rows = "".join(
        f"<tr>{''.join(f'<td><p>{shape.format(word)}</p></td>' for word in words)}</tr>"
        for shape, words in ((bold, ("Name", "Age")), (plain, ("Ann", "5")))
    )
    (table,) = post_of(tmp_path, page(f"<table>{rows}</table>")).blocks

    assert isinstance(table, Table)
    assert [[cell.header for cell in row.cells] for row in table.rows] == [[True] * 2, [False] * 2]


def test_the_head_and_foot_of_the_printed_page_are_left_out_and_told(tmp_path: Path) -> None:
    body = "<div><p>My head</p></div><p>Text.</p><p>More.</p><div><p>Page 7</p></div>"
    found = reading(tmp_path, {"a.html": page(body)})

    assert (text(*found.posts[0].blocks), codes(found)) == ("Text. More.", ["document-part"])


def test_only_pages_of_google_docs_are_claimed() -> None:
    assert claims("a.html", page("").encode())
    assert not claims("a.md", page("").encode())
    assert not claims("a.html", b"<html><style>ol{margin:0;padding:0}</style><p>Text.")
