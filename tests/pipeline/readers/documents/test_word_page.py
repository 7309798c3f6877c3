"""A page saved by Word is read as the document that it was."""

from pathlib import Path

import pytest

from formats import walk
from formats.model import Figure, Foreign, Notes, Quote
from pipeline.readers.documents.word_page import claims
from tests.pipeline.readers.documents.pages import outline, post_of, text
from tests.pipeline.readers.reading import codes, reading

HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=ProgId content=Word.Document><title>A walk</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Ann &amp; Co</o:Author>
</o:DocumentProperties></xml><![endif]--><style><!-- p.MsoNormal {margin:0} --></style></head>"""


def page(body: str) -> str:
    return f"{HEAD}<body lang=EN-GB><div class=WordSection1>{body}</div></body></html>"


def item(sign: str, words: str, scheme: str = "l0 level1 lfo1") -> str:
    """A paragraph in a list, as Word writes it."""
    mark = f"<span style='mso-list:Ignore'>{sign}<span style='font:7.0pt'>&nbsp; </span></span>"
    wrapped = f"<![if !supportLists]><span style='font-family:Symbol'>{mark}</span><![endif]>"
    style = f"text-indent:-18.0pt;mso-list:{scheme}"
    return f"<p class=MsoListParagraph style='{style}'>{wrapped}{words}<o:p></o:p></p>"


def filtered(sign: str, words: str, margin: str) -> str:
    """The same in a page that is saved as "filtered"."""
    mark = f"""<span style='font-family:Symbol'>{sign}<span
 style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>"""
    return f"<p class=MsoListParagraph style='margin-left:{margin}'>{mark}{words}</p>"


def test_title_author_and_language_are_those_of_the_document(tmp_path: Path) -> None:
    post = post_of(tmp_path, page("<p class=MsoTitle>A walk<o:p></o:p></p><p>Text.</p>"))

    assert (post.title, post.authors, post.language) == ("A walk", ("Ann & Co",), "en-GB")
    assert text(*post.blocks) == "Text."


def test_paragraphs_with_signs_are_lists_without_the_signs(tmp_path: Path) -> None:
    body = (
        item("·", "One") + item("o", "Inner", "l0 level2 lfo1") + item("·", "Two")
        + "<p>Between</p>" + item("3.", "Third", "l1 level1 lfo2")
        + item("4.", "Fourth", "l1 level1 lfo2")
    )  # fmt: skip
    bullets, _, numbers = post_of(tmp_path, page(body)).blocks

    assert outline(bullets) == "ul(One ul(Inner) Two)"
    assert outline(numbers) == "ol3(Third Fourth)"


def test_letters_count_as_numbers(tmp_path: Path) -> None:
    body = item("a)", "One") + item("b)", "Two") + item("c)", "Three")

    assert outline(post_of(tmp_path, page(body)).blocks[0]) == "ol(One Two Three)"


def test_a_filtered_page_has_its_lists_too(tmp_path: Path) -> None:
    body = filtered("·", "One", "36.0pt") + filtered("o", "Inner", "72.0pt")
    body += filtered("·", "Two", "1.27cm")

    assert outline(post_of(tmp_path, page(body)).blocks[0]) == "ul(One ul(Inner) Two)"


def test_a_footnote_is_a_note_and_a_comment_is_nothing(tmp_path: Path) -> None:
    body = (
        "<p>It fell<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a>"
        " <span class=MsoCommentReference><a href='#_msocom_1'>[A1]</a></span>there.</p></div>"
        "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>"
        "<p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> In 2020.</p></div></div>"
        "<div style='mso-element:comment-list'><p>Really?</p></div><div>"
    )
    first, notes = post_of(tmp_path, page(body)).blocks

    assert (text(first), isinstance(notes, Notes), text(notes)) == (
        "It fell there.", True, "In 2020.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("inner", "heard"),
    [
        ("<st1:place w:st='on'>London</st1:place>", "London"),
        ("<span style='display:none;mso-hide:all'>secret</span>", ""),
        ("<del cite='mailto:Ann'>old</del><ins cite='mailto:Ann'>new</ins>", "new"),
        ("<!--[if supportFields]> SEQ Figure <![endif]-->", ""),
        ("<![if !vml]>kept<![endif]>", "kept"),
    ],
)
def test_only_what_is_meant_to_be_read_is(tmp_path: Path, inner: str, heard: str) -> None:
    found = reading(tmp_path, {"a.htm": page(f"<p>In {inner} then.</p>")})

    assert text(*found.posts[0].blocks).split() == f"In {heard} then.".split()
    assert codes(found) == []


def test_quotes_and_captions_are_known_by_their_class(tmp_path: Path) -> None:
    picture = "<p><img src='a.png' alt='Ducks'></p><p class=MsoCaption>Ducks in May</p>"
    quote, figure = post_of(tmp_path, page(f"<p class=MsoQuote>Said.</p>{picture}")).blocks

    assert isinstance(quote, Quote)
    assert isinstance(figure, Figure)
    assert walk.text(figure.caption) == "Ducks in May"


def test_words_in_another_language_say_so_but_american_does_not(tmp_path: Path) -> None:
    body = "<p><span lang=EN-US>Hello</span> <span lang=CY>Bore da</span></p>"
    inlines = walk.block_inlines(post_of(tmp_path, page(body)).blocks)

    assert [part.language for part in inlines if isinstance(part, Foreign)] == ["cy"]


def test_a_table_of_contents_is_left_out_and_told(tmp_path: Path) -> None:
    body = "<p class=MsoToc1><a href='#_Toc1'>One 5</a></p><p>Text.</p>"
    found = reading(tmp_path, {"a.htm": page(body)})

    assert (text(*found.posts[0].blocks), codes(found)) == ("Text.", ["document-part"])


def test_only_pages_of_word_are_claimed_whatever_their_ending() -> None:
    assert claims("a.htm", HEAD.encode())
    assert claims("a.doc", HEAD.encode())
    assert not claims("a.md", HEAD.encode())
    assert not claims("a.html", b"<html><p>Word.</p>")
