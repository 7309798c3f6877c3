"""The file is written beside its post, and an editor's words in it are never written over."""

from pathlib import Path

import pytest

from pipeline.easy_read import writing
from pipeline.errors import ReadError, SettingsError

TIDE = "---\ntitle: The tide\nslug: tide\n---\nThe tide came in at three. We don't row.\n"


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    (folder / "2026").mkdir(parents=True)
    (folder / "2026/tide.md").write_text(TIDE)
    return folder


def test_a_draft_is_written_beside_the_post_once(posts: Path) -> None:
    written = writing.draft_or_update(writing.place(posts, "tide"))
    assert written.new
    path = posts / "2026/tide.easy.md"
    before = path.read_bytes()
    again = writing.draft_or_update(writing.place(posts, "tide"))
    assert (again.new, again.changes, path.read_bytes()) == (False, (), before)


def test_a_changed_post_changes_no_word_of_the_editor_and_is_shown(posts: Path) -> None:
    writing.draft_or_update(writing.place(posts, "tide"))
    path = posts / "2026/tide.easy.md"
    path.write_text(path.read_text().replace("- [ ] The tide came in at three.", "- [x] Mine."))
    (posts / "2026/tide.md").write_text(TIDE.replace("three", "four"))
    place = writing.place(posts, "tide")
    lines = list(writing.told(writing.draft_or_update(place), place))
    assert "was: The tide came in at three." in lines
    assert "now: The tide came in at four." in lines
    assert "row: Mine." in lines
    assert "- [ ] Mine." in path.read_text()


def test_a_file_that_can_not_be_understood_is_left_as_it_is(posts: Path) -> None:
    path = posts / "tide.easy.md"
    path.write_text("no title\n")
    with pytest.raises(ReadError):
        writing.draft_or_update(writing.place(posts, "tide"))
    assert path.read_text() == "no title\n"


def test_a_post_that_is_not_there_is_told_with_those_that_are(posts: Path) -> None:
    with pytest.raises(SettingsError, match="no post “ebb”") as error:
        writing.place(posts, "ebb")
    assert "tide" in error.value.remedy


def test_every_changed_sentence_can_be_seen_beside_its_source(posts: Path) -> None:
    lines = list(writing.diff(writing.place(posts, "tide")))
    assert lines[:2] == ["post: We don't row.", "easy: We do not row."]
    assert lines[-1].startswith("Unchanged:")
