"""A folder is read whole: each post under a slug of its own, each failure alone."""

from pathlib import Path

import pytest

from pipeline.errors import ReadError
from pipeline.readers import Defaults, defaults, read
from pipeline.settings import FILE, parse
from tests.pipeline.readers.exports import wordpress_files
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
    said = 'language = "cy"\nauthor = "Ann"\noriginal = "https://a.org/{slug}"\n'
    said += "[reading]\npages = true\n[dates]\nwalk = 2020-01-02\n"
    chosen = defaults(parse(said.encode(), FILE))

    assert (chosen.language, chosen.author) == ("cy", "Ann")
    assert (chosen.pages, chosen.dollars) == (True, False)
    assert [*chosen.dates] == ["walk"]
    assert chosen.original == "https://a.org/{slug}"


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


KNOWN = {
    "feed.xml": "<rss><channel><link>https://a.org/</link><item><title>A</title>"
    "<link>https://a.org/walk</link><description>Text.</description></item></channel></rss>",
    "guid.xml": "<rss><channel><item><title>A</title><guid>https://a.org/walk</guid>"
    "<description>Text.</description></item></channel></rss>",
    "feed.json": '{"version": "https://jsonfeed.org/version/1", "items": '
    '[{"url": "https://a.org/walk", "title": "A", "content_text": "Text."}]}',
    "export.xml": wordpress_files.export(wordpress_files.item(link="https://a.org/walk")),
    "served.json": '[{"type": "post", "link": "https://a.org/walk", "title": {"rendered": "A"}, '
    '"content": {"rendered": "<p>Text.</p>"}}]',
    "blogger.json": '{"kind": "blogger#post", "url": "https://a.org/walk", "title": "A", '
    '"content": "<p>Text.</p>"}',
    "ghost.json": '{"posts": [{"uuid": "1", "title": "A", "slug": "walk", "html": "<p>Text.</p>", '
    '"url": "https://a.org/walk"}]}',
    "2020-01-02_A-0123456789ab.html": '<article class="h-entry"><h1 class="p-name">A</h1>'
    '<p class="p-summary">S</p><section class="e-content"><p class="graf">Text.</p></section>'
    '<footer><a class="p-canonical" href="https://a.org/walk">x</a></footer></article>',
    "page.html": '<html><head><title>A</title><link rel="canonical" href="https://a.org/walk">'
    "</head><body><article><h1>A</h1><p>Text.</p></article></body></html>",
    "saved.html": "<html><!-- saved from url=(0018)https://a.org/walk --><head><title>A</title>"
    "</head><body><article><h1>A</h1><p>Text.</p></article></body></html>",
    "a.md": "---\ntitle: A\noriginal: https://a.org/walk\n---\n\nText.",
    "b.md": "---\ntitle: A\ncanonical_url: https://a.org/walk\n---\n\nText.",
}


@pytest.mark.parametrize("name", KNOWN)
def test_every_reader_that_is_told_where_a_post_first_appeared_keeps_it(
    tmp_path: Path, name: str
) -> None:
    found = reading(tmp_path, {name: KNOWN[name]})

    assert [post.original for post in found.posts] == ["https://a.org/walk"]
