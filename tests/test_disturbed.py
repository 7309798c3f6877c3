"""Whatever disturbs a run, the next one ends with the bytes of a run that nothing disturbed.

`make kills` does it at more moments.
"""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.disturbed import CALM, ROUGH, TinyBlog, Undisturbed, disturbed, set_up, undisturbed
from tests.pipeline.publish.two_posts import flip, tree

WARM, COLD, FULL = 4, 2, 2
"""How many moments are tried of each kind: killed with something to change, or all to make; and
of a full disk."""

pytestmark = pytest.mark.xdist_group("disturbed")  # what is undisturbed is made once


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> tuple[TinyBlog, Undisturbed]:
    place = set_up(tmp_path_factory.mktemp("disturbed"))
    return place, undisturbed(place)


def spread(count: int, moments: int) -> Iterator[int]:
    """So many of the moments, from the first to nearly the last."""
    return (1 + number * moments // count for number in range(count))


def test_a_run_that_is_killed_while_it_changes_files_is_mended_by_the_next(
    blog: tuple[TinyBlog, Undisturbed],
) -> None:
    place, known = blog

    assert [disturbed(place, known, "kill", at) for at in spread(WARM, known.warm)] == [[]] * WARM


def test_a_run_that_is_killed_while_it_makes_everything_is_mended_by_the_next(
    blog: tuple[TinyBlog, Undisturbed],
) -> None:
    place, known = blog

    for at in spread(COLD, known.cold):
        place.empty()
        assert disturbed(place, known, "kill", at) == []


def test_a_disk_that_is_full_from_some_moment_on_is_told_and_mended_by_the_next(
    blog: tuple[TinyBlog, Undisturbed],
) -> None:
    place, known = blog

    assert [disturbed(place, known, "full", at) for at in spread(FULL, known.warm)] == [[]] * FULL


def test_bytes_that_differ_are_seen(blog: tuple[TinyBlog, Undisturbed]) -> None:
    place, known = blog
    other = {sea: {**files, "feed.xml": b""} for sea, files in known.whole.items()}

    wrong = disturbed(place, Undisturbed(other, known.warm, known.cold), "kill", 1)

    assert wrong == ["the next run ends with other bytes"]


def test_a_clock_that_was_set_back_changes_nothing(blog: tuple[TinyBlog, Undisturbed]) -> None:
    """Then all that was made before lies in the future."""
    place, known = blog
    place.write(CALM)
    place.made()
    ahead = time.time() + 400 * 24 * 60 * 60
    for path in [path for path in place.out.parent.rglob("*") if path.is_file()]:
        os.utime(path, (ahead, ahead))
    place.write(ROUGH)

    assert place.made() == known.whole[ROUGH]


def test_an_output_folder_that_vanished_is_made_again(blog: tuple[TinyBlog, Undisturbed]) -> None:
    place, known = blog
    place.write(CALM)
    shutil.rmtree(place.out)

    assert place.made() == known.whole[CALM]


def test_posts_that_can_not_be_written_are_published_all_the_same(
    blog: tuple[TinyBlog, Undisturbed],
) -> None:
    place, known = blog
    place.write(ROUGH)
    paths = [place.posts, *place.posts.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = tree(place.posts)
    try:
        assert place.made() == known.whole[ROUGH]
    finally:
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert tree(place.posts) == before


# --- what is kept and was damaged --------------------------------------------------------


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


DAMAGES = {"empty": _empty, "cut": _cut, "a bit": flip}
KINDS = {"ledgers", "kept", "typefaces", "drafts", "timings"}


@pytest.fixture
def private(tmp_path: Path) -> tuple[TinyBlog, dict[str, bytes]]:
    """The blog with its drafts in the cache, and all that it publishes."""
    place = set_up(tmp_path)
    path = place.posts / "publication.toml"
    path.write_text(path.read_text("utf-8").replace("publish_drafts = true", ""), "utf-8")
    return place, place.made()


def test_what_was_damaged_in_the_cache_is_made_again_and_never_published(
    private: tuple[TinyBlog, dict[str, bytes]],
) -> None:
    place, whole = private
    kept = tree(place.cache / "drafts")
    assert kept
    for kind in KINDS:
        files = [path for path in (place.cache / kind).rglob("*") if path.is_file()]
        assert any(path.stat().st_size > 1 for path in files), kind
    assert {path.name for path in place.cache.iterdir()} == KINDS

    for damage in DAMAGES.values():
        for kinds in ({"ledgers"}, KINDS - {"ledgers"}):
            for path in [path for kind in kinds for path in (place.cache / kind).rglob("*")]:
                if path.is_file() and path.stat().st_size > 1:
                    damage(path)
            (place.out / "posts/sea/index.html").unlink()
            (place.out / "posts/tide/index.html").unlink()

            assert place.made() == whole
            assert tree(place.cache / "drafts") == kept
