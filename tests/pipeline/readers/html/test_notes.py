"""Footnotes are lifted out of the text, freed of their links back, and numbered."""

from pathlib import Path

from formats.model import (
    NoteRef,
    Notes,
    Paragraph,
)
from formats.walk import block_inlines, text
from pipeline.readers.html.document import tree
from pipeline.readers.html.notes import class_names, lift
from tests.pipeline.readers.html.trees import first
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

    assert [note.get_text() for note in lift(root)] == ["A source.", "B."]
    assert [note["id"] for note in lift(beside)] == ["f1", "f2"]
    assert beside.find("hr") is None


def test_a_list_of_items_without_ids_is_no_list_of_notes() -> None:
    root = tree('<div class="footnotes"><ol><li>One.</li></ol></div>')

    assert lift(root) == []
    assert root.get_text() == "One."


def test_a_link_in_a_note_that_leads_on_stays() -> None:
    text = '<ol class="footnotes"><li id="a"><a href="https://a.example/">↩</a></li></ol>'

    (note,) = lift(tree(text))

    assert note.find("a") is not None


def test_the_classes_of_an_element_are_words() -> None:
    assert class_names(first('<p class="one  two">', "p")) == ["one", "two"]
    assert class_names(first("<p>", "p")) == []
