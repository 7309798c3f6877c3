"""Markup says every word of a post once, in order, well formed and safe."""

import pytest

from formats import walk
from formats.markup import Dialect, blocks_html, inlines_html
from formats.model import (
    NoteRef,
    Picture,
    Row,
    Sentence,
    Table,
)
from tests.formats.builders import (
    HOSTILE,
    cell,
    paragraph,
    rich_post,
)
from tests.formats.markup.pages import (
    BOOK,
    HARBOUR,
    NO_PICTURES,
    POSTS,
    WEB,
    one,
    parsed,
    web,
    words,
)


@pytest.mark.parametrize("name", POSTS)
@pytest.mark.parametrize("dialect", [WEB, BOOK, NO_PICTURES])
def test_every_unit_stands_once_in_order_under_its_id(name: str, dialect: Dialect) -> None:
    """What is heard and what is shown are the same units in the same order."""
    post = POSTS[name]
    units = [unit.id for unit in walk.units(post.blocks)]
    tree = parsed(blocks_html(post.blocks, dialect))
    shown = [found for e in tree.iter() if (found := e.get("id")) and found.startswith("s")]
    assert shown == units


@pytest.mark.parametrize("name", POSTS)
def test_the_words_of_every_sentence_are_shown_to_the_letter(name: str) -> None:
    """The text of a sentence's element is its text, with a note's mark after it."""
    tree = parsed(blocks_html(POSTS[name].blocks, BOOK))
    for unit in walk.units(POSTS[name].blocks):
        if isinstance(unit, Sentence) and not _has_marks(unit):
            element = one(tree, f".//*[@id='{unit.id}']")
            assert words(element) == walk.plain(unit.inlines).replace("\n", "")


def _has_marks(unit: Sentence) -> bool:
    return any(isinstance(i, NoteRef | Picture) for i in walk.inlines(unit.inlines))


def test_hostile_text_stays_text() -> None:
    """No markup comes out of a post's words."""
    tree = parsed(web(paragraph(HOSTILE)))
    assert not tree.findall(".//script")


def test_a_quotation_mark_ends_no_attribute() -> None:
    tree = parsed(inlines_html((Picture(HARBOUR, 'The "Sea" & <us>'),), WEB))
    assert one(tree, "img").get("alt") == 'The "Sea" & <us>'


def test_epub_types_are_for_books_alone() -> None:
    """`epub:type` is no attribute of HTML."""
    assert "epub:type" not in blocks_html(rich_post().blocks, WEB)
    assert 'epub:type="noteref"' in blocks_html(rich_post().blocks, BOOK)


def test_what_we_add_is_in_the_language_of_the_post() -> None:
    """A missing picture, a picture without a description, a table, notes and the way back."""
    french = Dialect(xhtml=False, pictures=frozenset({HARBOUR}), language="fr")
    missing = inlines_html((Picture("gone.jpg", "Un bateau"),), french)
    table = blocks_html((Table((), (Row((cell("a"),)),)),), french)
    notes = blocks_html(rich_post().blocks, french)
    assert "Image\u00a0: Un bateau (l’image elle-même n’est pas ici)" in missing
    assert 'alt="Image sans description"' in inlines_html((Picture(HARBOUR, None),), french)
    assert 'aria-label="Tableau"' in table
    assert 'aria-label="Notes"' in notes
    assert 'aria-label="Retour au texte, note 1"' in notes


def test_what_we_add_is_marked_as_english_where_the_language_has_no_words() -> None:
    """The author's own words stay in their language, and need none of ours before them."""
    finnish = Dialect(xhtml=True, pictures=frozenset({HARBOUR}), language="fi")
    english = ' lang="en" xml:lang="en" dir="ltr"'
    missing = inlines_html((Picture("gone.jpg", "Vene"),), finnish)
    undescribed = inlines_html((Picture("gone.jpg", None),), finnish)
    assert f">Vene <span{english}>(the picture itself is not here)</span>" in missing
    assert f"<span{english}>Picture without a description</span>" in undescribed
    assert english in inlines_html((Picture(HARBOUR, None),), finnish)
