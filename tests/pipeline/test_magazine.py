"""A magazine from a folder of posts."""

from pathlib import Path

import pytest

from pipeline import magazine
from pipeline.errors import ReadError, RenderError, SettingsError

SETTINGS = 'title = "Tide & Time"\nbase_url = "https://example.org/"\n'


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """A folder with two posts."""
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "publication.toml").write_text(SETTINGS)
    for name in ("ebb", "flood"):
        (folder / f"{name}.md").write_text(f"---\ntitle: The {name}\n---\nIt went.\n")
    return folder


def test_chosen_posts_are_written_as_one_file(posts: Path, tmp_path: Path) -> None:
    to = tmp_path / "new" / "issue.pdf"
    written = magazine.write(posts, tmp_path / "cache", ["flood", "ebb", "flood"], to)

    assert written == magazine.PrintedIssue(2, to.stat().st_size)
    assert to.read_bytes().startswith(b"%PDF-1.7")


def test_a_slug_that_no_post_has_is_refused_with_those_that_there_are(
    posts: Path, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as caught:
        magazine.write(posts, tmp_path / "cache", ["ebb", "neap"], tmp_path / "a.pdf")
    assert ("neap" in caught.value.message, "ebb, flood" in caught.value.remedy) == (True, True)
    assert not (tmp_path / "a.pdf").exists()


def test_without_a_slug_it_says_how_to_name_one(posts: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        magazine.write(posts, tmp_path / "cache", [], tmp_path / "a.pdf")
    assert 'POSTS="ebb flood"' in caught.value.remedy


def test_a_post_that_cannot_be_read_is_told_as_such(posts: Path, tmp_path: Path) -> None:
    (posts / "neap.md").write_text("---\ntitle: [\n---\nIt went.\n")
    with pytest.raises(ReadError) as caught:
        magazine.write(posts, tmp_path / "cache", ["neap"], tmp_path / "a.pdf")
    assert "neap.md" in caught.value.where


def test_a_post_that_cannot_be_printed_is_an_error_with_a_remedy(
    posts: Path, tmp_path: Path
) -> None:
    (posts / "long.md").write_text(f"---\ntitle: Long\n---\n{'w' * 800_000}\n")
    with pytest.raises(RenderError) as caught:
        magazine.write(posts, tmp_path / "cache", ["long"], tmp_path / "a.pdf")
    assert caught.value.remedy == "Choose fewer posts."
