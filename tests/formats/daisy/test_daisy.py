"""A talking book has every sentence of its post once, in order, in both versions of DAISY."""

from pathlib import Path

import pytest

from formats import daisy, walk
from formats.clock import milliseconds
from formats.model import Edition
from tests.formats.builders import AWKWARD, RICH_MEDIA, blog_of, edition, edition_of, paragraph
from tests.formats.daisy.talking_books import (
    OpenedDaisy,
    blog3,
    blog202,
    daisy3,
    daisy202,
    rich,
)
from tests.judging import judged

VERSIONS = {"2.02": daisy202, "3": daisy3}
BLOGS = {"2.02": blog202, "3": blog3}
POSTS = {**AWKWARD, "of every kind": rich().post}


def units(made: Edition) -> list[str]:
    return [unit.id for unit in walk.edition_units(made)]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", POSTS)
def test_every_unit_is_played_once_and_in_order(version: str, name: str) -> None:
    made = edition_of(POSTS[name], RICH_MEDIA)

    played = VERSIONS[version](made).played()

    assert [text.partition("#")[2] for text in played] == units(made)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_sound_is_the_narration_as_it_is(version: str) -> None:
    made = rich()
    book = VERSIONS[version](made)

    sounds = b"".join(book.archive.read(n) for n in book.names if n.endswith(".mp3"))

    assert sounds == made.narration.frames


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", POSTS)
def test_the_judges_of_talking_books_find_no_fault(version: str, name: str, tmp_path: Path) -> None:
    _judge(VERSIONS[version](edition_of(POSTS[name], RICH_MEDIA)), tmp_path)


@pytest.mark.parametrize("version", BLOGS)
def test_the_judges_find_no_fault_in_the_book_of_a_blog(version: str, tmp_path: Path) -> None:
    editions = [edition_of(post, RICH_MEDIA) for post in POSTS.values()]

    _judge(BLOGS[version](*editions), tmp_path)


def _judge(book: OpenedDaisy, folder: Path) -> None:
    path = folder / book.file.path
    path.write_bytes(book.file.data)
    assert judged("daisy", path) == ()
    assert judged("daisy-types", path) == ()


@pytest.mark.parametrize("version", VERSIONS)
def test_the_same_post_gives_the_same_bytes(version: str) -> None:
    assert VERSIONS[version](rich()).file.data == VERSIONS[version](rich()).file.data


def test_each_version_has_an_identifier_of_its_own_that_can_be_the_name_of_a_file() -> None:
    made = rich()
    (old,) = daisy202(made).said("ncc.html", "dc:identifier")
    (new,) = daisy3(made).said("book.ncx", "dtb:uid")

    assert old != new
    assert ":" not in old + new


def test_a_blog_without_posts_has_no_book() -> None:
    assert list(daisy.render_blog_202(blog_of())) == list(daisy.render_blog_3(blog_of())) == []


@pytest.mark.parametrize("version", BLOGS)
def test_a_book_of_a_blog_plays_its_posts_one_after_the_other(version: str) -> None:
    editions = rich(), edition(paragraph("Sea."), slug="other")

    played = BLOGS[version](*editions).played()

    texts = [text.partition(".")[0] for text in played]
    assert texts == ["t0001"] * len(units(editions[0])) + ["t0002"] * len(units(editions[1]))


def test_clips_of_all_sections_last_as_long_as_the_sound() -> None:
    made = rich()
    book = daisy202(made)

    told = [book.xml(smil).findall("body/seq")[0].get("dur", "") for smil in book.smils()]

    length = milliseconds(made.narration.samples, made.narration.rate)
    assert round(sum(float(value[:-1]) for value in told) * 1000) == length
