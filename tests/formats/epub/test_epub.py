"""Books of a post and of a blog, and what EPUBCheck, Ace and our own judge say of them."""

import dataclasses
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from formats.epub import render, render_blog, render_blog_text
from formats.model import Cue, Edition, Evaluation, Narration, OutputFile
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    RICH_MEDIA,
    blog_of,
    edition_of,
    paragraph,
    picture,
    post_of,
    rich_post,
)
from tests.formats.epub.books import trained
from tests.judging import BROWSER, JAVA, codes, judged


def editions() -> list[Edition]:
    """The rich post and every awkward one."""
    return [edition_of(post, RICH_MEDIA) for post in (rich_post(), *AWKWARD.values())]


def laid(folder: Path, *files: OutputFile) -> list[Path]:
    """Files, written."""
    for file in files:
        (folder / file.path).write_bytes(file.data)
    return [folder / file.path for file in files]


@JAVA
def test_epubcheck_has_nothing_to_say(tmp_path: Path) -> None:
    books = [file for made in editions() for file in render(trained(made))]
    books += render_blog(blog_of(*map(trained, editions())))

    assert judged("epubcheck", *laid(tmp_path, *books)) == ()


@BROWSER
@pytest.mark.parametrize("name", ["right to left", "pictures without words", "empty body"])
def test_ace_passes_an_awkward_book(tmp_path: Path, name: str) -> None:
    (file,) = render(trained(edition_of(AWKWARD[name], RICH_MEDIA)))

    assert judged("ace", *laid(tmp_path, file)) == ()


@BROWSER
def test_ace_passes_a_blog(tmp_path: Path) -> None:
    blog = blog_of(
        edition_of(rich_post(), RICH_MEDIA), edition_of(AWKWARD["hostile characters"], RICH_MEDIA)
    )

    assert judged("ace", *laid(tmp_path, *render_blog(blog))) == ()


def test_every_overlay_plays(tmp_path: Path) -> None:
    books = [file for made in editions() for file in render(made)]
    books += render_blog(blog_of(*editions()))

    assert judged("overlays", *laid(tmp_path, *books)) == ()


def _late(sound: Narration) -> Narration:
    last = sound.cues[-1]
    cue = Cue(last.id, sound.samples, sound.samples + 100)
    return dataclasses.replace(sound, cues=(*sound.cues[:-1], cue))


def _longer(sound: Narration) -> Narration:
    return dataclasses.replace(sound, samples=sound.samples * 2)


@pytest.mark.parametrize(
    ("broken", "code"), [(_late, "overlay-empty"), (_longer, "overlay-past-end")]
)
def test_an_edition_out_of_step_is_refused(
    tmp_path: Path, broken: Callable[[Narration], Narration], code: str
) -> None:
    made = edition_of(rich_post(), RICH_MEDIA)
    (file,) = render(dataclasses.replace(made, narrations=(broken(made.narration),)))

    assert code in codes(judged("overlays", *laid(tmp_path, file)))


def test_a_book_is_named_by_its_post_or_its_blog_and_no_posts_make_no_book() -> None:
    made = edition_of(rich_post(slug="tide"), RICH_MEDIA)

    assert [file.path for file in render(made)] == ["tide.epub"]
    assert [file.path for file in render_blog(blog_of(made))] == [f"{PUBLICATION.slug}.epub"]
    assert list(render_blog(blog_of())) == []


def _covers(file: OutputFile) -> list[str]:
    """The covers that a book names."""
    with zipfile.ZipFile(io.BytesIO(file.data)) as book:
        (package,) = (name for name in book.namelist() if name.endswith(".opf"))
        tree = etree.fromstring(book.read(package))
    return [
        str(item.get("href"))
        for item in tree.iter("{*}item")
        if "cover-image" in item.get("properties", "").split()
    ]


def _covered(made: Edition) -> Edition:
    drawn = picture("cover.jpg", width=1500, height=1500)
    return replace(made, own_cover=drawn)


def test_the_cover_of_a_book_is_that_of_its_post_or_else_of_the_blog() -> None:
    plain = edition_of(post_of(paragraph("Rain.")))
    (own,), (blogs,) = render(_covered(plain)), render(plain)

    assert _covers(own) == _covers(blogs) == ["cover.jpg"]
    assert _side(own) == 1500
    assert _side(blogs) == PUBLICATION.cover.width


def _side(file: OutputFile) -> int:
    with zipfile.ZipFile(io.BytesIO(file.data)) as book:
        return Image.open(io.BytesIO(book.read("EPUB/cover.jpg"))).width


def test_the_book_of_the_blog_has_the_cover_of_the_blog() -> None:
    (file,) = render_blog(blog_of(_covered(edition_of(post_of(paragraph("Rain."))))))

    assert _side(file) == PUBLICATION.cover.width


# --- the blog without sound -----------------------------------------------------------------


def _text_book(*made: Edition) -> OutputFile:
    (file,) = render_blog_text(blog_of(*made))
    return file


def test_the_book_without_sound_has_every_word_and_no_sound_and_claims_none() -> None:
    file = _text_book(edition_of(rich_post(), RICH_MEDIA), edition_of(AWKWARD["right to left"]))

    with zipfile.ZipFile(io.BytesIO(file.data)) as book:
        names, package = book.namelist(), book.read("EPUB/content.opf").decode()
    assert file.path == "tide-and-time-text.epub"
    assert not [name for name in names if name.endswith((".mp3", ".smil"))]
    assert "synchronizedAudioText" not in package
    assert "media:" not in package
    assert "auditory" not in package
    assert "voice" not in package
    assert sum(name.endswith("post.xhtml") for name in names) == 2


def test_the_book_without_sound_says_nothing_of_a_voice() -> None:
    file = _text_book(edition_of(post_of(paragraph("Rain."))))

    with zipfile.ZipFile(io.BytesIO(file.data)) as book:
        page = book.read("EPUB/posts/a-post/post.xhtml").decode()
    assert "Rain." in page
    assert "voice" not in page


def test_the_two_books_of_a_blog_are_not_the_same_book() -> None:
    made = edition_of(post_of(paragraph("Rain.")))
    (heard,) = render_blog(blog_of(made))

    def name(file: OutputFile) -> str | None:
        with zipfile.ZipFile(io.BytesIO(file.data)) as book:
            package = etree.fromstring(book.read("EPUB/content.opf"))
        return next(package.iter("{*}identifier")).text

    assert name(heard) != name(_text_book(made))


@JAVA
def test_epubcheck_and_our_judge_accept_the_book_without_sound(tmp_path: Path) -> None:
    (path,) = laid(tmp_path, _text_book(*editions()))

    assert judged("epubcheck", path) == ()
    assert judged("overlays", path) == ()


@JAVA
@BROWSER
def test_a_claim_with_its_report_is_accepted_by_both(tmp_path: Path) -> None:
    found = Evaluation("Ada & Co.", date(2026, 5, 1), "WCAG 2.2 AA", "https://example.org/report")
    made = edition_of(post_of(paragraph("Rain.")))
    publication = replace(made.publication, evaluation=found)
    paths = laid(tmp_path, *render(replace(made, publication=publication)))

    assert judged("epubcheck", *paths) == ()
    assert judged("ace", *paths) == ()
