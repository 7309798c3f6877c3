"""The e-mail edition: what clients keep, and what a reader finds first."""

import re
from dataclasses import replace

import pytest
from lxml import html

from formats import mail
from formats.model import Edition, Post
from formats.registry import FORMATS
from tests.formats.builders import (
    PUBLICATION,
    RICH_MEDIA,
    edition_of,
    heading,
    paragraph,
    picture,
    post_of,
    rich_post,
)

RICH = edition_of(rich_post(), RICH_MEDIA)
FOLDER = f"https://example.org/posts/{RICH.post.slug}/"


def made(whole: Edition = RICH) -> tuple[bytes, str]:
    """The page and the text."""
    page, text = mail.render(whole)
    assert (page.path, text.path) == ("email.html", "email.txt")
    return page.data, text.data.decode()


def elements(page: bytes) -> list[html.HtmlElement]:
    """All elements of a page, in order."""
    return list(html.document_fromstring(page).iter("*"))


def long_post(paragraphs: int = 1500) -> Post:
    """A post that is far too long for an e-mail."""
    words = "The sea was as calm as it had been on the day before, and grey."
    return post_of(heading(2, "Begin"), *(paragraph(f"{n}. {words}") for n in range(paragraphs)))


def test_the_ways_to_read_come_before_the_post_in_page_and_text() -> None:
    page, text = made()
    words = page.decode()

    for written in (words, text):
        assert 0 < written.index(f"{FOLDER}{RICH.post.slug}.mp3") < written.index("came in at")
        assert f"{FOLDER}large-print.pdf" in written


def test_every_address_is_absolute() -> None:
    page, _ = made()
    found = [e.get(n) for e in elements(page) for n in ("href", "src") if e.get(n)]

    assert found
    assert not [a for a in found if not re.match(r"https?://|mailto:", str(a))]


def test_styles_stand_on_the_elements_and_nothing_needs_what_clients_drop() -> None:
    page, _ = made()
    tags = {str(e.tag) for e in elements(page)}

    assert not tags & {"style", "script", "form", "iframe", "audio", "video"}
    assert all(e.get("style") for e in elements(page) if e.tag in ("h2", "td", "th", "img", "pre"))


def test_no_colour_is_set_so_that_readers_keep_their_own() -> None:
    page, _ = made()

    assert not re.search(r"color|background|#[0-9a-f]{3}", " ".join(_styles(page)))


def _styles(page: bytes) -> list[str]:
    return [str(e.get("style")) for e in elements(page) if e.get("style")]


def test_pictures_have_their_words_and_fit_outlook() -> None:
    wide = edition_of(rich_post(), (picture("pictures/harbour.jpg", width=2000), *RICH_MEDIA[1:]))
    images = [e for e in elements(made(wide)[0]) if e.tag == "img"]

    assert images
    assert all(e.get("alt") is not None for e in images)
    assert all(0 < int(str(e.get("width"))) <= 600 for e in images)


def test_nothing_tells_who_has_opened_it() -> None:
    """Every picture is one of the post's own, and no address carries anything along."""
    page, _ = made()
    sources = {str(e.get("src")) for e in elements(page) if e.get("src")}

    assert sources <= {f"{FOLDER}{media.path}" for media in RICH_MEDIA}


def test_the_language_is_said_even_where_a_client_drops_the_head() -> None:
    page, _ = made(edition_of(replace(rich_post(), language="ar")))
    main = html.document_fromstring(page).find(".//main")

    assert main is not None
    assert (main.get("lang"), main.get("dir")) == ("ar", "rtl")


def test_a_note_leads_to_its_place_on_the_page() -> None:
    page, _ = made()

    assert f'href="{FOLDER}index.html#n1"'.encode() in page
    assert b"doc-backlink" not in page


def test_a_long_post_is_cut_before_gmail_cuts_it_and_says_where_it_goes_on() -> None:
    page, text = made(edition_of(long_post()))

    assert 90_000 < len(page) <= 100_000
    assert page.count(b"Read the rest on the web page") == 1
    assert page.index(b'index.html">Read the rest') > page.index(b"100. The sea")
    assert b"1499. The sea" not in page
    assert "1499. The sea" in text


def test_a_post_of_one_block_that_is_too_long_still_has_its_ways() -> None:
    whole = edition_of(post_of(paragraph("Grey sea. " * 12_000)))
    page, _ = made(whole)

    assert len(page) <= 100_000
    assert b"a-post.mp3" in page
    assert b"Read the rest" in page


def test_a_short_post_is_whole() -> None:
    assert b"Read the rest" not in made()[0]


def test_a_draft_is_no_way_to_read() -> None:
    assert PUBLICATION.makes("easy-read-draft")
    assert b"simpler.html" not in made()[0]


def test_what_is_not_made_is_no_way_to_read() -> None:
    without = replace(PUBLICATION, formats=tuple(row for row in FORMATS if row.name == "mp3"))
    page, text = made(edition_of(rich_post(), RICH_MEDIA, without))

    assert b".epub" not in page
    assert ".epub" not in text


@pytest.mark.parametrize("title", ["</title><script>x</script>", '"><img src=x onerror=y>', "a\0b"])
def test_a_hostile_title_is_only_words(title: str) -> None:
    page, _ = made(edition_of(post_of(paragraph("Text."), title=title)))

    assert not [e for e in elements(page) if e.tag in ("script", "img")]
