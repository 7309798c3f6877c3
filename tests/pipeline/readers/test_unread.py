"""A file of a kind that is not read is told by what it is, with the step that helps."""

from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers.unread import by_bytes, kind
from tests.pipeline.readers.documents.made import packed, paragraph, word
from tests.pipeline.readers.reading import codes, reading

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
POST = "# T\n\nText."


@pytest.mark.parametrize(
    ("name", "head", "what", "step"),
    [
        ("a.pdf", b"%PDF-1.7", "a PDF", "made from"),
        ("a.doc", OLE, "older Word", "In Word, choose File, Save As"),
        ("a.DOC", b"", "older Word", "Word Document (.docx)"),
        ("a.docx", OLE, "protected by a password", "delete the password"),
        ("a.pages", b"PK\x03\x04Index/Document.iwa", "Pages", "In Pages, choose File, Export To"),
        ("a.gdoc", b'{"url": "x"}', "Google Docs", "File, Download, and Microsoft Word"),
        ("a.pptx", b"PK\x03\x04ppt/", "a presentation", "Copy its words"),
        ("a.key", b"PK\x03\x04", "a presentation", "Copy its words"),
        ("a.zip", b"PK\x03\x04", "a packed folder", "Unpack it, and put the folder here"),
        ("a.tar.gz", b"\x1f\x8b\x08", "a packed folder", "Unpack it"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "a packed folder", "Unpack it"),
        ("a.eml", b"From: a", "an e-mail", "Copy its words"),
        ("a.msg", OLE, "an e-mail", "Copy its words"),
        ("a.mhtml", b"MIME-Version: 1.0", "a web page", "Save Page As"),
        ("a.tex", b"\\documentclass", "TeX", "pandoc a.tex -o a.md"),
        ("my notes.org", b"* A", "Org", 'pandoc my notes.org -o my notes.md'),
        ("a.adoc", b"= A", "AsciiDoc", "pandoc a.adoc"),
        ("a.ipynb", b"{}", "Jupyter", "In Jupyter, choose"),
        ("a.wps", OLE, "Works", "LibreOffice"),
        ("a.one", b"\xe4\x52", "OneNote", "In OneNote, choose"),
        ("a.textile", b"h1. A", "Textile", "pandoc"),
        ("a.azw3", b"A", "Kindle", "calibre"),
        ("a.md~", b"# A", "a backup", "delete it"),
        ("a.dat", b"PK\x03\x04mimetypeapplication/epub+zip", "a book", ".epub"),
        ("a", b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "LibreOffice", ".odt"),
    ],
)  # fmt: skip
def test_each_kind_is_known_and_has_a_step_that_helps(
    name: str, head: bytes, what: str, step: str
) -> None:
    found = kind(name, head)

    assert found is not None
    assert what in found.what
    assert step in found.remedy


@pytest.mark.parametrize(
    ("name", "head"), [("a.md", b"# T"), ("Makefile", b"all:"), ("a.csv", b"")]
)
def test_text_and_what_is_unknown_is_of_no_such_kind(name: str, head: bytes) -> None:
    assert kind(name, head) is None
    assert by_bytes(name, head) is None


def test_a_file_that_is_not_read_is_told_in_a_note(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.pdf": b"%PDF-1.7", "b.md": POST})

    assert [post.slug for post in found.posts] == ["b"]
    (note,) = [finding for finding in found.findings if finding.code == "unread-file"]
    assert (note.where, "a PDF" in note.message) == ("a.pdf", True)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7", "a PDF"),
        (word(paragraph("Words.")), "a Word document"),
        (packed({"a/b.txt": "x"}), "a packed folder"),
    ],
)
def test_a_post_that_is_something_else_than_its_name_says_is_an_error(
    tmp_path: Path, content: bytes, what: str
) -> None:
    found = reading(tmp_path, {"a.md": content, "b.md": POST})

    (error,) = found.errors
    assert isinstance(error, ReadError)
    assert (error.where, what in error.message, bool(error.remedy)) == ("a.md", True, True)


# --- files that explain a folder ---------------------------------------------------------


def test_a_readme_beside_posts_is_left_out_in_silence(tmp_path: Path) -> None:
    found = reading(tmp_path, {"README.md": POST, "LICENSE": "x", "_index.md": POST, "b.md": POST})

    assert ([post.slug for post in found.posts], codes(found)) == (["b"], [])


def test_a_readme_that_looks_like_a_post_is_told(tmp_path: Path) -> None:
    found = reading(tmp_path, {"license.md": "---\ntitle: T\n---\nText.", "b.md": POST})

    assert ([post.slug for post in found.posts], codes(found)) == (["b"], ["unread-file"])


def test_a_readme_alone_is_told_whatever_it_looks_like(tmp_path: Path) -> None:
    found = reading(tmp_path, {"README.md": POST, "LICENSE": "x", "_index.md": POST})

    assert [finding.where for finding in found.findings] == ["README.md"]
