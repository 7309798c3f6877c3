"""Blocks as HTML, no line of which could be taken for Markdown."""

from formats.model import CodeBlock, Item, Link, Listing, NoteRef, Picture, Text
from pipeline.importing import elements
from tests.formats.builders import bullets, paragraph, sentence


def test_every_line_begins_with_a_tag() -> None:
    nested = Listing(ordered=True, start=3, items=(Item((paragraph("a"), bullets("- b", "1. c"))),))

    written = elements.blocks((nested, CodeBlock("", "- a\n\n# b", "python")))

    assert all(line.startswith("<") for line in written.split("\n"))
    assert '<ol start="3">' in written


def test_what_stands_in_brackets_is_no_link_of_a_wiki_and_no_shortcode() -> None:
    assert elements.text("[[a]] [b c] [1]") == "&#91;&#91;a]] &#91;b c] [1]"


def test_program_text_keeps_its_lines_and_braces_as_references() -> None:
    written = elements.block(CodeBlock("", "a\n\t{{b}}", "c++"))

    assert written == '<pre><code class="language-c++">a&#10;&#9;&#123;&#123;b}}</code></pre>'


def test_an_attribute_has_no_sign_of_markdown_or_html() -> None:
    assert elements.attribute('a"<[`*\\') == '"a&#34;&lt;&#91;&#96;&#42;&#92;"'


def test_a_picture_without_a_description_has_no_alternative_text_and_decoration_an_empty_one() -> (
    None
):
    assert elements.picture(Picture("a.png", None)) == '<img src="a.png">'
    assert elements.picture(Picture("a.png", "")) == '<img src="a.png" alt="">'


def test_the_mark_of_a_note_is_a_link_to_it() -> None:
    written = elements.block(paragraph(sentence("a", NoteRef("n2", "2"))))

    assert written == '<p>a<sup><a href="#fn:2">2</a></sup></p>'


def test_a_link_keeps_its_words_and_address() -> None:
    written = elements.block(paragraph(sentence(Link("https://a.org/?b&c", (Text("a & b"),)))))

    assert written == '<p><a href="https://a.org/?b&amp;c">a &amp; b</a></p>'
