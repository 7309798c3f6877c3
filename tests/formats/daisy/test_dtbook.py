"""DTBook: headings in levels, sentences that lead to their events, and its own names."""

from dataclasses import replace

from lxml import etree

from formats.model import Edition, Figure, Picture, Row, Table
from tests.formats.builders import (
    AWKWARD,
    RICH_MEDIA,
    bullets,
    cell,
    edition,
    edition_of,
    heading,
    paragraph,
    sentences,
)
from tests.formats.daisy.talking_books import daisy3, rich


def text(made: Edition) -> etree._Element:
    return daisy3(made).xml("t0001.xml")


def names(parent: etree._Element) -> list[str]:
    return [etree.QName(e).localname for e in parent]


def test_levels_are_in_levels_and_begin_with_their_headings() -> None:
    made = edition(
        *(heading(2, "One"), paragraph("a"), heading(3, "Two"), paragraph("b")),
        *(heading(2, "Three"), paragraph("c")),
    )
    (post,) = text(made).iter("{*}level1")

    assert names(post)[-3:] == ["level2", "level2", "p"]
    one, three = post.iterchildren("{*}level2")
    assert (names(one), names(three)) == (["h2", "p", "level3"], ["h2", "p"])
    assert names(one[-1]) == ["h3", "p"]


def test_a_heading_with_nothing_below_it_has_an_empty_paragraph() -> None:
    (level,) = text(edition(heading(2, "Alone"))).iter("{*}level2")

    assert names(level) == ["h2", "p"]


def test_what_follows_the_notes_is_in_the_post() -> None:
    (post,) = text(rich()).iter("{*}level1")

    assert names(post)[-2:] == ["level2", "p"]
    assert names(post[-2]) == ["h2", "note", "note"]


def test_a_sentence_leads_to_its_event() -> None:
    (found,) = [e for e in text(rich()).iter("{*}sent") if e.get("id") == "s4"]

    assert found.get("smilref") == "s0002.smil#s4"


def test_the_mark_of_a_note_leads_to_it_and_a_link_out_of_the_book() -> None:
    page = text(rich())

    assert [e.get("idref") for e in page.iter("{*}noteref")] == ["#n1", "#n2"]
    assert [e.get("external") for e in page.iter("{*}a")] == ["true"]
    assert "sup" in {etree.QName(e).localname for e in page.iter("*")}  # of a power


def test_lists_say_their_kind_and_where_they_begin() -> None:
    found = [(e.get("type"), e.get("start")) for e in text(rich()).iter("{*}list")]

    assert ("ol", "4") in found
    assert ("ul", None) in found


def test_a_picture_is_in_a_group_with_its_caption_and_a_missing_one_is_words() -> None:
    page = text(rich())
    (group,) = page.iter("{*}imggroup")

    assert names(group) == ["img", "caption"]
    missing = text(edition_of(AWKWARD["pictures that are missing"], RICH_MEDIA))
    assert not list(missing.iter("{*}imggroup", "{*}img"))


def test_a_table_of_headers_alone_has_a_body_and_one_of_nothing_is_no_table() -> None:
    header = Table((), (Row((cell("Day", header=True),)),))
    caption = Table(sentences("Nothing"), ())
    page = text(edition(header, caption))

    (table,) = page.iter("{*}table")
    assert names(table) == ["tbody"]


def test_a_page_that_begins_in_a_cell_is_told_there_and_listed_like_all_others() -> None:
    made = edition(Table((), (Row((cell("Day", header=True), cell("Height"))),)))
    book = daisy3(replace(made, printed={"s1": 1, "s2": 2}))

    assert not list(next(book.xml("t0001.xml").iter("{*}td")).iter("{*}pagenum"))
    assert [e.get("value") for e in book.xml("book.ncx").iter("{*}pageTarget")] == ["1", "2"]


def test_program_text_keeps_its_lines() -> None:
    block = next(e for e in text(rich()).iter("{*}p") if e.get("id") == "s24")

    assert "".join(map(str, block.itertext())).endswith(":\n    wait()\n")
    assert names(block) == ["code"]


def test_a_heading_in_a_list_is_a_paragraph() -> None:
    page = text(edition(bullets(heading(2, "Inside")), Figure("", Picture("x", "y"), ())))

    assert not list(page.iter("{*}h2"))
    assert "Inside" in "".join(map(str, page.itertext()))
