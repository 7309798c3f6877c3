"""The book as a file."""

import dataclasses
import re
import zipfile

import pytest

from formats.epub import render, render_blog
from formats.look import LIGHT
from formats.model import (
    Foreign,
    Text,
)
from tests.formats.builders import (
    HOSTILE,
    blog_of,
    edition,
    paragraph,
    sentence,
)
from tests.formats.epub.books import NAMES, Book, book_of, rich
from tests.formats.test_page import contrast


def test_two_renders_are_the_same_bytes() -> None:
    first, second = ((*render(rich()), *render_blog(blog_of(rich()))) for _ in range(2))
    assert [file.data for file in first] == [file.data for file in second]


def test_the_container_begins_with_its_type_and_tells_no_time() -> None:
    (file,) = render(rich())
    entries = Book(file).archive.infolist()

    assert file.data[30:58] == b"mimetypeapplication/epub+zip"
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {e.compress_type for e in entries} == {zipfile.ZIP_STORED}
    assert len({e.filename for e in entries}) == len(entries)


def test_the_sound_is_the_narration_to_the_byte() -> None:
    made = rich()

    assert book_of(made).archive.read("EPUB/posts/rich/post.mp3") == made.narration.frames


def test_files_are_named_by_slug() -> None:
    (post,), (blog,) = render(rich()), render_blog(blog_of(rich()))

    assert (post.path, blog.path) == ("rich.epub", "tide-and-time.epub")
    assert post.mime == blog.mime == "application/epub+zip"


def test_a_blog_without_posts_has_no_book() -> None:
    assert list(render_blog(blog_of())) == []


def test_a_control_character_does_not_stop_a_book() -> None:
    made = edition(paragraph(f"{HOSTILE}\x0b"), title="A\x00b", tags=("\x01",))

    assert book_of(made).said("title") == ["A\ufffdb"]


def test_a_foreign_title_keeps_its_language() -> None:
    made = edition(title="Y môr")
    opening = (sentence(Foreign("cy", (Text("Y môr"),))), *made.opening[1:])
    opening = (dataclasses.replace(opening[0], id="title"), *opening[1:])

    page = book_of(dataclasses.replace(made, opening=opening)).xml("posts/a-post/post.xhtml")

    assert page.xpath("string(//h:h1//@lang)", namespaces=NAMES) == "cy"


def style() -> str:
    return book_of(rich()).archive.read("EPUB/style.css").decode()


def test_what_is_heard_has_the_marker_of_every_page_and_stands_out_on_any_ground() -> None:
    """Ink and ground are both its own, so no colours that an app gives the page can hide it."""
    pairs = re.findall(
        r"\.-epub-media-overlay-active \{[^}]*background-color: (#\w+);\s+color: (#\w+);", style()
    )

    assert pairs == [(LIGHT.spoken, LIGHT.spoken_ink)]
    assert contrast(*pairs[0]) >= 7


def test_what_is_heard_has_a_line_around_it_that_can_be_told_from_marker_and_page() -> None:
    (line,) = re.findall(r"outline: 0\.125rem solid (#\w+);", style())

    assert contrast(line, LIGHT.spoken) >= 3
    assert contrast(line, "#ffffff") >= 3


def test_where_colours_are_forced_what_is_heard_has_the_highlight_of_the_system() -> None:
    _, forced = style().split("(forced-colors: active)")

    assert "background-color: Highlight" in forced
    assert "color: HighlightText" in forced


@pytest.mark.parametrize("name", ["active-class", "playback-active-class"])
def test_a_class_that_is_named_for_playing_stands_once_in_the_style_sheet_of_every_page(
    name: str,
) -> None:
    book = book_of(rich())
    metas = book.metas(f"media:{name}")

    assert list(metas) == [""]
    assert f".{metas['']} {{" in style()


def test_the_book_of_a_post_is_one_of_a_series() -> None:
    book = book_of(edition())

    assert list(book.metas("belongs-to-collection").values()) == ["Tide & Time"]
    assert book.metas("collection-type") == {"#series": "series"}
