"""The page of a draft: every sentence of the post, and no word that it should not change."""

import re

import pytest

from formats import walk
from formats.easy_read.wording import reworded
from formats.model import (
    Sentence,
)
from tests.formats.builders import (
    RICH_MEDIA,
    edition,
    edition_of,
    paragraph,
)
from tests.formats.easy_read.drafts import POSTS, page, words


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
