"""Which files may be posts, and how their text is decoded."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers import Defaults, read
from pipeline.readers.shared.files import beginning, decode, walk
from pipeline.readers.shared.reading import File
from tests.pipeline.readers.reading import codes, only_post, reading

POST = "# Title\n\nText."


def test_folders_are_read_whole_and_in_order_without_what_is_not_a_post(tmp_path: Path) -> None:
    names = ["b.md", "a/c.md", "a/index.md", "2020-01-02-d.markdown", "README.md", "LICENSE.txt",
             ".hidden.md", ".git/x.md", "pictures/x.md", "_index.md", "data.json"]  # fmt: skip
    found = reading(tmp_path, {**dict.fromkeys(names, POST), "publication.toml": "title = 1"})
    assert [(p.slug, p.source) for p in found.posts] == [
        ("d", "2020-01-02-d.markdown"),
        ("c", "a/c.md"),
        ("a", "a/index.md"),
        ("b", "b.md"),
    ]
    assert found.posts[0].published == datetime(2020, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    post = only_post(reading(tmp_path, {"a.md": "# Café\r\n\r\nText.".encode(encoding)}))
    assert post.title == "Café"


def decoded(data: bytes) -> str:
    """The text of a file of these bytes."""
    return decode(File(Path(), Path("a.md"), "a.md", data)).text


@pytest.mark.parametrize(
    ("data", "where", "reason"),
    [
        (b"%PDF-1.7", "a.md", "a PDF"),
        (b"PK\x03\x04", "a.md", "a Word document or a packed file"),
        (b" \n", "a.md", "nothing in this file"),
        (b"a\n\x01\xff", "a.md:2", "byte 2 of the file is 0x01"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, where: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        decoded(data)
    assert (caught.value.where, bool(caught.value.remedy)) == (where, True)


def test_line_ends_of_any_system_are_plain_ones() -> None:
    assert decoded(b"a\r\nb\rc\n") == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (b"\xef\xbb\xbfA", "A"),
        ("A".encode("utf-16"), "A"),
        ("<p>a".encode("utf-16-le"), "<p>a"),
        (b"A\xc3", "A\ufffd"),
        (b"", ""),
    ],
)
def test_the_beginning_of_a_file_is_text_as_far_as_it_is_text(head: bytes, text: str) -> None:
    assert beginning(head) == text


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(POST)

    assert list(walk(tmp_path / "README.md")) == [tmp_path / "README.md"]
    assert only_post(read(tmp_path / "README.md", Defaults())).slug == "readme"


def test_a_folder_that_can_not_be_opened_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="it is not there"):
        list(walk(tmp_path / "none"))


def test_an_encoding_that_was_guessed_is_told_with_the_post(tmp_path: Path) -> None:
    posts = {"a.md": "# Café\n\nÇa.", "b.html": "<h1>Été</h1><p>Ça.", "c.txt": "Été\n\nÇa va."}
    found = reading(tmp_path, {name: text.encode("cp1252") for name, text in posts.items()})
    assert sorted(post.title for post in found.posts) == ["Café", "Été", "Été"]
    assert codes(found) == ["encoding"] * 3
