"""The card of a shared address has whole addresses and a picture with words, or is not there."""

import dataclasses
import re
from html import unescape

import pytest

from formats import read_along, site
from formats.model import Edition, Picture, Publication
from formats.share import blog_card, post_card
from tests.formats.builders import (
    HOSTILE,
    PUBLICATION,
    blog_of,
    edition,
    edition_of,
    paragraph,
    picture,
    post_of,
)

HERE = "https://example.org/posts/a-post/"
PREVIEW = dataclasses.replace(PUBLICATION, base_url="http://localhost:8000/")


def facts(markup: str) -> dict[str, str]:
    """What the elements say, by name."""
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"/>\n', markup)
    assert len(found) == markup.count("\n")
    return {name: unescape(value) for name, value in found}


def illustrated(*, width: int = 1200) -> Edition:
    """An edition whose post has a picture of its own."""
    name = "pictures/la mer.png"
    post = post_of(paragraph("Sea."), picture=Picture(name, "Sea"))
    return edition_of(post, (picture(name, width=width, height=630),))


def test_a_post_is_shown_with_its_own_picture_and_its_words() -> None:
    said = facts(post_card(illustrated()))

    assert said["og:image"] == f"{HERE}pictures/la%20mer.png"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"] == said["twitter:image:alt"] == "Sea"
    assert said["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("whole", [illustrated(width=120), edition(paragraph("Sea."))])
def test_a_post_without_a_picture_that_is_large_enough_is_shown_with_a_cover(
    whole: Edition,
) -> None:
    said = facts(post_card(whole))

    assert said["og:image"] == "https://example.org/cover.jpg"
    assert (said["twitter:card"], said["og:image:alt"]) == ("summary", "Cover of Tide & Time")


def test_the_cover_of_the_post_comes_before_that_of_the_blog() -> None:
    whole = dataclasses.replace(
        edition(paragraph("Sea.")), own_cover=picture("cover.jpg", width=1400, height=1400)
    )
    said = facts(post_card(whole))

    assert said["og:image"] == f"{HERE}cover.jpg"
    assert said["og:image:alt"] == "Cover of A post"


def test_a_card_says_what_where_and_when() -> None:
    said = facts(post_card(edition(paragraph("Sea."), tags=("salt",), summary="Blue.")))

    assert (said["og:type"], said["og:title"], said["og:description"]) == (
        "article",
        "A post",
        "Blue.",
    )
    assert (said["og:url"], said["og:audio"]) == (f"{HERE}index.html", f"{HERE}a-post.mp3")
    assert (said["og:locale"], said["article:tag"]) == ("en_GB", "salt")
    assert said["article:published_time"] == "2024-03-05T09:30:00+00:00"


def test_a_card_leads_to_the_first_place_of_a_post() -> None:
    there = edition(paragraph("Sea."), original="https://a.org/first")

    assert facts(post_card(there))["og:url"] == "https://a.org/first"


def test_a_blog_without_an_address_has_no_cards() -> None:
    whole = edition_of(post_of(paragraph("Sea.")), publication=PREVIEW)

    assert post_card(whole) == ""
    assert blog_card(PREVIEW) == ""


@pytest.mark.parametrize(("language", "locale"), [("cy", None), ("zh-Hant-TW", "zh_TW")])
def test_a_language_without_a_region_is_not_told(language: str, locale: str | None) -> None:
    said = facts(post_card(edition(paragraph("Sea."), language=language)))

    assert said.get("og:locale") == locale


def test_hostile_words_stay_inside_their_element() -> None:
    whole = edition(paragraph("Sea."), title=HOSTILE, summary=HOSTILE, tags=(HOSTILE,))

    assert "<script" not in post_card(whole)
    assert facts(post_card(whole))["og:title"].startswith("<&>\"' ]]>")


def test_the_pages_have_their_cards() -> None:
    whole = edition(paragraph("Sea."))
    (page,) = read_along.render(whole)
    index = next(iter(site.render_blog(blog_of(whole))))

    assert post_card(whole) in page.data.decode()
    assert blog_card(PUBLICATION) in index.data.decode()


def test_the_card_of_the_blog_has_its_cover() -> None:
    publication: Publication = PUBLICATION
    said = facts(blog_card(publication))

    assert (said["og:type"], said["og:url"]) == ("website", "https://example.org/")
    assert said["og:image"] == "https://example.org/cover.jpg"
