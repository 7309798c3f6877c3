"""What was imported is remembered, and what an editor has done since is seen."""

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.importing import record
from pipeline.importing.record import ImportedPost

A = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
"""The SHA-256 of "a"."""


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    posts = {
        "b": ImportedPost("blog.xml", "1", {"b.md": A}),
        "a": ImportedPost("blog.xml", "2", {"a.md": A, "pictures/a/x.png": A}, told=True),
    }

    record.save(tmp_path, posts)

    assert record.load(tmp_path) == posts


def test_the_same_posts_are_kept_as_the_same_bytes(tmp_path: Path) -> None:
    one, two = ImportedPost("x", "1"), ImportedPost("x", "2")
    record.save(tmp_path / "1", {"a": one, "b": two})
    record.save(tmp_path / "2", {"b": two, "a": one})

    assert (tmp_path / "1" / record.FILE).read_bytes() == (
        tmp_path / "2" / record.FILE
    ).read_bytes()


def test_without_a_record_nothing_was_imported(tmp_path: Path) -> None:
    assert record.load(tmp_path) == {}


@pytest.mark.parametrize(
    "broken", ["{", "[]", "{}", '{"posts": {"a": {}}}', '{"posts": []}', "\xff"]
)
def test_a_broken_record_stops_the_import_with_a_remedy(broken: str, tmp_path: Path) -> None:
    (tmp_path / record.FILE).write_text(broken, encoding="latin-1")

    with pytest.raises(SettingsError, match="can't be read") as told:
        record.load(tmp_path)

    assert "delete it" in told.value.remedy


def test_a_post_is_as_written_until_a_file_is_changed_or_gone(tmp_path: Path) -> None:
    post = ImportedPost("x", "1", {"a.md": A})
    assert not post.is_as_written(tmp_path)

    (tmp_path / "a.md").write_text("a")
    assert post.is_as_written(tmp_path)

    (tmp_path / "a.md").write_text("b")
    assert not post.is_as_written(tmp_path)
