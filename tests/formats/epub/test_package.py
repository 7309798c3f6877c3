"""The book as a file."""

import dataclasses
import re
import zipfile

from formats.epub import render, render_blog
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


def test_the_highlight_stands_out_by_contrast_and_by_a_line() -> None:
    css = book_of(rich()).archive.read("EPUB/style.css").decode()

    pairs = re.findall(
        r"\.-epub-media-overlay-active \{[^}]*background-color: (#\w+);\s+color: (#\w+);", css
    )

    assert len(pairs) == 2
    assert all(_contrast(*pair) >= 7 for pair in pairs)
    assert "outline:" in css


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
