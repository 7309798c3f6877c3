"""mammoth gets a copy of a document in which nothing leads to what is not there."""

import io
import zipfile
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers.documents.packages import Package
from pipeline.readers.documents.word_parts import WordParts
from pipeline.readers.shared.reading import File
from tests.pipeline.readers.documents.made import packed, paragraph, picture, word


def parts(data: bytes) -> WordParts:
    return WordParts(Package(File(Path(), Path("a.docx"), "a.docx", data)), "a.docx")


def copied(body: str) -> zipfile.ZipFile:
    found = parts(word(body))
    root = found.part("document")
    assert root is not None
    return zipfile.ZipFile(io.BytesIO(found.copy({"document": root})))


def test_a_picture_is_its_own_name_in_the_copy() -> None:
    assert copied(picture()).read("word/media/ducks.png") == b"word/media/ducks.png"


def test_ids_that_lead_nowhere_are_gone() -> None:
    document = copied(picture("rId99") + picture("rId7")).read("word/document.xml")

    assert b"r:embed" not in document


def test_the_strict_kind_of_document_is_read_as_the_usual_one() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = word(
        "", parts={"word/document.xml": f'<w:document xmlns:w="{strict}"><w:p/></w:document>'}
    )
    root = parts(body).part("document")

    assert root is not None
    assert root.tag.startswith("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}")


def test_a_part_that_is_not_there_is_none() -> None:
    assert parts(word(paragraph("x"))).part("endnotes") is None


def test_a_package_without_a_document_is_an_error() -> None:
    with pytest.raises(ReadError, match="no Word document"):
        parts(packed({"ppt/slides.xml": "<a/>"}))
