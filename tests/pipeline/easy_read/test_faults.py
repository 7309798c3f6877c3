"""What a program can see to be wrong with a text, each with its line."""

from pathlib import Path

from pipeline.easy_read.faults import faults, opened
from tests.pipeline.easy_read.places import TEXT, tide


def found(folder: Path, text: str) -> list[str]:
    return [error.where for error in faults(opened(tide(folder, text)))]


def test_a_row_without_words_is_a_fault_at_its_line(tmp_path: Path) -> None:
    assert found(tmp_path, TEXT) == []
    assert found(tmp_path, TEXT.replace("The sea rose.", "")) == ["tide.easy.md:11"]


def test_a_text_without_rows_is_a_fault(tmp_path: Path) -> None:
    assert found(tmp_path, "# The tide\n") == ["tide.easy.md"]
