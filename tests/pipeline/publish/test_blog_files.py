"""What is made of the whole blog is the same, whatever an earlier run has left to copy from."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from formats.model import Post
from formats.site.search import words
from pipeline import readers
from pipeline.publish.request import Request
from pipeline.readers import Defaults
from pipeline.split.sentences import split
from tests.pipeline.publish.two_posts import FIRST, SECOND, flip, run, tree

BOOK, TEXT_BOOK = "posts.epub", "posts-text.epub"


def from_nothing(request: Request) -> dict[str, bytes]:
    """What a first run makes of the posts."""
    fresh = request.output.with_name("fresh")
    run(replace(request, output=fresh, cache=request.cache.with_name("fresh-cache")))
    made = tree(fresh)
    shutil.rmtree(fresh)
    return made


def _edit(posts: Path) -> None:
    (posts / "first.md").write_text(FIRST.replace("More.", "More, and a sea."))


def _add(posts: Path) -> None:
    text = SECOND.replace("Second", "Third").replace("02-05", "01-20")
    (posts / "third.md").write_text(text)


def _remove(posts: Path) -> None:
    (posts / "first.md").unlink()


def _move(posts: Path) -> None:
    (posts / "first.md").write_text(FIRST.replace("01-05", "03-05"))


def _tag(posts: Path) -> None:
    """The other post links to the subject as most posts write it."""
    (posts / "first.md").write_text(FIRST.replace("title", "tags: [Sea]\ntitle"))
    (posts / "second.md").write_text(SECOND.replace("title", "tags: [sea]\ntitle"))


def _name(posts: Path) -> None:
    (posts / "publication.toml").write_text('title = "Tides"\n')


CHANGES = (_edit, _add, _remove, _move, _tag, _name)


@pytest.mark.parametrize("change", CHANGES)
def test_a_blog_that_changed_is_as_one_that_is_made_from_nothing(
    two_posts: Request, change: Callable[[Path], None]
) -> None:
    run(two_posts)
    _edit(two_posts.source)
    run(two_posts)
    change(two_posts.source)

    run(two_posts)

    assert tree(two_posts.output) == from_nothing(two_posts)


def _flip(book: Path) -> None:
    flip(book)


def _cut(book: Path) -> None:
    book.write_bytes(book.read_bytes()[: book.stat().st_size // 2])


def _other(book: Path) -> None:
    book.write_bytes(bytes(book.stat().st_size))


def _folder(book: Path) -> None:
    book.unlink()
    book.mkdir()


@pytest.mark.parametrize("damage", [_flip, _cut, _other, _folder, Path.unlink])
def test_nothing_of_a_damaged_book_gets_into_the_next(
    two_posts: Request, damage: Callable[[Path], None]
) -> None:
    run(two_posts)
    for name in (BOOK, TEXT_BOOK):
        damage(two_posts.output / name)
    _edit(two_posts.source)

    run(two_posts)

    assert tree(two_posts.output) == from_nothing(two_posts)


@pytest.mark.parametrize(
    "text",
    [
        "One. Two!Three?Four\nfive\\\nsix… “Seven.” *Eight*nine.",
        "今日は。いい天気ですね！海へ行こう",
        "# A.B\n\n- one.two\n- three\n\n> four;five",
    ],
)
def test_the_search_finds_the_same_words_before_a_post_is_split(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: T\ndate: 2026-01-05\n---\n{text}\n")
    post: Post = readers.read(tmp_path, Defaults()).posts[0]

    assert words(post) == words(split(post))
