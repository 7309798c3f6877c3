"""The text of a talking book: headings without gaps, notes under a heading, pictures by name."""

from dataclasses import replace

from lxml import etree

from formats.daisy.tree import headings, label, post_tree
from formats.model import Edition
from tests.formats.builders import (
    AWKWARD,
    RICH_MEDIA,
    bullets,
    edition,
    edition_of,
    heading,
    paragraph,
    picture,
    rich_post,
)


def levels(made: Edition) -> list[tuple[int, str]]:
    tree = post_tree(made, {}, paged=False)
    return [(level, label(element)) for level, element in headings(tree)]


def test_headings_that_jump_are_put_one_below_the_other() -> None:
    assert levels(edition_of(AWKWARD["headings that jump"])) == [
        (1, "A post"),
        (2, "Low first"),
        (2, "High"),
        (3, "Lowest"),
    ]


def test_a_heading_inside_of_something_is_no_place_to_go_to() -> None:
    assert levels(edition(bullets(heading(2, "Inside")), heading(2, "After"))) == [
        (1, "A post"),
        (2, "After"),
    ]


def test_the_notes_have_a_heading() -> None:
    assert levels(edition_of(rich_post(), RICH_MEDIA))[-1] == (2, "Notes")


def test_the_words_of_a_heading_are_without_marks_of_notes_and_with_those_of_pictures() -> None:
    xhtml = "http://www.w3.org/1999/xhtml"
    inner = '<img alt="boat"/> at <em>sea</em><sup><a role="doc-noteref">1</a></sup>'
    element = etree.fromstring(f'<h2 xmlns="{xhtml}">A {inner} </h2>')

    assert label(element) == "A boat at sea"


def test_pages_are_marked_only_where_the_book_has_pages() -> None:
    made = replace(edition(paragraph("Sea.")), printed={"s1": 2})
    marked, plain = (post_tree(made, {}, paged=paged) for paged in (True, False))

    marks = [e.text for e in marked.iter("{*}span") if e.get("class") == "page-normal"]
    assert marks == ["1", "2"]
    assert not [e for e in plain.iter("{*}span") if e.get("class") == "page-normal"]


def test_a_picture_has_its_name_in_the_book() -> None:
    made = edition_of(rich_post(), RICH_MEDIA)
    tree = post_tree(made, {"i0009.jpg": picture("pictures/harbour.jpg")}, paged=False)

    assert [e.get("src") for e in tree.iter("{*}img")] == ["i0009.jpg"]
