"""What is offered of a post, in words."""

import dataclasses
import re

import pytest

from formats.model import FileCard
from formats.offers import in_detail, in_words, offers, own_cover, section, word
from formats.registry import FORMATS
from formats.words import LANGUAGES, words
from tests.formats.builders import PUBLICATION, edition_of, episode_of, post_of

OFFERS = [offer for row in FORMATS for offer in row.offers]
LISTEN = next(offer for offer in OFFERS if offer.heard)
LARGE = next(offer for offer in OFFERS if offer.points == 18)
PAGE = next(offer for offer in OFFERS if offer.path == "simpler.html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_offers_of_a_post_are_called_the_same(language: str) -> None:
    said = [in_words(offer, LANGUAGES[language]) for offer in OFFERS]

    assert len(set(said)) == len(said)


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.path)
def test_a_kind_of_file_is_a_name_or_is_put_in_the_words_of_the_language(offer: object) -> None:
    """A name begins with a capital; whatever else stands there is the name of some words."""
    kind = str(getattr(offer, "kind", ""))

    assert kind[0].isupper() or word(kind, words("fr"))


def test_an_offer_says_what_it_is_in_the_language() -> None:
    assert in_words(LISTEN, words("en")) == "Listen (MP3)"
    assert in_words(LARGE, words("en")) == "Large print (PDF, 18 point)"
    assert in_words(LARGE, words("de")) == "Großdruck (PDF, 18 Punkt)"
    assert in_words(LARGE, words("fi")) == "Large print (PDF, 18 point)"


def test_what_is_downloaded_says_its_size_and_what_is_heard_its_length() -> None:
    def detail(path: str, offer: object) -> str:
        assert offer in OFFERS
        card = FileCard(path, "x/y", 120_000, "")
        (found,) = [o for o in OFFERS if o == offer]
        return in_detail(found, card, 420_000, words("en")).replace("\u00a0", " ")

    assert detail("posts/a/a.mp3", LISTEN) == "Listen (MP3, 7 minutes, 120 kB)"
    assert detail("posts/a/large-print.pdf", LARGE) == "Large print (PDF, 18 point, 120 kB)"
    assert detail("posts/a/simpler.html", PAGE) == "Simpler version (draft) (web page)"


def test_only_what_is_made_is_offered_and_no_page_offers_itself() -> None:
    made = tuple(row for row in FORMATS if row.name in {"mp3", "read-along", "text"})
    publication = dataclasses.replace(PUBLICATION, formats=made)

    assert list(offers("tide", publication)) == ["index.html", "tide.mp3", "tide.txt"]
    written = section(edition_of(post_of(slug="tide"), (), publication), "index.html", "More")
    assert re.findall('href="([^"]+)"', written) == ["tide.mp3", "tide.txt"]


def test_a_posts_cover_is_found_among_its_files_and_is_not_its_picture() -> None:
    episode = episode_of(edition_of(post_of(slug="tide")))
    cover = FileCard("posts/tide/cover.jpg", "image/jpeg", 9, "")
    picture = FileCard("posts/tide/pictures/cover.jpg", "image/jpeg", 9, "")

    assert own_cover(dataclasses.replace(episode, files=(picture, cover))) is cover
    assert own_cover(dataclasses.replace(episode, files=(picture,))) is None
