"""A folder is read whole: each post under a slug of its own, each failure alone."""

from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers import Defaults, defaults, read
from pipeline.settings import FILE, parse
from tests.pipeline.readers.reading import reading

POST = "# Title\n\nText."


def test_one_file_is_read_alone(tmp_path: Path) -> None:
    reading(tmp_path, {"a.md": POST, "b.md": POST})
    assert [post.source for post in read(tmp_path / "b.md", Defaults()).posts] == ["b.md"]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"", "bad.md"),
        (b" \n\t\n", "bad.md"),
        (b"# Title alone", "bad.md"),
        (b"# T\n\nCaf\x01\xe9.", "bad.md:3"),
        (b"\xff\xfe#\x00 \x00\x00", "bad.md"),
    ],
)
def test_a_post_that_can_not_be_read_fails_alone_with_place_and_remedy(
    tmp_path: Path, content: bytes, where: str
) -> None:
    found = reading(tmp_path, {"bad.md": content, "good.md": POST})
    assert [post.slug for post in found.posts] == ["good"]
    assert [error.where for error in found.errors] == [where]
    assert found.errors[0].remedy


def test_the_settings_say_how_posts_are_read() -> None:
    said = 'language = "cy"\nauthor = "Ann"\n[reading]\npages = true\n[dates]\nwalk = 2020-01-02\n'
    chosen = defaults(parse(said.encode(), FILE))

    assert (chosen.language, chosen.author) == ("cy", "Ann")
    assert (chosen.pages, chosen.dollars) == (True, False)
    assert [*chosen.dates] == ["walk"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="it is not there"):
        read(tmp_path / "none", Defaults())


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04", "a packed folder"),
        (b"PK\x03\x04\0\0word/document.xml", "a Word document"),
        (b"\x89PNG\r\n", "a picture"),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_a_post_that_is_no_text_at_all_is_an_error_that_says_what_it_is(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    found = reading(tmp_path, {name: content, "good.md": "# T\n\nText."})

    assert [post.slug for post in found.posts] == ["good"]
    (error,) = found.errors
    assert isinstance(error, ReadError)
    assert (error.where, bool(error.remedy)) == (name, True)
    assert kind in error.message


def test_advice_that_a_reader_has_given_itself_is_not_given_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A walk\n\nWe saw IMG_20410 ducks on the canal today.\n")
    (tmp_path / "b.md").write_text("# A walk\n\nWe saw IMG_20410 ducks on the canal today.\n")

    told = [f.where for f in read(tmp_path, Defaults()).findings if f.code == "odd-words"]

    assert told == ["a.txt:3", "b.md"]
