"""A folder is read whole: each post under a slug of its own, each failure alone."""

from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers import Defaults, read
from tests.pipeline.readers.reading import codes, reading

POST = "# Title\n\nText."


def test_one_file_is_read_alone(tmp_path: Path) -> None:
    reading(tmp_path, {"a.md": POST, "b.md": POST})
    assert [post.source for post in read(tmp_path / "b.md", Defaults()).posts] == ["b.md"]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"", "bad.md"),
        (b" \n\t\n", "bad.md"),
        (b"Text alone.", "bad.md"),
        (b"# Title alone", "bad.md"),
        (b"# T\n\nCaf\xe9.", "bad.md:3"),
        (b"\xff\xfe#\x00 \x00\x00", "bad.md:1"),
    ],
)
def test_a_post_that_can_not_be_read_fails_alone_with_place_and_remedy(
    tmp_path: Path, content: bytes, where: str
) -> None:
    found = reading(tmp_path, {"bad.md": content, "good.md": POST})
    assert [post.slug for post in found.posts] == ["good"]
    assert [error.where for error in found.errors] == [where]
    assert found.errors[0].remedy


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="it is not there"):
        read(tmp_path / "none", Defaults())


def test_a_kind_of_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    assert codes(reading(tmp_path, {"a.rst": "Title"})) == ["unread-file"]


@pytest.mark.parametrize(
    "name", ["lexicon.csv.txt", "Lexicon.CSV", "lexikon.csv", "words.xlsx", "old/lexicon.csv"]
)
def test_a_lexicon_by_another_name_is_told_and_is_no_post(tmp_path: Path, name: str) -> None:
    (tmp_path / "old").mkdir()
    found = reading(
        tmp_path, {name: "written,spoken\nUsk,Isk\n", "lexicon.csv": "written,spoken\n"}
    )

    assert codes(found) == ["unread-file"]
    assert not found.posts
    assert found.findings[0].where == name
