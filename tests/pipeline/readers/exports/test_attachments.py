"""The attachments of a site give pictures their words, by number or by address in any size."""

import pytest

from pipeline.readers.exports.attachments import Library
from pipeline.readers.exports.wxr import parse
from tests.pipeline.readers.exports.wordpress_files import export, picture

_URL = "https://example.org/wp-content/uploads/2024/05/lock.jpg"


def library(*beside: str) -> Library:
    """The attachments of a site with a picture and a sound."""
    items = (
        picture("7", _URL, "A lock", "The top lock"),
        picture("8", "https://example.org/wp-content/uploads/a.mp3"),
    )
    return Library(parse(export(*items).encode()).items, lambda path: path in beside)


@pytest.mark.parametrize(
    "src",
    [
        _URL,
        "http://www.example.org/wp-content/uploads/2024/05/lock-300x200.jpg",
        "https://example.org/wp-content/uploads/2024/05/lock-scaled.jpg?w=300",
        "https://i0.wp.com/example.org/wp-content/uploads/2024/05/lock.jpg?resize=3,2",
    ],
)
def test_an_alternative_text_is_found_by_the_address_in_any_size(src: str) -> None:
    assert library().alternative(src) == "A lock"


@pytest.mark.parametrize("src", ["https://example.org/other.jpg", "http://[bad", ""])
def test_another_address_has_none(src: str) -> None:
    assert library().alternative(src) == ""


def test_an_alternative_text_is_found_by_number() -> None:
    assert library().alternative("x.jpg", ["7"]) == "A lock"


def test_a_picture_is_shown_with_its_words() -> None:
    one = library().numbered("7")

    assert one is not None
    assert library().figure(one) == (
        f'<figure><img src="{_URL}" alt="A lock"><figcaption>The top lock</figcaption></figure>'
    )


def test_what_was_uploaded_to_a_post_is_a_picture_or_a_sound() -> None:
    found = library().of_post("1")

    assert [(one.is_picture, one.is_sound) for one in found] == [(True, False), (False, True)]
    assert library().of_post("") == []


@pytest.mark.parametrize("folder", ["wp-content/uploads", "uploads"])
@pytest.mark.parametrize("size", ["", "-300x200"])
def test_a_picture_whose_file_lies_beside_the_export_is_shown_from_there(
    folder: str, size: str
) -> None:
    path = f"{folder}/2024/05/lock.jpg"

    assert library(path).local(_URL.replace(".jpg", f"{size}.jpg")) == path


def test_a_picture_without_a_file_keeps_its_address() -> None:
    assert library().local(_URL) == _URL
