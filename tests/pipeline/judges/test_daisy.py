"""Talking books are known by their names, and held to the document types of their files."""

from pathlib import Path

import pytest

from pipeline.judges.check import JUDGES
from tests.judging import codes, judged
from tests.pipeline.judges.talking_books import NEW, OLD, Changes, broken


def test_a_talking_book_is_known_by_its_name_and_other_zip_files_are_left_alone() -> None:
    wants = JUDGES["daisy"].wants

    assert wants(Path("tide-daisy202.zip"))
    assert wants(Path("tide-daisy3.zip"))
    assert not wants(Path("tide.zip"))


def test_a_file_that_is_no_zip_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "tide-daisy3.zip"
    path.write_bytes(b"not a zip")

    assert codes(judged("daisy", path)) == codes(judged("daisy-types", path)) == {"file-broken"}


@pytest.mark.parametrize(
    "changes",
    [
        {("t0001.xml", "<h3>"): "<h2>", ("t0001.xml", "</h3>"): "</h2>"},
        {("t0001.xml", "<bodymatter>"): "<bodymatter><p/>"},
        {("book.ncx", ' playOrder="3"'): ""},
        {("package.opf", ' media-type="text/xml"'): ""},
    ],
)
def test_a_file_that_breaks_its_document_type_is_refused(tmp_path: Path, changes: Changes) -> None:
    assert codes(judged("daisy-types", broken(tmp_path, NEW, changes))) == {"daisy-type"}


def test_a_text_of_daisy_2_02_is_xhtml_1_0(tmp_path: Path) -> None:
    path = broken(tmp_path, OLD, {("t0001.html", "<hr/>"): "<section/>"})

    assert codes(judged("daisy-types", path)) == {"daisy-type"}
