"""Overlays: every unit of a post in a book is heard, once and in order."""

import pytest

from formats import walk
from formats.clock import milliseconds
from formats.epub import render_blog
from formats.model import (
    Table,
)
from tests.formats.builders import (
    AWKWARD,
    RICH_MEDIA,
    blog_of,
    bullets,
    edition,
    edition_of,
    heading,
    paragraph,
)
from tests.formats.epub.books import NAMES, Book, book_of, clock, pars, rich


@pytest.mark.parametrize("name", AWKWARD)
def test_every_unit_is_heard_once_and_in_order(name: str) -> None:
    made = edition_of(AWKWARD[name], RICH_MEDIA)
    book = book_of(made)

    heard = pars(book.xml(f"posts/{made.post.slug}/post.smil"))

    page = book.xml(f"posts/{made.post.slug}/post.xhtml")
    shown = {e.get("id") for e in page.iter("*")}
    units = [u.id for u in walk.edition_units(made) if u.id in shown]
    assert [text.removeprefix("post.xhtml#") for text, _, _, _ in heard] == units


def test_no_unit_is_left_out_of_a_rich_post() -> None:
    made = rich()

    heard = pars(book_of(made).xml("posts/rich/post.smil"))

    assert [text for text, _, _, _ in heard] == [
        f"post.xhtml#{cue.id}" for cue in made.narration.cues
    ]


def test_clips_touch_and_last_as_long_as_the_sound() -> None:
    made = rich()

    clips = pars(book_of(made).xml("posts/rich/post.smil"))

    edges = [begin for _, _, begin, _ in clips] + [clips[-1][3]]
    assert edges[0] == 0
    assert [end for _, _, _, end in clips] == edges[1:]
    assert edges[-1] == milliseconds(made.narration.samples, made.narration.rate)


def test_a_clip_begins_with_its_cue() -> None:
    made = edition(paragraph("One.", "Two."))
    (cue,) = [c for c in made.narration.cues if c.id == "s2"]

    clips = {text: begin for text, _, begin, _ in pars(book_of(made).xml("posts/a-post/post.smil"))}

    assert clips["post.xhtml#s2"] == milliseconds(cue.begin, made.narration.rate)


def test_durations_are_those_of_the_clips_and_add_up() -> None:
    (file,) = render_blog(blog_of(rich(), edition(heading(2, "Sand"), slug="other")))
    book = Book(file)
    said = {name: clock(value) for name, value in book.metas("media:duration").items()}

    total = said.pop("")

    assert sum(said.values()) == total
    for item in book.package.iterfind(".//opf:item[@media-type='application/smil+xml']", NAMES):
        played = sum(end - begin for _, _, begin, end in pars(book.xml(item.get("href", ""))))
        assert said[f"#{item.get('id')}"] == played


def test_every_place_that_an_overlay_names_is_there() -> None:
    book = book_of(rich())
    for folder, text in (("", "nav"), ("posts/rich/", "post")):
        page, smil = book.xml(f"{folder}{text}.xhtml"), book.xml(f"{folder}{text}.smil")
        ids = {f"{text}.xhtml#{e.get('id')}" for e in page.iter("*")}
        named = [src for src, _, _, _ in pars(smil)]
        named += [e.get(f"{{{NAMES['epub']}}}textref", "") for e in smil.iter("{*}seq")]

        assert set(named) <= ids


def test_structures_can_be_escaped_from_or_skipped() -> None:
    smil = book_of(rich()).xml("posts/rich/post.smil")

    kinds = {e.get(f"{{{NAMES['epub']}}}type") for e in smil.iter("{*}seq")}

    assert kinds == {
        *("chapter", "list", "list-item", "figure", "table", "table-row", "table-cell"),
        *("endnotes", "footnote"),
    }


def test_escapable_structures_are_not_nested() -> None:
    smil = book_of(edition(bullets("one", bullets("two", bullets("three"))))).xml(
        "posts/a-post/post.smil"
    )

    assert len(smil.findall(".//s:seq[@epub:type='list']", NAMES)) == 1
    assert len(pars(smil)) == 5 + 3 + 1


def test_an_empty_structure_leaves_no_seq() -> None:
    made = edition(Table((), ()), bullets(), paragraph("Sea."))

    kinds = [
        e.get(f"{{{NAMES['epub']}}}type")
        for e in book_of(made).xml("posts/a-post/post.smil").iter("{*}seq")
    ]

    assert kinds == ["chapter"]
