"""Books are judged only where there are as many as the figure says."""

from pathlib import Path

import pytest

from bench import books
from bench.processes import EndedError


def test_fewer_books_than_asked_for_are_no_figure(tmp_path: Path) -> None:
    (tmp_path / "posts" / "one").mkdir(parents=True)
    (tmp_path / "posts" / "one" / "one.epub").touch()

    with pytest.raises(EndedError, match="1 books, not 2"):
        books.books(tmp_path, 2)


def test_books_with_faults_are_no_figure(tmp_path: Path) -> None:
    (tmp_path / "posts" / "one").mkdir(parents=True)
    (tmp_path / "posts" / "one" / "one.epub").touch()

    with pytest.raises(EndedError, match="ended with 1"):
        books.asked("books", tmp_path, 1)
