"""The notes of a book go to the chapter that has their marks."""

from bs4 import Tag

from pipeline.readers.documents.epub_notes import BookNotes
from pipeline.readers.html.document import tree


def gathered(chapter: str, notes: str) -> tuple[Tag, BookNotes]:
    bodies = {"c.xhtml": tree(chapter), "n.xhtml": tree(notes)}

    def find(path: str, name: str) -> Tag | None:
        return bodies[path].find(id=name) if path in bodies else None

    book = BookNotes(find)
    book.gather(bodies["c.xhtml"], "c.xhtml")
    book.gather(bodies["n.xhtml"], "n.xhtml")
    return bodies["c.xhtml"], book


def test_a_mark_and_a_note_that_lead_to_each_other_are_one() -> None:
    body, book = gathered(
        '<p>It rose.<a id="m" href="n.xhtml#n">1</a></p>',
        '<p id="n"><a href="c.xhtml#m">1</a> In 2020.</p>',
    )

    notes = body.find("ol", class_="footnotes")
    assert notes is not None
    assert notes.get_text().strip() == "In 2020."
    assert book.used == {"n.xhtml"}


def test_a_link_that_is_no_mark_is_left() -> None:
    body, _ = gathered('<p>See <a href="n.xhtml#n">there</a>.</p>', '<p id="n">Text.</p>')

    assert body.find("ol") is None


def test_one_note_may_have_many_marks() -> None:
    mark = '<a epub:type="noteref" href="n.xhtml#n">*</a>'
    body, _ = gathered(f"<p>One{mark} two{mark}.</p>", '<aside id="n">Note.</aside>')

    assert [str(link["href"]) for link in body.find_all("a")] == ["#note-1", "#note-1"]
