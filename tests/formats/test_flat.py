"""Running text as a row of pieces, and back."""

import pytest

from formats import walk
from formats.flat import flatten, nest
from formats.model import Link, Sentence, Style, Styled, Text
from tests.formats.builders import AWKWARD, rich_post

POSTS = {"rich": rich_post(), **AWKWARD}


@pytest.mark.parametrize("name", POSTS)
def test_a_run_that_was_laid_flat_comes_back_as_it_was(name: str) -> None:
    for unit in walk.units(POSTS[name].blocks):
        if isinstance(unit, Sentence):
            assert nest(flatten(unit.inlines)) == unit.inlines


def test_a_piece_keeps_what_it_stands_in_when_its_text_changes() -> None:
    bold = Styled(Style.STRONG, (Text("low"),))
    (piece,) = flatten((Link("https://example.org/", (bold,)),))

    assert nest([piece.with_text("high")]) == (
        Link("https://example.org/", (Styled(Style.STRONG, (Text("high"),)),)),
    )


def test_two_links_beside_each_other_stay_two() -> None:
    links = (Link("https://a.example/", (Text("a"),)), Link("https://a.example/", (Text("b"),)))

    assert nest(flatten(links)) == links
