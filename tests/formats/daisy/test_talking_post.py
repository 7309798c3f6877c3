"""A post in a talking book: its sections, and the places to go to."""

from dataclasses import replace

from formats.daisy.talking_post import Numbers, TalkingPost, talking_post
from formats.model import Edition
from tests.formats.builders import edition, heading, paragraph, picture
from tests.formats.daisy.talking_books import rich


def post_of(made: Edition, numbers: Numbers | None = None) -> TalkingPost:
    return talking_post(made, numbers or Numbers(), ".x", lambda *_: b"", paged=True)


def test_a_section_begins_with_each_heading() -> None:
    post = post_of(edition(paragraph("a"), heading(2, "Ebb"), paragraph("b")))

    assert [next(iter(section.sound.heard)) for section in post.sections] == ["title", "s2"]
    assert [section.file for section in post.sections] == ["s0001.smil", "s0002.smil"]


def test_a_post_without_headings_is_one_section() -> None:
    assert len(post_of(edition(paragraph("a"))).sections) == 1


def test_files_are_numbered_through_the_book() -> None:
    numbers = Numbers()
    first, second = (post_of(edition(heading(2, "Ebb")), numbers) for _ in range(2))

    assert (first.text, second.text) == ("t0001.x", "t0002.x")
    assert second.sections[0].file == "s0003.smil"


def test_a_page_is_where_its_first_sentence_is_heard() -> None:
    made = edition(paragraph("a"), heading(2, "Ebb"), paragraph("b"))
    post = post_of(replace(made, printed={"s1": 1, "s2": 2}))

    pages = [(p.label, p.unit) for p in post.places if p.kind == "page"]

    assert pages == [("1", "s1"), ("2", "s2")]
    assert post.events["s2"] == "s0002.smil#s2"


def test_the_mark_of_a_note_is_where_its_sentence_is_heard() -> None:
    notes = [(p.label, p.unit) for p in post_of(rich()).places if p.kind == "noteref"]

    assert notes == [("1", "s1"), ("2", "s6")]


def test_a_title_without_words_is_called_by_the_slug() -> None:
    made = edition(paragraph("a"), title=" ")

    assert post_of(made).places[0].label == "a-post"


def test_pictures_that_players_can_not_show_are_left_out() -> None:
    made = replace(rich(), media=(picture("pictures/harbour.jpg"), picture("pictures/mark.png")))

    assert set(post_of(made).pictures) == {"i0001.jpg", "i0002.png"}
    assert set(post_of(rich()).pictures) == {"i0001.jpg", "i0002.png"}
