"""What a draft says of itself, first and last on its page."""

import dataclasses

import pytest

from formats.easy_read.about import banner, draft_of, what_was_done
from formats.words import words as words_of
from tests.formats.builders import (
    PUBLICATION,
    RICH_MEDIA,
    edition,
    edition_of,
    paragraph,
    post_of,
)
from tests.formats.easy_read.drafts import POSTS, page, words


@pytest.mark.parametrize("name", POSTS)
def test_it_says_first_that_it_is_a_draft_and_never_that_it_is_easy_read(name: str) -> None:
    """Only what people have checked may be called Easy Read."""
    whole = page(edition_of(POSTS[name], RICH_MEDIA))
    ours = words_of(POSTS[name].language)
    main = whole.findall(".//main")[0]
    assert words(main).startswith(f"{ours.easy_read.is_draft} {ours.easy_read.computer}")
    assert ours.page.simpler in words(whole.findall(".//title")[0])
    assert words(whole.findall(".//h1")[0]).startswith(ours.easy_read.label)
    assert "easy read" not in words(whole).lower()


def test_the_banner_is_in_sentences_of_ten_words_or_fewer() -> None:
    """The warning itself must be easy."""
    whole = page(edition(paragraph("Sea.")))
    banner = whole.findall(".//section[@class='banner']")[0]
    lines = [words(p) for p in banner.findall("p")]
    assert all(len(line.split()) <= 11 for line in lines)
    assert f"mailto:{PUBLICATION.email}" in [a.get("href") for a in banner.iter("a")]


def test_without_an_address_nobody_is_named_to_ask() -> None:
    silent = dataclasses.replace(PUBLICATION, email="")
    draft = draft_of(edition_of(post_of(), publication=silent))

    assert "mailto:" not in banner(draft)
    assert "index.html" in banner(draft)
    assert "mailto:" not in what_was_done(draft, "")


def test_what_was_changed_is_said_only_where_words_were() -> None:
    english, french = (draft_of(edition_of(post_of(language=tag))) for tag in ("en-US", "fr"))

    assert (english.changes, french.changes) == (True, False)
    assert "number words" in what_was_done(english, "")
    assert "number words" not in what_was_done(french, "")
