"""The read-along page: text first, whole without scripts."""

import pytest
from lxml import etree, html

from formats import read_along, walk
from formats.model import Edition
from formats.offers import offers
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    RICH_MEDIA,
    edition,
    edition_of,
    heading,
    paragraph,
    rich_post,
)

POSTS = {**AWKWARD, "rich": rich_post(summary="About water.")}


def page(whole: Edition) -> etree._Element:
    """The page of an edition, as a browser without scripts reads it."""
    (file,) = read_along.render(whole)
    assert file.path == "index.html"
    return html.document_fromstring(file.data.decode())


@pytest.mark.parametrize("name", POSTS)
def test_every_unit_of_the_edition_stands_on_the_page_once_in_order(name: str) -> None:
    """Opening, post and closing: what is heard is seen."""
    whole = edition_of(POSTS[name], RICH_MEDIA)
    units = [unit.id for unit in walk.edition_units(whole)]
    ids = [found for e in page(whole).iter() if (found := e.get("id")) in set(units)]
    assert ids == units


def test_the_text_stands_before_the_player_and_its_data() -> None:
    """A screen reader has the post before anything that is about it."""
    tree = page(edition(paragraph("Sea."), heading(2, "Water"), paragraph("Salt.")))
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    order = [ids.index(name) for name in ("page-post", "end", "page-player", "page-cues")]
    assert order == sorted(order)


def test_what_stands_before_the_text_is_two_links_past_things_and_one_to_the_index() -> None:
    """The first to the text, the second to the player."""
    tree = page(edition(paragraph("Sea.")))
    text = tree.findall(".//article")[0]
    before = [a.get("href") for a in tree.iter("a") if a.getparent() not in text.iter()]
    assert before[:3] == ["#page-post", "#page-player", "../../index.html"]


def test_nothing_is_fetched_from_anywhere_else() -> None:
    """The page works from a folder, and no stranger learns who reads it."""
    tree = page(edition_of(POSTS["rich"], RICH_MEDIA))
    sources = [found for e in tree.iter() if (found := e.get("src"))]
    assert not [source for source in sources if "//" in source]
    assert {e.get("rel") for e in tree.iter("link")} == {"canonical", "alternate"}
    assert [e.get("src") for e in tree.findall(".//script[@src]")] == [
        "../../reader/settings.js",
        "../../reader/read_along.js",
    ]


def test_the_head_names_the_public_address_the_feed_and_what_the_post_is_about() -> None:
    """For search engines and podcast programs."""
    tree = page(edition_of(POSTS["rich"], RICH_MEDIA))
    links = {e.get("rel"): e.get("href") for e in tree.iter("link")}
    assert links["canonical"] == "https://example.org/posts/rich/index.html"
    assert links["alternate"] == "../../feed.xml"
    assert tree.findall(".//meta[@name='description']")[0].get("content") == "About water."


def test_the_other_formats_are_offered_by_what_they_are() -> None:
    """Every format that people use but this page."""
    tree = page(edition(paragraph("Sea.")))
    offered = [a.get("href") for a in tree.findall(".//ul[@class='offers']//a")]
    assert offered == [path for path in offers("a-post", PUBLICATION) if path != "index.html"]


def test_our_own_words_are_marked_as_english_in_a_post_that_is_not() -> None:
    """A screen reader must change its voice for them, and their direction is their own."""
    tree = page(edition_of(POSTS["right to left"]))
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    for name in ("player", "parts"):
        (ours,) = tree.xpath(f"//*[@id='page-{name}']") or [None]
        assert ours is None or (ours.get("lang"), ours.get("dir")) == ("en", "ltr")


def test_hostile_words_end_no_element() -> None:
    """A title that holds markup is words, in the head, the text and the script alike."""
    tree = page(edition_of(POSTS["hostile characters"]))
    assert [len(tree.findall(f".//{name}")) for name in ("script", "title", "style")] == [5, 1, 1]
    assert "<script>alert(1)</script>" in (tree.findall(".//title")[0].text or "")


def test_the_same_edition_gives_the_same_bytes() -> None:
    """Nothing in a page depends on when or where it was made."""
    first, second = (
        [file.data for file in read_along.render(edition_of(rich_post(), RICH_MEDIA))]
        for _ in range(2)
    )
    assert first == second
