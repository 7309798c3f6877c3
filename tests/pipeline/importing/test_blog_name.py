"""A blog that has no title yet gets that of what was imported; an editor's file is not changed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from formats.model import Post
from pipeline import settings
from pipeline.importing.blog_name import BlogName, name_blog
from pipeline.readers import Reading


def reading(title: str, *posts: tuple[str, str]) -> Reading:
    """What was read of posts, each with a language and an author."""
    day = datetime(2026, 5, 3, tzinfo=UTC)
    made = tuple(
        Post("a", "A", language, (author,) if author else (), day, day, ())
        for language, author in posts
    )
    return Reading(made, {}, (), (), title)


def test_the_title_and_what_all_posts_share_become_the_settings(tmp_path: Path) -> None:
    found = name_blog(tmp_path, reading("Nodiadau", ("cy", "Ada"), ("cy", "Ada")))

    assert found == BlogName(
        ('title = "Nodiadau"', 'language = "cy"', 'author = "Ada"'), written=True
    )
    chosen = settings.load(tmp_path)
    assert (chosen.title, chosen.language, chosen.author) == ("Nodiadau", "cy", "Ada")


def test_what_differs_from_post_to_post_is_not_said_of_the_blog(tmp_path: Path) -> None:
    name_blog(tmp_path, reading("Notes", ("cy", "Ada"), ("en-GB", "")))

    assert (tmp_path / "publication.toml").read_text("utf-8") == 'title = "Notes"\n'


@pytest.mark.parametrize("title", ['A "b" \\ c', "Ada’s\x7fnotes", "日記", "a = 1 # b"])
def test_any_title_is_read_again_as_it_was(tmp_path: Path, title: str) -> None:
    name_blog(tmp_path, reading(title))

    assert settings.load(tmp_path).title == title


def test_an_editors_file_is_never_changed_and_a_title_for_it_is_proposed(tmp_path: Path) -> None:
    own = 'language = "fr"\n'
    (tmp_path / "publication.toml").write_text(own, "utf-8")

    assert name_blog(tmp_path, reading("Notes")) == BlogName(('title = "Notes"',), written=False)
    assert (tmp_path / "publication.toml").read_text("utf-8") == own


@pytest.mark.parametrize(("own", "title"), [('title = "Own"', "Notes"), ("", ""), ("", "x" * 1001)])
def test_where_there_is_a_title_or_none_to_give_nothing_is_said(
    tmp_path: Path, own: str, title: str
) -> None:
    if own:
        (tmp_path / "publication.toml").write_text(own, "utf-8")

    assert name_blog(tmp_path, reading(title)) is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["publication.toml"] * bool(own)
