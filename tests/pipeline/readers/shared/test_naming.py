"""A post is named by its front matter, else by its file, else by its title."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers.shared.naming import named, title_of
from pipeline.readers.shared.reading import Draft, File, Meta

DAY = datetime(2020, 1, 2, tzinfo=UTC)


def meta_of(path: str, meta: Meta = Meta(title="T")) -> Meta:  # noqa: B008 (a frozen value)
    """What is known of a post in a file of this name."""
    file = File(Path("/posts"), Path("/posts", path), path, b"")
    return named(Draft(meta, (), path), file).meta


@pytest.mark.parametrize(
    ("path", "slug", "published"),
    [
        ("My walk.md", "my-walk", None),
        ("2020-01-02-my-walk.md", "my-walk", DAY),
        ("2020-13-02-my-walk.md", "2020-13-02-my-walk", None),
        ("walk/index.md", "walk", None),
        ("2020-1-2-walk/Index.html", "walk", DAY),
        ("!.md", "t", None),
    ],
)
def test_a_file_names_its_post_and_the_day_that_is_in_its_name(
    path: str, slug: str, published: datetime | None
) -> None:
    found = meta_of(path)

    assert (found.slug, found.published) == (slug, published)


def test_front_matter_comes_before_the_name_of_the_file() -> None:
    later = datetime(2021, 1, 1, tzinfo=UTC)

    found = meta_of("2020-01-02-walk.md", Meta(title="T", slug="My Own", published=later))

    assert (found.slug, found.published) == ("my-own", later)


def test_a_post_of_which_no_address_can_be_made_is_refused() -> None:
    with pytest.raises(ReadError, match="“!”") as caught:
        meta_of("!.md", Meta(title="?"))
    assert (caught.value.where, bool(caught.value.remedy)) == ("!.md", True)


@pytest.mark.parametrize(
    ("name", "title"),
    [("my-first_post.md", "My first post"), ("2026-05-31-a-walk.md", "A walk"), ("é.md", "É")],
)
def test_a_file_name_makes_a_title(name: str, title: str) -> None:
    assert title_of(Path(name)) == title
