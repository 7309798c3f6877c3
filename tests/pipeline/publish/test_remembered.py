"""Only what changed is read and scripted again, and the bytes are those of a first run."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.publish.remembered import Memory
from pipeline.publish.request import Request
from pipeline.readers import Defaults, FileContents
from pipeline.readers.shared.reading import Draft, Meta
from pipeline.store import fingerprint
from tests.pipeline.publish.two_posts import FIRST, flip, run, tree

FOUND = FileContents((Draft(Meta("First"), (), "first.md"),))


USUAL = Defaults()


def _read(request: Request, name: str = "first.md", defaults: Defaults = USUAL) -> bool:
    """Whether a file must be read; what is found in it is kept."""
    files = fingerprint.files(request.source)
    memory = Memory(request.cache, request.source, files)
    times = []

    def reading() -> FileContents:
        times.append(1)
        return FOUND

    assert memory.contents(defaults)(request.source / name, reading) == FOUND
    memory.keep()
    return bool(times)


def test_a_file_is_read_once(two_posts: Request) -> None:
    assert _read(two_posts)
    assert not _read(two_posts)


def _other_words(request: Request) -> None:
    (request.source / "first.md").write_text(FIRST + "More.\n")


def _another_picture(request: Request) -> None:
    (request.source / "boat.png").write_bytes(b"boat")


def _settings(request: Request) -> None:
    (request.source / "publication.toml").write_text('title = "Tides"\n')


@pytest.mark.parametrize("change", [_other_words, _another_picture, _settings])
def test_it_is_read_again_when_it_or_what_posts_share_has_changed(
    two_posts: Request, change: Callable[[Request], None]
) -> None:
    _read(two_posts)
    change(two_posts)

    assert _read(two_posts)


def test_it_is_read_again_under_another_name_and_for_other_settings(two_posts: Request) -> None:
    _read(two_posts)
    (two_posts.source / "first.md").rename(two_posts.source / "one.md")

    assert _read(two_posts, "one.md")
    assert _read(two_posts, "one.md", Defaults("de"))
    assert not _read(two_posts, "one.md", Defaults("de"))


def test_another_post_does_not_matter(two_posts: Request) -> None:
    _read(two_posts)
    (two_posts.source / "second.md").write_text("# Second\n\nOther words.\n")
    (two_posts.source / "third.md").write_text("# Third\n\nNew.\n")

    assert not _read(two_posts)


def test_what_was_read_while_a_file_changed_is_not_kept(two_posts: Request) -> None:
    """It may be of the new words, and would come back with the old ones."""
    memory = Memory(two_posts.cache, two_posts.source, fingerprint.files(two_posts.source))
    memory.contents(Defaults())(two_posts.source / "first.md", lambda: FOUND)
    _other_words(two_posts)
    memory.keep()
    (two_posts.source / "first.md").write_text(FIRST)

    assert _read(two_posts)


def test_a_file_with_an_error_is_read_in_each_run(two_posts: Request) -> None:
    (two_posts.source / "bad.md").write_text("---\ntitle: [broken\n---\nText.\n")

    errors = [run(two_posts).errors for _ in range(2)]

    assert [type(error) for error in errors[0]] == [ReadError]
    assert [e.message for e in errors[1]] == [e.message for e in errors[0]]


# --- the same bytes -------------------------------------------------------------------------


def _first_run(request: Request) -> dict[str, bytes]:
    """What is made of the posts by a run that knows nothing."""
    cache = request.cache.with_name("fresh-cache")
    fresh = replace(request, output=request.output.with_name("fresh"), cache=cache)
    run(fresh)
    return tree(fresh.output)


def _lexicon(request: Request) -> None:
    (request.source / "lexicon.csv").write_text("written,spoken\npost,poast\n")


@pytest.mark.parametrize("change", [_other_words, _settings, _lexicon])
def test_a_later_run_makes_the_bytes_of_a_first_one(
    two_posts: Request, change: Callable[[Request], None]
) -> None:
    run(two_posts)
    change(two_posts)

    run(two_posts)

    assert tree(two_posts.output) == _first_run(two_posts)


def test_words_that_come_back_are_made_of_what_was_kept(two_posts: Request) -> None:
    run(two_posts)
    before = tree(two_posts.output)
    _other_words(two_posts)
    run(two_posts)
    (two_posts.source / "first.md").write_text(FIRST)

    run(two_posts)

    assert tree(two_posts.output) == before


def test_what_was_damaged_or_lost_is_made_again(two_posts: Request) -> None:
    run(two_posts)
    files = sorted(path for path in (two_posts.cache / "kept").rglob("*") if path.is_file())
    for number, path in enumerate(files):
        if number % 2:
            path.unlink()
        else:
            flip(path)
    _other_words(two_posts)

    run(two_posts)

    assert tree(two_posts.output) == _first_run(two_posts)


def test_an_edit_touches_no_file_that_stays_the_same(two_posts: Request) -> None:
    run(two_posts)
    before = {path: path.stat().st_ino for path in two_posts.output.rglob("*") if path.is_file()}
    _other_words(two_posts)

    run(two_posts)

    same = {p.name for p, number in before.items() if p.is_file() and p.stat().st_ino == number}
    assert {"404.html", "cover.jpg", "second.mp3"} <= same
    assert "feed.xml" not in same


def test_a_run_of_another_folder_with_the_same_cache_knows_nothing_of_it(
    two_posts: Request, tmp_path: Path
) -> None:
    """Where a page is called after its folder, its title is another."""
    run(two_posts)
    other = replace(two_posts, source=tmp_path / "other", output=tmp_path / "other-out")
    shutil.copytree(two_posts.source, other.source)

    run(other)

    assert tree(other.output) == _first_run(other)
