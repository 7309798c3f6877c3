"""A catalog lists the books and the sound that were written, and nothing else."""

from formats.opds.entries import entries, line
from tests.formats.builders import paragraph, post_of
from tests.formats.opds.catalogs import blog, offered

POST = post_of(paragraph("Sea."))


def test_a_post_without_a_book_or_sound_is_not_listed() -> None:
    assert entries(blog(offered(POST, "jpg"))) == []


def test_the_files_are_those_that_were_written() -> None:
    (entry,) = entries(blog(offered(POST, "mp3", "jpg")))

    assert [file.address for file in entry.files] == ["https://example.org/posts/a-post/a-post.mp3"]
    assert entry.image.address == "https://example.org/posts/a-post/cover.jpg"


def test_the_book_comes_before_the_sound() -> None:
    (entry,) = entries(blog(offered(POST, "mp3", "epub")))

    assert [file.mime for file in entry.files] == ["application/epub+zip", "audio/mpeg"]


def test_text_is_on_one_line_without_what_xml_forbids() -> None:
    assert line(" a\n b\x00\ud800 ") == "a b\ufffd\ufffd"
