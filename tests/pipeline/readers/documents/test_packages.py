"""A packed document is opened within bounds; what is wrong with it is an error with a remedy."""

from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers.documents.packages import Package, path_from
from pipeline.readers.shared.reading import File
from tests.pipeline.readers.documents.made import packed


def package(data: bytes) -> Package:
    return Package(File(Path(), Path("a.docx"), "a.docx", data))


def test_a_part_is_read_by_its_name_however_the_name_is_written() -> None:
    assert package(packed({"word\\a.xml": "x"})).read("word/a.xml") == b"x"


def test_a_part_that_unpacks_beyond_the_bound_is_refused() -> None:
    bomb = package(packed({"a": b" " * 70_000_000}))

    with pytest.raises(ReadError, match="too large") as caught:
        bomb.read("a")
    assert caught.value.remedy


def test_all_parts_together_have_a_bound_too() -> None:
    many = package(packed({f"a{n}": b" " * 50_000_000 for n in range(4)}))

    for name in ("a0", "a1", "a2"):
        many.read(name)
    with pytest.raises(ReadError, match="too large"):
        many.read("a3")


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        "<!DOCTYPE a [ <!ELEMENT a ANY> ]><a/>",
        "<a>",
        "",
        "<a>".encode("utf-16").decode("latin-1"),
    ],
)
def test_xml_that_is_broken_or_defines_anything_is_refused(xml: str) -> None:
    with pytest.raises(ReadError):
        package(packed({"a.xml": xml})).xml("a.xml")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", packed({"a": "b"})[:-30]])
def test_a_damaged_file_is_an_error_with_place_and_remedy(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        package(data).read("a")
    assert (caught.value.where, bool(caught.value.remedy)) == ("a.docx", True)


def test_a_part_that_is_missing_is_named() -> None:
    with pytest.raises(ReadError, match="“b”"):
        package(packed({"a": "x"})).read("b")


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("media/a.png", "word/media/a.png"),
        ("../a.png", "a.png"),
        ("/x/a%20b.png", "x/a b.png"),
        ("../../../etc/passwd", "etc/passwd"),
        ("https://a.org/b", ""),
        ("http://[", ""),
    ],
)
def test_an_address_leads_to_a_part_and_never_out_of_the_file(address: str, path: str) -> None:
    assert path_from("word/document.xml", address) == path


def test_a_part_without_a_name_is_passed_over() -> None:
    """Python asks for the last character of a name that has none."""
    nameless = packed({"a.xml": "<a/>"}).replace(b"a.xml", b"\0.xml")

    assert package(nameless).names == ()
