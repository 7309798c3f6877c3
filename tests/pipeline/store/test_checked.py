"""A check that was kept is read again as it was, is current or not, or is none."""

from datetime import date
from pathlib import Path

import pytest

from formats.model import FileCard, ProgramCheck, SiteCheck
from pipeline.store import checked

CHECK = SiteCheck(date(2026, 5, 31), (ProgramCheck("axe", "4.11", 12, 0, 7),))
PAGE = FileCard("index.html", "text/html", 10, "a")
STATEMENT = FileCard("accessibility.html", "text/html", 10, "b")


def kept(folder: Path, data: bytes) -> Path:
    """A folder with a kept check."""
    (folder / checked.FILE).write_bytes(data)
    return folder


def test_a_check_is_read_again_as_it_was(tmp_path: Path) -> None:
    output = kept(tmp_path, checked.to_json(CHECK, "digest"))

    assert checked.load(output, "digest") == CHECK


def test_a_check_of_other_files_is_not_current(tmp_path: Path) -> None:
    found = checked.load(kept(tmp_path, checked.to_json(CHECK, "digest")), "other")

    assert found is not None
    assert not found.current


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"[" * 9999, b'{"programs": 1}', b'{"programs": [], "day": "May"}'],
)
def test_a_broken_check_is_none(tmp_path: Path, data: bytes) -> None:
    assert checked.load(kept(tmp_path, data), "") is None


def test_no_check_is_none(tmp_path: Path) -> None:
    assert checked.load(tmp_path, "") is None


def test_the_digest_is_of_all_files_but_the_statement_in_any_order() -> None:
    other = FileCard("feed.xml", "application/rss+xml", 10, "c")
    changed = FileCard("index.html", "text/html", 10, "d")

    assert checked.digest_of([PAGE, other]) == checked.digest_of([other, STATEMENT, PAGE])
    assert checked.digest_of([PAGE, other]) != checked.digest_of([changed, other])
    assert checked.digest_of([PAGE]) != checked.digest_of([PAGE, other])
