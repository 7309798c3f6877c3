"""The posts of the page are read again when they change, and not when only a text is saved."""

from pathlib import Path

from pipeline.easy_read.editor.posts import Posts
from tests.pipeline.easy_read.editor.served import TEXT, write_posts


def test_a_post_is_found_by_its_slug_and_another_is_none(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    posts = Posts(tmp_path / "posts")

    place = posts.place("plan")
    assert place is not None
    assert (place.post.title, place.name) == ("The plan", "plan.easy.md")
    assert posts.place("other") is None


def test_a_post_that_was_changed_is_read_again(tmp_path: Path) -> None:
    write_posts(tmp_path / "posts")
    posts = Posts(tmp_path / "posts")
    before = posts.reading()
    (tmp_path / "posts/plan.md").write_text("# Another title\n\nWords.\n", "utf-8")

    assert posts.reading() is not before
    place = posts.place("plan")
    assert place is not None
    assert place.post.title == "Another title"


def test_a_text_that_was_saved_lets_nothing_be_read_again(tmp_path: Path) -> None:
    path = write_posts(tmp_path / "posts")
    posts = Posts(tmp_path / "posts")
    before = posts.reading()
    path.write_text(f"{TEXT}\n", "utf-8")

    assert posts.reading() is before
