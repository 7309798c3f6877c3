"""A post becomes a Markdown file, which is read again as the same post, and its pictures."""

from dataclasses import replace
from pathlib import Path

import pytest

from formats.model import Figure, Picture
from pipeline import readers
from pipeline.importing.post import markdown_post
from pipeline.readers import Defaults
from tests.formats.builders import paragraph, picture
from tests.pipeline.importing.test_front_matter import POST


def _written(folder: Path, files: tuple[tuple[str, bytes], ...]) -> None:
    for name, data in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def test_pictures_lie_in_a_folder_of_the_post_and_are_found_there(tmp_path: Path) -> None:
    media = (picture("pictures/lock.png"), picture("pictures/duck.jpg"))
    own = Picture("pictures/lock.png", "A lock")
    duck = Figure("", Picture("pictures/duck.jpg", "A duck"), ())
    post = replace(
        POST, picture=own, picture_size=(64, 48), blocks=(Figure("", own, ()), *POST.blocks, duck)
    )

    made = markdown_post(post, media, Defaults(), tmp_path)
    _written(tmp_path / "posts", made.files)
    found = readers.read(tmp_path / "posts", Defaults())

    names = [name for name, _ in made.files]
    assert names == ["a-walk.md", "pictures/a-walk/lock.png", "pictures/a-walk/duck.jpg"]
    assert made.faithful
    assert [*found.findings, *found.errors] == []
    assert sorted(found.media["a-walk"], key=lambda m: m.path) == [media[1], media[0]]
    assert found.posts == (replace(post, source="a-walk.md"),)


@pytest.mark.parametrize("slug", ["readme", "license", "index", "2020-01-05-a-walk", "pictures"])
def test_a_name_that_is_not_read_as_that_of_a_post_is_not_given_to_a_file(
    slug: str, tmp_path: Path
) -> None:
    made = markdown_post(replace(POST, slug=slug), (), Defaults(), tmp_path)
    _written(tmp_path / "posts", made.files)

    assert made.files[0][0] == f"post-{slug}.md"
    assert [post.slug for post in readers.read(tmp_path / "posts", Defaults()).posts] == [slug]


def test_a_post_of_a_blog_in_another_language_reads_the_same(tmp_path: Path) -> None:
    made = markdown_post(replace(POST, language="cy"), (), Defaults(language="cy"), tmp_path)

    assert made.faithful
    assert b"language" not in made.files[0][1]


def test_words_that_can_not_be_written_are_noticed(tmp_path: Path) -> None:
    lost = replace(POST, blocks=(paragraph("a\x00b"), *POST.blocks))

    assert not markdown_post(lost, (), Defaults(), tmp_path).faithful
