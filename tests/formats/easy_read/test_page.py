"""The page of a draft: what it says of itself, and its rows."""

import re

import pytest

from formats import walk
from formats.easy_read.wording import reworded
from formats.model import (
    CodeBlock,
    Figure,
    Picture,
    Sentence,
)
from formats.words import words as words_of
from tests.formats.builders import (
    PUBLICATION,
    RICH_MEDIA,
    edition,
    edition_of,
    paragraph,
)
from tests.formats.easy_read.drafts import POSTS, body, page, words


@pytest.mark.parametrize("name", POSTS)
def test_every_unit_keeps_its_id_once_and_in_order(name: str) -> None:
    """A reader can go from a row to the same sentence in any other edition."""
    post = POSTS[name]
    whole = page(edition_of(post, RICH_MEDIA))
    ids = [
        found for e in whole.iter() if (found := e.get("id", "")) and re.fullmatch(r"s\d+", found)
    ]
    assert ids == [unit.id for unit in walk.units(post.blocks)]


@pytest.mark.parametrize("name", POSTS)
def test_no_number_name_or_negation_is_lost(name: str) -> None:
    """What was changed is undone in neither sense: every plain word of the post is still there."""
    post = POSTS[name]
    shown = words(page(edition_of(post, RICH_MEDIA)))
    for unit in walk.units(post.blocks):
        if isinstance(unit, Sentence):
            kept = reworded(walk.plain(unit.inlines)) if post.language == "en-GB" else ""
            for word in re.findall(r"[A-Z]\w+|\d+|\bnot\b", kept):
                assert word in shown


def test_a_negation_is_never_lost_in_rewording() -> None:
    """The negative is there whether it is written short or in full."""
    written = "I can't, won't, don't, didn't, shan't and never will; no one isn't."
    assert len(re.findall(r"not\b|n't|never|\bno\b", reworded(written))) == 8


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


def test_each_sentence_has_a_row_with_a_picture_or_its_empty_place() -> None:
    """The picture stands before the words; an empty place is shown and not read out."""
    rows = body(paragraph("Sea.", "Sand.")).findall("div")
    assert [words(row[1]) for row in rows] == ["Sea.", "Sand."]
    assert [row[0].get("aria-hidden") for row in rows] == ["true", "true"]


def test_a_picture_of_the_post_stands_beside_what_it_shows() -> None:
    """What the words say beside it is not said again by the picture."""
    figure = Figure("", Picture("pictures/harbour.jpg", "The harbour"), ())
    (row,) = page(edition_of(edition(figure).post, RICH_MEDIA)).findall(".//div[@id='s1']")
    assert [img.get("alt") for img in row.iter("img")] == [""]
    assert words(row) == "The harbour"


def test_program_text_is_kept_to_the_character() -> None:
    """Nothing in a program is a number word."""
    shown = body(CodeBlock("", "two = don't\n", ""))
    assert "".join(map(str, shown.findall(".//pre")[0].itertext())) == "two = don't\n"


def test_in_another_language_only_the_layout_changes_and_the_page_says_so() -> None:
    """English rules would spoil it."""
    whole = page(edition(paragraph("Le policy two."), language="fr"))
    assert words(whole.findall(".//p[@id='s1']")[0]) == "Le policy two."
    assert "Les mots ne sont pas plus simples." in words(whole)
    assert whole.findall(".//section[@class='banner']")[0].get("lang") is None
    finnish = page(edition(paragraph("Meri."), language="fi"))
    assert "The words are not simpler. Only the layout is." in words(finnish)
    assert finnish.findall(".//section[@class='banner']")[0].get("lang") == "en"


def test_search_engines_are_asked_to_leave_a_draft_alone() -> None:
    """Who looks for the post should find what its author wrote."""
    (robots,) = page(edition(paragraph("Sea."))).findall(".//meta[@name='robots']")
    assert robots.get("content") == "noindex"
