"""A made blog is published once; a later run finds nothing to do, or one sentence."""

from pathlib import Path

import pytest

from bench import made
from bench.blogs import Blog, Blogs, Kind
from bench.processes import EndedError
from tests.program import ROOT

SENTENCES = made.sentences_of(ROOT / "source_posts")


def _sounds(blog: Blog) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in blog.output.glob("posts/*/*.mp3")}


def test_each_edit_changes_the_sound_of_one_post_and_an_unchanged_run_none(tmp_path: Path) -> None:
    blog = Blogs(SENTENCES, tmp_path).published(Kind(3, 20, "silence", formats="mp3"))
    first = _sounds(blog)

    blog.unchanged(1)
    same = _sounds(blog)
    blog.edited(1)
    edited = _sounds(blog)

    assert len(first) == 3
    assert same == first
    assert [name for name in first if edited[name] != first[name]] == ["post-0002.mp3"]
    assert blog.sound > 3
    assert blog.cold.memory > 0


def test_a_blog_is_made_once(tmp_path: Path) -> None:
    blogs = Blogs(SENTENCES, tmp_path)
    kind = Kind(1, 20, "silence", formats="text")

    assert blogs.published(kind) is blogs.published(kind)


def test_a_blog_that_can_not_be_published_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(EndedError, match="no-such-engine"):
        Blogs(SENTENCES, tmp_path).published(Kind(1, 20, "no-such-engine"))
