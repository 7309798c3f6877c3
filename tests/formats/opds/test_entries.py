"""A catalog lists the books and the sound that were written, and nothing else."""

from formats.opds import listed
from formats.opds.entries import CatalogEntry, entry_of, line
from tests.formats.builders import paragraph, post_of
from tests.formats.opds.catalogs import blog, offered

POST = post_of(paragraph("Sea."))


def entry(*kinds: str) -> CatalogEntry:
    """The entry of a post with files of these kinds."""
    (episode,) = (whole := blog(offered(POST, *kinds))).episodes
    return entry_of(episode, whole.publication)


def test_a_post_without_a_book_or_sound_is_not_listed() -> None:
    assert entry("jpg").files == ()
    assert listed(blog(offered(POST, "jpg"))) == []


def test_the_files_are_those_that_were_written() -> None:
    made = entry("mp3", "jpg")

    assert [file.address for file in made.files] == ["https://example.org/posts/a-post/a-post.mp3"]
    assert made.image.address == "https://example.org/posts/a-post/cover.jpg"


def test_the_book_comes_before_the_sound() -> None:
    assert [file.mime for file in entry("mp3", "epub").files] == [
        "application/epub+zip",
        "audio/mpeg",
    ]


def test_text_is_on_one_line_without_what_xml_forbids() -> None:
    assert line(" a\n b\x00\ud800 ") == "a b\ufffd\ufffd"
