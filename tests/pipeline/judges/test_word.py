"""Each fault of a Word file is refused, and what we make passes."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from formats import read_along, word
from formats.model import Edition
from pipeline.findings import Finding
from tests.formats.builders import RICH_MEDIA, edition_of, rich_post
from tests.judging import codes, judged

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A Word file, and the page that it is compared with."""
    whole = edition_of(rich_post(), RICH_MEDIA)
    return _write(tmp_path, whole)


def _write(folder: Path, whole: Edition) -> Path:
    for file in (*word.render(whole), *read_along.render(whole)):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return folder / "large-print.docx"


def _changed(path: Path, name: str, change: Callable[[str], str]) -> tuple[Finding, ...]:
    """What the judge finds after a change of one part."""
    with zipfile.ZipFile(path) as archive:
        held = {entry: archive.read(entry) for entry in archive.namelist()}
    changed = change(held[name].decode())
    assert changed != held[name].decode()
    with zipfile.ZipFile(path, "w") as archive:
        for entry, data in held.items():
            archive.writestr(entry, changed if entry == name else data)
    return judged("word", path)


def test_what_we_make_passes(written: Path) -> None:
    assert judged("word", written) == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (DOCUMENT, "That is all.", "", "word-words"),
        (DOCUMENT, "That is all.", "That is all. All.", "word-words"),
        (DOCUMENT, "That is all.", "all is That.", "word-words"),
        (DOCUMENT, ">Monday<", "><", "word-words"),
        (DOCUMENT, 'descr="The harbour at noon"', 'descr=""', "word-alt"),
        (DOCUMENT, "<w:tblHeader/>", "", "word-header"),
        (DOCUMENT, '<w:pStyle w:val="Quote"/>', '<w:pStyle w:val="Fancy"/>', "word-style"),
        (DOCUMENT, '<w:pStyle w:val="Title"/>', "", "word-style"),
        (STYLES, '<w:sz w:val="36"/>', '<w:sz w:val="24"/>', "word-size"),
        (STYLES, '<w:sz w:val="36"/>', "", "word-size"),
        (DOCUMENT, '<w:position w:val="8"/>', '<w:vertAlign w:val="superscript"/>', "word-look"),
        (DOCUMENT, '<w:position w:val="8"/>', "<w:i/>", "word-look"),
        (STYLES, "<w:color ", '<w:u w:val="single"/><w:color ', "word-look"),
        (STYLES, 'w:val="en-GB"', 'w:val="en-US"', "word-language"),
        (DOCUMENT, 'w:val="Heading2"', 'w:val="Heading4"', "word-heading"),
        (DOCUMENT, '<w:pStyle w:val="Heading2"/>', "", "word-heading"),
    ],
)
def test_a_fault_is_refused(written: Path, name: str, old: str, new: str, code: str) -> None:
    found = _changed(written, name, lambda text: text.replace(old, new))

    assert code in codes(found)


def test_a_file_that_is_no_document_is_refused_and_not_raised(tmp_path: Path) -> None:
    path = tmp_path / "large-print.docx"
    path.write_bytes(b"PK no")

    assert codes(judged("word", path)) == {"file-broken"}


def test_a_document_without_its_page_is_refused(written: Path) -> None:
    (written.parent / "index.html").unlink()

    assert codes(judged("word", written)) == {"file-broken"}
