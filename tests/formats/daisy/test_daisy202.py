"""DAISY 2.02: what the NCC, the SMIL files and the text of a book say."""

from dataclasses import replace

import pytest
from lxml import etree

from formats.model import Note, NoteRef, Notes
from tests.formats.builders import (
    AWKWARD,
    edition,
    edition_of,
    heading,
    paragraph,
    sentence,
)
from tests.formats.daisy.talking_books import OpenedDaisy, blog202, daisy202, rich


def items(book: OpenedDaisy) -> list[tuple[str, str, str]]:
    """(element, class, words) of each item of the NCC."""
    found = book.xml("ncc.html").iterfind("{*}body/*")
    return [
        (etree.QName(e).localname, e.get("class", ""), "".join(map(str, e.itertext())))
        for e in found
    ]


def test_the_ncc_has_the_title_the_headings_the_pages_and_the_marks_of_notes() -> None:
    assert items(daisy202(rich())) == [
        ("h1", "title", "Salt & <Light>"),
        ("span", "page-normal", "1"),
        ("span", "noteref", "1"),
        ("h2", "", "Water"),
        ("span", "noteref", "2"),
        ("h3", "", "Deeper"),
        ("span", "page-normal", "2"),
        ("span", "page-normal", "3"),
        ("h2", "", "Things that stand by themselves"),
        ("span", "page-normal", "4"),
        ("h2", "", "Notes"),
    ]


def test_a_post_of_a_blog_is_a_heading_of_level_1_and_the_first_names_the_blog() -> None:
    book = blog202(rich(), edition(heading(2, "Ebb"), paragraph("Sea."), slug="other"))

    found = [(name, words) for name, _, words in items(book) if name.startswith("h")]

    assert found[0] == ("h1", "Tide & Time: Salt & <Light>")
    assert found[-2:] == [("h1", "A post"), ("h2", "Ebb")]


def test_a_book_of_a_blog_has_no_page_numbers_since_each_post_has_a_page_1() -> None:
    book = blog202(rich(), rich(slug="other"))

    assert not [words for _, kind, words in items(book) if kind == "page-normal"]
    assert book.said("ncc.html", "ncc:pageNormal") == ["0"]


def test_a_link_of_the_ncc_leads_to_the_text_of_its_event() -> None:
    book = daisy202(rich())
    links = [a.get("href", "") for a in book.xml("ncc.html").iter("{*}a")]

    for link in links:
        smil, _, place = link.partition("#")
        texts = {e.get("id"): e.get("src") for e in book.xml(smil).iter("text")}
        assert texts[place] == f"t0001.html#{place}"


def test_what_is_required_of_the_facts_is_there_even_where_a_post_has_none() -> None:
    made = edition(paragraph("Sea."), authors=(), published=None)
    nameless = replace(made, publication=replace(made.publication, author=""))
    book = daisy202(nameless)

    assert book.said("ncc.html", "dc:creator") == ["Tide & Time"]
    assert book.said("ncc.html", "dc:date") == ["2024-03-05"]
    assert book.said("ncc.html", "ncc:multimediaType") == ["audioFullText"]


def test_times_add_up() -> None:
    book = daisy202(rich())

    before = [book.said(smil, "ncc:totalElapsedTime") for smil in book.smils()]
    own = [book.said(smil, "ncc:timeInThisSmil") for smil in book.smils()]

    assert before[0] == ["00:00:00.000"]
    assert before[1] == own[0] == ["00:00:04.800"]
    assert book.said("master.smil", "ncc:timeInThisSmil") == ["00:00:27.000"]
    assert book.said("ncc.html", "ncc:totalTime") == ["00:00:27"]


def test_sentences_of_a_note_can_be_skipped_and_no_others() -> None:
    book = daisy202(rich())

    skipped = [
        e.get("id", "").removesuffix("-par")
        for smil in book.smils()
        for e in book.xml(smil).iter("par")
        if e.get("system-required") == "footnote-on"
    ]

    assert skipped == ["s36", "s37", "s38", "s39"]


def test_a_smil_file_is_named_by_its_heading_and_listed_in_the_master() -> None:
    book = daisy202(rich())
    refs = [(e.get("src", ""), e.get("title")) for e in book.xml("master.smil").iter("ref")]

    assert [src for src, _ in refs] == book.smils()
    assert [title for _, title in refs][1] == "Water"
    assert [book.said(src, "title") for src, _ in refs] == [[title] for _, title in refs]


def test_the_text_has_the_words_once_and_no_way_back_from_a_note() -> None:
    page = daisy202(rich()).xml("t0001.html")
    words = " ".join("".join(map(str, page.itertext())).split())

    assert words.count("A first note.") == 1
    assert "↩" not in words
    assert {etree.QName(e).localname for e in page.iter("*")}.isdisjoint(
        {"section", "header", "footer", "aside", "figure", "figcaption", "mark"}
    )


def test_a_picture_is_shown_from_the_book_and_what_is_spoken_of_it_is_its_own() -> None:
    book = daisy202(rich())
    images = {e.get("id"): e.get("src") for e in book.xml("t0001.html").iter("{*}img")}

    assert images["s25"] == "i0001.jpg"
    assert book.archive.read("i0001.jpg")[:2] == b"\xff\xd8"


def test_a_picture_that_players_can_not_show_is_told_in_words() -> None:
    text = daisy202(rich()).text("t0001.html")

    assert '<span class="no-picture" id="s27">Picture: A dark rectangle' in text


@pytest.mark.parametrize(("language", "word"), [("de", "Anmerkungen"), ("fi", "Notes")])
def test_the_notes_have_a_heading_in_words_of_ours(language: str, word: str) -> None:
    said = sentence("Sea.", NoteRef("n1", "1"))
    made = edition(
        paragraph(said), Notes((Note("n1", "1", (paragraph("Salt."),)),)), language=language
    )
    book = daisy202(made)

    assert items(book)[-1] == ("h2", "", word)
    assert ('lang="en"' in book.text("t0001.html")) == (language == "fi")


def test_a_text_from_right_to_left_says_so() -> None:
    page = daisy202(edition_of(AWKWARD["right to left"])).xml("t0001.html")

    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
