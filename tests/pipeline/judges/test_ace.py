"""Ace is heard."""

from pathlib import Path

from tests.judging import BROWSER, codes, judged
from tests.pipeline.judges.books import book

pytestmark = BROWSER


def test_an_accessible_book_passes(tmp_path: Path) -> None:
    assert judged("ace", book(tmp_path)) == ()


def test_a_picture_without_alternative_text_is_refused(tmp_path: Path) -> None:
    assert "ace-image-alt" in codes(judged("ace", book(tmp_path, {' alt="The sea"': ""})))


def test_a_file_that_is_no_book_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.epub"
    path.write_bytes(b"not a book")

    assert codes(judged("ace", path)) == {"ace-failed"}
