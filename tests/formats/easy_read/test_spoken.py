"""An easy-read text as a post of its own, which is narrated and made a book of."""

from formats import walk
from formats.easy_read.spoken import as_post
from formats.model import (
    DefinitionList,
    EasyPart,
    Figure,
    Foreign,
    Heading,
    Listing,
    Sentence,
    Text,
)
from tests.formats.builders import post_of
from tests.formats.easy_read.texts import ICON, row, signed, text

FULL = signed(
    text(
        main_points=(row("The tide rises.", 1),),
        parts=(
            EasyPart(Sentence("e2", (Text("Boats"),)), (row("We need:", 3, "paint", "nails"),)),
            EasyPart(None, (row("The tide falls.", 4, picture=True),)),
        ),
        meanings=(("tide", "The sea moving."),),
        media=(ICON,),
    )
)


def test_every_unit_has_the_id_that_it_has_on_the_page_once_and_in_order() -> None:
    units = [unit.id for unit in walk.units(as_post(post_of(), FULL).blocks)]
    assert units == [
        *("points", "e1", "e1-m1", "whole", "e2", "e3", "e3-2", "e3-3"),
        *("e4-p", "e4", "words", "w1", "w1-m"),
    ]


def test_it_has_a_name_of_its_own_and_is_called_easy_read() -> None:
    post = as_post(post_of(slug="tide"), FULL)
    assert (post.slug, post.title) == ("tide-easy-read", "Easy Read: The tide")


def test_a_hard_word_is_explained_after_the_sentence_in_which_it_is_first_heard() -> None:
    said = [
        walk.plain(u.inlines)
        for u in walk.units(as_post(post_of(), FULL).blocks)
        if isinstance(u, Sentence)
    ]
    assert said[1:3] == ["The tide rises.", "Tide means: The sea moving."]
    assert sum(words.startswith("Tide means") for words in said) == 1


def test_a_list_is_a_list_and_a_picture_stands_before_its_words() -> None:
    blocks = as_post(post_of(), FULL).blocks
    assert any(isinstance(block, Listing) for block in blocks)
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Figure))
    assert [unit.id for unit in walk.units(blocks[at + 1 : at + 2])] == ["e4"]
    assert isinstance(blocks[-1], DefinitionList)


def test_headings_of_the_text_are_below_ours_where_there_are_main_points() -> None:
    headings = [b for b in as_post(post_of(), FULL).blocks if isinstance(b, Heading)]
    assert [block.level for block in headings] == [2, 2, 3, 2]
    plain = signed(text(parts=FULL.parts))
    assert [b.level for b in as_post(post_of(), plain).blocks if isinstance(b, Heading)] == [2]


def test_our_words_are_marked_where_they_are_in_another_language() -> None:
    first = next(iter(walk.units(as_post(post_of(language="fi"), FULL).blocks)))
    assert isinstance(first, Sentence)
    assert first.inlines == (Foreign("en", (Text("The main points"),)),)
