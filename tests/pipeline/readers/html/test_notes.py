"""Footnotes are lifted out of the text, freed of their links back, and numbered."""

from pathlib import Path

import pytest

from formats.model import (
    NoteRef,
    Notes,
    Paragraph,
    Text,
)
from formats.walk import block_inlines, text
from pipeline.readers.html.document import tree
from pipeline.readers.html.notes import MARK, Lifted, lift
from tests.pipeline.readers.html.trees import blocks_of
from tests.pipeline.readers.reading import markdown_blocks


def test_footnotes_are_the_last_block_and_are_referred_to_by_number(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "A.[^b] B.[^a]\n\n[^a]: Note a.\n[^b]: Note b.\n\nEnd.")
    notes = blocks[-1]
    assert isinstance(notes, Notes)
    assert [note.id for note in notes.notes] == ["n1", "n2"]
    refs = [i.note for i in block_inlines(blocks) if isinstance(i, NoteRef)]
    assert len(refs) == 2
    shown = {
        n.id: text(b.sentences) for n in notes.notes for b in n.blocks if isinstance(b, Paragraph)
    }
    assert shown[refs[0]] == "Note b."
    assert shown[refs[1]] == "Note a."


NOTES = (
    '<p>Text<a href="#f1">1</a>.</p><hr><div class="footnotes"><ol>'
    '<li id="f1">A source. <a href="#r1">↩</a></li><li id="f2">B.</li></ol></div>'
)


def test_notes_are_taken_out_with_the_rule_that_sets_them_apart() -> None:
    root = tree(NOTES.replace("<div", "<section><div").replace("</div>", "</div></section>"))
    beside = tree(NOTES.replace("<hr>", "").replace("<ol>", "<hr><ol>"))

    assert [note.get_text().strip() for note in lift(root).notes] == ["A source.", "B."]
    assert [note["id"] for note in lift(beside).notes] == ["f1", "f2"]
    assert beside.find("hr") is None


def test_a_list_of_items_without_ids_is_no_list_of_notes() -> None:
    root = tree('<div class="footnotes"><ol><li>One.</li></ol></div>')

    assert lift(root).notes == ()
    assert root.get_text() == "One."


def test_a_link_in_a_note_that_leads_on_stays() -> None:
    text = '<ol class="footnotes"><li id="a"><a href="https://a.example/">↩</a></li></ol>'

    (note,) = lift(tree(text)).notes

    assert note.find("a") is not None


# One note, "Note text.", as each program writes it.
SHAPES = {
    "WordPress": (
        '<p>Text<sup data-fn="abc" class="fn"><a href="#abc" id="abc-link">1</a></sup'
        '> more.</p><ol class="wp-block-footnotes"><li id="abc">Note text. <a href="#'
        'abc-link" aria-label="Jump"><img src="https://s.w.org/x.png" alt="↩︎" class='
        '"wp-smiley"></a></li></ol>'
    ),
    "Substack": (
        '<p>Text<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" '
        'id="footnote-anchor-1" href="#footnote-1" target="_self">1</a> more.</p><div'
        ' class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" hre'
        'f="#footnote-anchor-1" class="footnote-number" contenteditable="false" targe'
        't="_self">1</a><div class="footnote-content"><p>Note text.</p></div></div>'
    ),
    "LibreOffice": (
        '<p>Text<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"'
        '><sup>1</sup></a> more.</p><div id="sdfootnote1"><p class="sdfootnote"><a cl'
        'ass="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Note t'
        "ext.</p></div>"
    ),
    "Word": (
        '<p class=MsoNormal>Text<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_'
        'ftnref1" title=""><span class=MsoFootnoteReference><span>[1]</span></span></'
        'a> more.</p><div><br clear=all><hr align=left size=1 width="33%"><div id=ftn'
        '1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoF'
        "ootnoteReference>[1]</span></a> Note text.</p></div></div>"
    ),
    "Asciidoctor": (
        '<p>Text<sup class="footnote">[<a id="_footnoteref_1" class="footnote" href="'
        '#_footnotedef_1" title="View footnote.">1</a>]</sup> more.</p><div id="footn'
        'otes"><hr><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1'
        '">1</a>. Note text.</div></div>'
    ),
    "Sphinx": (
        '<p>Text <a class="footnote-reference brackets" href="#id2" id="id1" role="do'
        'c-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</spa'
        'n></a> more.</p><aside class="footnote-list brackets"><aside class="footnote'
        ' brackets" id="id2" role="doc-footnote"><span class="label"><span class="fn-'
        'bracket">[</span><a role="doc-backlink" href="#id1">1</a><span class="fn-bra'
        'cket">]</span></span><p>Note text.</p></aside></aside>'
    ),
    "docutils": (
        '<p>Text <a class="footnote-reference brackets" href="#id2" id="id1">1</a> mo'
        're.</p><dl class="footnote brackets"><dt class="label" id="id2"><span class='
        '"brackets"><a class="fn-backref" href="#id1">1</a></span></dt><dd><p>Note te'
        "xt.</p></dd></dl>"
    ),
    "Easy Footnotes": (
        '<p>Text<span id="easy-footnote-1-12" class="easy-footnote-margin-adjust"></s'
        'pan><span class="easy-footnote"><a href="https://x.org/post/#easy-footnote-b'
        'ottom-1-12" title="Note"><sup>1</sup></a></span> more.</p><div class="easy-f'
        'ootnote-title"><h4>Notes:</h4></div><ol class="easy-footnotes-wrapper"><li c'
        'lass="easy-footnote-single"><span id="easy-footnote-bottom-1-12" class="easy'
        '-footnote-margin-adjust"></span>Note text.<a class="easy-footnote-to-top" hr'
        'ef="https://x.org/post/#easy-footnote-1-12"></a></li></ol>'
    ),
    "MediaWiki": (
        '<p>Text<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span c'
        'lass="cite-bracket">[</span>1<span class="cite-bracket">]</span></a></sup> m'
        'ore.</p><h2>References</h2><div class="mw-references-wrap"><ol class="refere'
        'nces"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_'
        'ref-1">^</a></b></span> <span class="reference-text">Note text.</span></li><'
        "/ol></div>"
    ),
    "GOV.UK": (
        '<p>Text<sup id="fnref:1"><a class="govuk-link" href="#fn:1" rel="footnote">['
        'footnote 1]</a></sup> more.</p><div class="footnotes" role="doc-endnotes"><o'
        'l><li id="fn:1" role="doc-endnote"><p>Note text. <a href="#fnref:1" class="g'
        'ovuk-link" role="doc-backlink" aria-label="go to where this is referenced">↩'
        "</a></p></li></ol></div>"
    ),
    "EPUB": (
        '<p>Text<a epub:type="noteref" href="#n1">*</a> more.</p><aside epub:type="fo'
        'otnote" id="n1"><p>* Note text.</p></aside>'
    ),
    "pandoc": (
        '<p>Text<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><s'
        'up>1</sup></a> more.</p><section id="footnotes" class="footnotes footnotes-e'
        'nd-of-document" role="doc-endnotes"><hr/><ol><li id="fn1"><p>Note text.<a hr'
        'ef="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol><'
        "/section>"
    ),
    "Tufte CSS": (
        '<p>Text<label for="sn-1" class="margin-toggle sidenote-number"></label><inpu'
        't type="checkbox" id="sn-1" class="margin-toggle"/><span class="sidenote">No'
        "te text.</span> more words.</p>"
    ),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_note_is_known_in_the_shape_of_each_program(shape: str) -> None:
    paragraph, *rest = blocks_of(shape)
    (notes,) = rest
    assert isinstance(paragraph, Paragraph)
    assert [type(i) for i in paragraph.sentences[0].inlines] == [Text, NoteRef, Text]
    assert text(paragraph.sentences).startswith("Text more")
    assert isinstance(notes, Notes)
    assert [
        text(b.sentences) for n in notes.notes for b in n.blocks if isinstance(b, Paragraph)
    ] == ["Note text."]


@pytest.mark.parametrize(
    "text",
    [
        '5<sup><a href="#n1">1</a></sup>', 'fell.<a epub:type="noteref">1</a>',
        '1999.<a href="#n8">1</a>', '12<a class="footnote-ref" role="doc-noteref"><sup>1</sup></a>',
        'rebuilt<a href="#fn16">1</a>', 'So<a href="/a/#fn1">[1]</a>',
    ],
)  # fmt: skip
def test_a_mark_whose_note_is_not_there_is_silent_and_told(text: str) -> None:
    lifted = lift(root := tree(f"<p>{text} end.</p>"))
    assert lifted.lost == ("1",)
    assert root.find(MARK) is not None


@pytest.mark.parametrize(
    "text",
    [
        '<p>See chapter <a href="#c1">1</a>.</p><h2 id="c1">One</h2><p>Text.</p>',
        '<p>See <a href="#part2">part 2</a>.</p><p id="part2">Text.</p>',
        '<p>See <a href="#b">1</a>.</p><div id="b"><h2>One</h2></div>',
        '<p id="t">Top.</p><p>Go up<a href="#t">1</a>.</p>',
        "<p>Keep [1] and [12] of the list.</p>",
    ],
)
def test_a_link_to_a_part_of_the_post_is_no_mark(text: str) -> None:
    root = tree(text)
    before = root.get_text()
    assert lift(root) == Lifted((), ())
    assert root.get_text() == before


def test_notes_in_paragraphs_lose_their_numbers_and_their_heading() -> None:
    root = tree(
        '<p>A<a href="#n1" id="r1">1</a> b<a href="#n2">[2]</a>.</p><h2>Notes</h2>'
        '<p id="n1">1. One. <a href="#r1">Back</a></p><p id="n2"><a href="#r2">[2]</a> Two.</p>'
    )
    assert [note.get_text().strip() for note in lift(root).notes] == ["One.", "Two."]
    assert root.get_text() == "A b."


def test_an_element_of_a_page_is_never_taken_for_a_mark() -> None:
    (paragraph,) = blocks_of('<p>A <note mark="1" number="2">b</note> c.</p>')
    assert isinstance(paragraph, Paragraph)
    assert text(paragraph.sentences) == "A b c."
