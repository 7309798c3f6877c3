"""Each chapter of a book is a post; its cover, its contents and the like are not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from formats import walk
from formats.model import Link, Notes, Post
from pipeline.readers.documents.epub import claims
from tests.pipeline.readers.documents.books import META, epub, line, page
from tests.pipeline.readers.documents.pages import text
from tests.pipeline.readers.reading import codes, reading, words

ONE = page("<h1>The sea</h1><p>It rose.</p>")
TWO = page("<h1>The moon</h1><p>It set.</p>", 'lang="en"')
CONTENTS = line("The sea", "one.xhtml") + line("The moon", "two.xhtml#x")
PAGES = {"one.xhtml": ONE, "two.xhtml": TWO}


def chapters(folder: Path, data: bytes) -> list[Post]:
    """The chapters of a book, in its order."""
    found = reading(folder, {"tides.epub": data})
    assert [str(error) for error in found.errors] == []
    return sorted(found.posts, key=lambda post: post.placed)


def test_each_chapter_is_a_post_with_what_the_book_says_of_itself(tmp_path: Path) -> None:
    one, two = chapters(tmp_path, epub(PAGES, CONTENTS))

    assert (one.title, words(one)) == ("The sea", ["It", "rose."])
    assert (two.title, words(two)) == ("The moon", ["It", "set."])
    assert (one.language, two.language, one.authors, one.tags) == ("cy", "en", ("Ann",), ("Sea",))
    assert one.published == datetime(2024, 5, 31, tzinfo=UTC)


def test_without_a_date_the_chapters_are_still_in_order(tmp_path: Path) -> None:
    meta = META.replace("<dc:date>2024-05-31</dc:date>", "")

    found = chapters(tmp_path, epub(PAGES, CONTENTS, meta=meta))
    assert [(post.title, post.published) for post in found] == [
        ("The sea", None), ("The moon", None),
    ]  # fmt: skip


def test_a_title_comes_from_the_contents_or_else_from_the_heading(tmp_path: Path) -> None:
    contents = line("1. The sea", "one.xhtml")

    found = chapters(tmp_path, epub(PAGES, contents))
    assert [post.title for post in found] == ["1. The sea", "The moon"]
    assert words(found[0]) == ["It", "rose."]


@pytest.mark.parametrize(
    ("name", "matter"),
    [
        ("cover.xhtml", page('<svg><image xlink:href="pictures/ducks.png"/></svg>')),
        ("a.xhtml", page("<h1>Tides</h1><p>Ann</p>")),
        ("a.xhtml", page('<section epub:type="copyright-page"><p>© Ann</p></section>')),
        ("a.xhtml", page("<h1>Contents</h1><p>The sea 5</p>", 'epub:type="toc"')),
        ("a.xhtml", page("<div> </div>")),
        ("copyright.html", page("<p>All rights reserved.</p>")),
    ],
)
def test_a_page_that_is_no_chapter_is_left_out_and_told(
    tmp_path: Path, name: str, matter: str
) -> None:
    found = reading(tmp_path, {"tides.epub": epub({name: matter, **PAGES}, CONTENTS)})

    assert {post.title for post in found.posts} == {"The sea", "The moon"}
    assert codes(found) == ["page-furniture"]


def test_a_page_that_goes_on_belongs_to_the_chapter_before_it(tmp_path: Path) -> None:
    pages = {"one.xhtml": ONE, "more.xhtml": page("<p>And fell.</p>"), "two.xhtml": TWO}

    assert words(chapters(tmp_path, epub(pages, CONTENTS))[0]) == ["It", "rose.", "And", "fell."]


def test_a_page_with_many_chapters_is_cut_where_the_contents_lead(tmp_path: Path) -> None:
    body = (
        '<div><div id="a"><h2>The sea</h2></div><p>It rose.</p><h3 id="c">Deep</h3><p>Far.</p>'
        '<h2 id="b">The moon</h2><p>It set.</p></div>'
    )
    contents = line("The sea", "all.xhtml#a", line("Deep", "all.xhtml#c"))
    contents += line("The moon", "all.xhtml#b")
    one, two = chapters(tmp_path, epub({"all.xhtml": page(body)}, contents))

    assert (one.title, words(one)) == ("The sea", ["It", "rose.", "Deep", "Far."])
    assert (two.title, words(two)) == ("The moon", ["It", "set."])


NOTE = '<aside epub:type="footnote" id="n1"><p>In 2020. <a href="one.xhtml#m1">1</a></p></aside>'


@pytest.mark.parametrize("where", ["one.xhtml", "notes.xhtml"])
def test_a_note_is_a_note_in_whichever_file_it_is(tmp_path: Path, where: str) -> None:
    mark = f'<a epub:type="noteref" id="m1" href="{where}#n1">1</a>'
    own = NOTE if where == "one.xhtml" else ""
    pages = {
        "one.xhtml": page(f"<h1>The sea</h1><p>It rose.{mark}</p>{own}"),
        "two.xhtml": TWO,
        "notes.xhtml": page("<h1>Notes</h1>" + (NOTE if not own else "")),
    }
    one = chapters(tmp_path, epub(pages, CONTENTS))[0]
    first, notes = one.blocks

    assert (text(first), isinstance(notes, Notes), text(notes)) == ("It rose.", True, "In 2020.")


def test_a_link_inside_the_book_keeps_its_words_and_one_outside_its_address(
    tmp_path: Path,
) -> None:
    body = '<p>See <a href="two.xhtml">there</a> and <a href="https://a.org/">here</a>.</p>'
    pages = {"one.xhtml": page(f"<h1>The sea</h1>{body}"), "two.xhtml": TWO}
    one = chapters(tmp_path, epub(pages, CONTENTS))[0]
    links = [part.href for part in walk.block_inlines(one.blocks) if isinstance(part, Link)]

    assert (links, text(*one.blocks)) == (["https://a.org/"], "See there and here.")


def test_pictures_come_from_the_book_and_numbers_of_pages_are_not_read(tmp_path: Path) -> None:
    body = '<p>She had<span epub:type="pagebreak" id="p5">5</span> ten.</p>'
    body += '<p><img src="pictures/ducks.png" alt="Ducks"/></p>'
    data = epub({"one.xhtml": page(f"<h1>The sea</h1>{body}")}, "")
    found = reading(tmp_path, {"tides.epub": data})

    assert text(found.posts[0].blocks[0]) == "She had ten."
    assert [media.path for media in found.media["the-sea"]] == ["pictures/ducks.png"]


def test_chapters_that_are_only_numbered_have_the_book_in_their_address(tmp_path: Path) -> None:
    contents = line("Chapter 1", "one.xhtml") + line("II", "two.xhtml")

    found = chapters(tmp_path, epub(PAGES, contents))
    assert [post.slug for post in found] == ["tides-chapter-1", "tides-ii"]


def test_an_older_book_has_its_contents_in_an_ncx(tmp_path: Path) -> None:
    point = '<navPoint><navLabel><text>{}</text></navLabel><content src="{}"/></navPoint>'
    points = point.format("Sea!", "one.xhtml") + point.format("Moon!", "two.xhtml")
    ncx = f'<!DOCTYPE ncx PUBLIC "-//NISO//DTD" "ncx.dtd"><ncx><navMap>{points}</navMap></ncx>'
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    refs = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(PAGES)
    )
    spine = '<spine toc="ncx"><itemref idref="i0"/><itemref idref="i1"/></spine>'
    opf = f'<package xmlns="urn:x"><metadata/><manifest>{item}{refs}</manifest>{spine}</package>'
    data = epub(PAGES, "", **{"OPS/toc.ncx": ncx, "OPS/book.opf": opf})

    assert [post.title for post in chapters(tmp_path, data)] == ["Sea!", "Moon!"]


def locked(method: str) -> bytes:
    said = f'<EncryptedData><EncryptionMethod Algorithm="{method}"/></EncryptedData>'
    return epub(PAGES, CONTENTS, **{"META-INF/encryption.xml": f"<encryption>{said}</encryption>"})


def test_a_book_with_scrambled_typefaces_is_read(tmp_path: Path) -> None:
    assert len(chapters(tmp_path, locked("http://www.idpf.org/2008/embedding"))) == 2


@pytest.mark.parametrize(
    "data",
    [
        locked("http://www.w3.org/2001/04/xmlenc#aes256-cbc"),
        epub({}, CONTENTS),
        epub(PAGES, CONTENTS, **{"OPS/book.opf": "<package"}),
        epub(PAGES, CONTENTS, **{"META-INF/container.xml": "<container/>"}),
    ],
)
def test_a_locked_or_broken_book_is_an_error_with_place_and_remedy(
    tmp_path: Path, data: bytes
) -> None:
    (error,) = reading(tmp_path, {"a.epub": data}).errors

    assert (error.where, bool(error.remedy), "fault" in error.message) == ("a.epub", True, False)


def test_a_book_is_claimed_by_its_name_or_by_what_it_says() -> None:
    assert claims("a.epub", b"")
    assert claims("a", epub(PAGES, CONTENTS)[:8192])
    assert not claims("a.epub", b"<html>")
    assert not claims("a.zip", b"PK\x03\x04")
