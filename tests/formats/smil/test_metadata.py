"""What a book says of itself."""

import dataclasses
from datetime import UTC, datetime

from formats.epub import render_blog
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    RICH_MEDIA,
    blog_of,
    edition,
    edition_of,
    rich_post,
)
from tests.formats.epub.books import Book, book_of, trained

DESCRIBED = {
    "title": ["Salt & <Light>"],
    "language": ["en-GB"],
    "creator": ["Ada Shore"],
    "publisher": ["Tide & Time"],
    "description": ["Salt."],
    "subject": ["sea", "light"],
    "rights": ["CC BY 4.0"],
    "source": ["https://example.org/posts/rich/"],
    "date": ["2024-03-05T09:30:00+00:00"],
}


def test_a_book_is_described() -> None:
    book = book_of(edition_of(rich_post(summary="Salt."), RICH_MEDIA))

    assert {name: book.said(name) for name in DESCRIBED} == DESCRIBED


def test_a_book_names_its_voice_and_its_language() -> None:
    book = book_of(edition())

    assert book.metas("media:narrator") == {"": "a test voice"}
    assert book.package.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"


def test_programs_are_told_how_the_sound_of_a_book_was_made() -> None:
    """By IPTC's word for it; and nothing where nobody knows."""
    whole = edition(slug="sea")
    source = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"

    assert book_of(trained(whole)).metas("iptc:digitalSourceType") == {"#sound-sea": source}
    assert book_of(whole).metas("iptc:digitalSourceType") == {}


def test_what_nobody_said_is_not_written() -> None:
    nobody = dataclasses.replace(PUBLICATION, author="", licence="")

    book = book_of(edition_of(AWKWARD["nobody, never"], (), nobody))

    absent = ("creator", "rights", "date", "description", "subject")
    assert [book.said(name) for name in absent] == [[]] * 5


def test_a_post_without_authors_is_the_publications() -> None:
    assert book_of(edition_of(AWKWARD["nobody, never"])).said("creator") == ["Ada Shore"]


def test_the_identifier_follows_the_slug_and_not_the_title() -> None:
    first, renamed, other = (
        book_of(edition(**fields)).said("identifier")
        for fields in ({"title": "A"}, {"title": "B"}, {"slug": "other"})
    )

    assert first == renamed
    assert first != other
    assert first[0].startswith("urn:uuid:")


def test_the_date_of_change_comes_from_the_post() -> None:
    changed = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)

    assert book_of(edition()).metas("dcterms:modified") == {"": "2024-03-05T09:30:00Z"}
    assert book_of(edition(updated=changed)).metas("dcterms:modified") == {
        "": "2025-01-02T03:04:05Z"
    }


def test_the_blog_changed_when_its_latest_post_did() -> None:
    later = datetime(2025, 1, 2, tzinfo=UTC)
    (file,) = render_blog(blog_of(edition(), edition(slug="b", updated=later)))

    assert Book(file).metas("dcterms:modified") == {"": "2025-01-02T00:00:00Z"}
