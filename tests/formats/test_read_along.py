"""The read-along page: whole without scripts, its cues those of the narration."""

import json

import pytest
from lxml import etree, html

from formats import read_along, walk
from formats.clock import milliseconds
from formats.model import Edition, Note, Notes
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


def cues(tree: etree._Element) -> list[list[str | int]]:
    """What the script is told of the narration."""
    (element,) = tree.findall(".//script[@id='page-cues']")
    told: list[list[str | int]] = json.loads(element.text or "")
    return told


@pytest.mark.parametrize("name", POSTS)
def test_every_unit_of_the_edition_stands_on_the_page_once_in_order(name: str) -> None:
    """Opening, post and closing: what is heard is seen."""
    whole = edition_of(POSTS[name], RICH_MEDIA)
    units = [unit.id for unit in walk.edition_units(whole)]
    ids = [found for e in page(whole).iter() if (found := e.get("id")) in set(units)]
    assert ids == units


@pytest.mark.parametrize("name", POSTS)
def test_the_script_has_every_cue_in_milliseconds(name: str) -> None:
    """The same cues as the transcript's, and none that has no place on the page."""
    whole = edition_of(POSTS[name], RICH_MEDIA)
    rate = whole.narration.rate
    assert cues(page(whole)) == [[c.id, milliseconds(c.begin, rate)] for c in whole.narration.cues]


def test_without_scripts_there_is_the_browsers_own_player_and_no_dead_control() -> None:
    """The controls that need the script are hidden until it runs."""
    tree = page(edition(paragraph("Sea.")))
    (audio,) = tree.iter("audio")
    assert (audio.get("src"), audio.get("preload")) == ("a-post.mp3", "metadata")
    assert "controls" in audio.attrib
    assert "hidden" in tree.findall(".//div[@id='page-controls']")[0].attrib


def test_nothing_is_fetched_from_anywhere_else() -> None:
    """The page works from a folder, and no stranger learns who reads it."""
    tree = page(edition_of(POSTS["rich"], RICH_MEDIA))
    sources = [found for e in tree.iter() if (found := e.get("src"))]
    assert not [source for source in sources if "//" in source]
    assert {e.get("rel") for e in tree.iter("link")} == {"canonical", "alternate"}
    assert [e.get("src") for e in tree.findall(".//script[@src]")] == ["../../reader/read_along.js"]


def test_the_head_names_the_public_address_the_feed_and_what_the_post_is_about() -> None:
    """For search engines and podcast programs."""
    tree = page(edition_of(POSTS["rich"], RICH_MEDIA))
    links = {e.get("rel"): e.get("href") for e in tree.iter("link")}
    assert links["canonical"] == "https://example.org/posts/rich/index.html"
    assert links["alternate"] == "../../feed.xml"
    assert tree.findall(".//meta[@name='description']")[0].get("content") == "About water."


def test_a_chapter_that_we_name_is_marked_in_the_language_of_our_words() -> None:
    notes = Notes((Note("n1", "1", (paragraph("Huomautus."),)),))
    whole = edition(heading(2, "Meri"), notes, language="fi")
    shown = page(whole).findall(".//details[@class='chapters']//a/span[@lang]")
    assert [(e.text, e.get("lang")) for e in shown[1:]] == [("Meri", "fi"), ("Notes", "en")]


def test_chapters_are_links_into_the_text_with_their_times() -> None:
    """Without the script they still lead to their headings."""
    tree = page(edition(paragraph("Sea."), heading(2, "Water"), paragraph("Salt.")))
    links = tree.findall(".//details[@class='chapters']//a")
    assert [(a.get("href"), " ".join("".join(map(str, a.itertext())).split())) for a in links] == [
        ("#title", "A post 0:00"),
        ("#s2", "Water 0:03"),
    ]


def test_a_post_of_one_part_has_no_list_of_parts() -> None:
    """A list of one is noise."""
    assert not page(edition(paragraph("Sea."))).findall(".//details")


def test_the_other_formats_are_offered_by_what_they_are() -> None:
    """Every format that people use but this page."""
    tree = page(edition(paragraph("Sea.")))
    offered = [a.get("href") for a in tree.findall(".//ul[@class='offers']//a")]
    assert offered == [path for path in offers("a-post", PUBLICATION) if path != "index.html"]


def test_our_own_words_are_marked_as_english_in_a_post_that_is_not() -> None:
    """A screen reader must change its voice for them, and their direction is their own."""
    tree = page(edition_of(POSTS["right to left"]))
    (player,) = tree.findall(".//section[@class='player']")
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    assert (player.get("lang"), player.get("dir")) == ("en", "ltr")


def test_hostile_words_end_no_element() -> None:
    """A title that holds markup is words, in the head, the text and the script alike."""
    tree = page(edition_of(POSTS["hostile characters"]))
    assert [len(tree.findall(f".//{name}")) for name in ("script", "title", "style")] == [2, 1, 1]
    assert "<script>alert(1)</script>" in (tree.findall(".//title")[0].text or "")


def test_the_same_edition_gives_the_same_bytes() -> None:
    """Nothing in a page depends on when or where it was made."""
    first, second = (
        [file.data for file in read_along.render(edition_of(rich_post(), RICH_MEDIA))]
        for _ in range(2)
    )
    assert first == second
