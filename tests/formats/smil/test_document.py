"""The pages of a book: the words of the post, and its pictures."""

import dataclasses

import pytest
from lxml import etree

from formats import walk
from formats.model import (
    Figure,
    Media,
    Picture,
    Sentence,
)
from tests.formats.builders import (
    AWKWARD,
    drawing,
    edition_of,
    picture,
    post_of,
)
from tests.formats.epub.books import NAMES, book_of, rich


def shown(element: etree._Element) -> str:
    """The words of an element as `walk.plain` has them: without note marks, pictures in words."""
    match etree.QName(element).localname:
        case "br":
            return "\n"
        case "img":
            return f"[{element.get('alt')}]" if element.get("alt") else ""
        case "a" if element.get("role") == "doc-noteref":
            return ""
    return (element.text or "") + "".join(shown(child) + (child.tail or "") for child in element)


def test_the_page_has_the_words_of_the_post_once_and_in_order() -> None:
    made = rich()
    page = book_of(made).xml("posts/rich/post.xhtml")
    sentences = [u for u in walk.edition_units(made) if isinstance(u, Sentence)]
    ids = {s.id for s in sentences}

    read = [(e.get("id"), shown(e)) for e in page.iter("{*}span") if e.get("id") in ids]

    assert read == [(s.id, walk.plain(s.inlines)) for s in sentences]


def test_a_right_to_left_book_is_turned_from_right_to_left() -> None:
    book = book_of(edition_of(AWKWARD["right to left"]))

    spine = book.package.find("opf:spine", NAMES)

    assert spine is not None
    assert spine.get("page-progression-direction") == "rtl"
    assert book.xml("posts/rtl/post.xhtml").get("dir") == "rtl"


def test_a_left_to_right_book_leaves_the_turning_alone() -> None:
    spine = book_of(rich()).package.find("opf:spine", NAMES)

    assert spine is not None
    assert not spine.attrib


def test_a_missing_picture_is_shown_in_words() -> None:
    book = book_of(edition_of(AWKWARD["pictures that are missing"]))

    text = "".join(map(str, book.xml("posts/missing/post.xhtml").itertext()))

    assert "Picture: A boat" in text
    assert not [n for n in book.archive.namelist() if "pictures" in n]


def test_only_pictures_that_the_text_shows_are_packed() -> None:
    post = post_of(Figure("", Picture("pictures/a.png", "A"), ()))

    names = book_of(
        edition_of(post, (picture("pictures/a.png"), picture("pictures/b.png")))
    ).archive.namelist()

    assert [n for n in names if "pictures" in n] == ["EPUB/posts/a-post/pictures/a.png"]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "media",
    [
        Media("p", "image/tiff", b"II*", 1, 1),
        Media("p", "image/png", b"no picture", 1, 1),
        dataclasses.replace(picture("p.jpg"), path="p", mime="image/png"),
        Media("p", "image/svg+xml", b"<svg", 1, 1),
        Media("p", "image/svg+xml", b"<html/>", 1, 1),
        Media("p", "image/svg+xml", SVG.format("<script/>").encode(), 1, 1),
        Media("p", "image/svg+xml", SVG.format('<image href="http://x/y.png"/>').encode(), 1, 1),
        Media("p", "image/svg+xml", SVG.format('<image xlink:href="y.png"/>').encode(), 1, 1),
        Media("p", "image/svg+xml", SVG.format("<style>@import 'x'</style>").encode(), 1, 1),
        Media("p", "image/svg+xml", SVG.format('<g style="fill:url( x )"/>').encode(), 1, 1),
    ],
)
def test_a_picture_that_no_book_can_hold_is_shown_in_words(media: Media) -> None:
    made = edition_of(post_of(Figure("", Picture("p", "A boat"), ())), (media,))

    text = "".join(map(str, book_of(made).xml("posts/a-post/post.xhtml").itertext()))

    assert "Picture: A boat" in text


def test_a_drawing_loses_its_document_type_and_nothing_else() -> None:
    plain = drawing("p")
    typed = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg11.dtd">' + plain.data
    post = post_of(Figure("", Picture("p", "A"), ()))

    book = book_of(edition_of(post, (dataclasses.replace(plain, data=typed),)))

    assert book.archive.read("EPUB/posts/a-post/p") == plain.data


def test_a_note_is_shown_in_a_window_of_its_own_and_leads_back() -> None:
    """Reading apps go by the types: the mark's, the note's and the way back's."""
    page = book_of(rich()).xml(f"posts/{rich().post.slug}/post.xhtml")
    typed = "{http://www.idpf.org/2007/ops}type"
    mark = next(a for a in page.iter("{*}a") if a.get(typed) == "noteref")

    note = next(e for e in page.iter("{*}aside") if f"#{e.get('id')}" == mark.get("href"))

    assert (note.get(typed), note.get("role")) == ("footnote", "doc-footnote")
    back = next(a for a in note.iter("{*}a") if a.get(typed) == "backlink")
    (sentence,) = (e for e in page.iter("{*}span") if f"#{e.get('id')}" == back.get("href"))
    assert mark in sentence.iter()
    assert back.get("role") == "doc-backlink"
