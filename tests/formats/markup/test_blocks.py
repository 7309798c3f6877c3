"""Blocks as markup: lists, notes, code and figures."""

from formats.markup import blocks_html
from formats.model import (
    CodeBlock,
    Figure,
    Item,
    Listing,
    Note,
    Notes,
    Picture,
    Post,
    Table,
)
from tests.formats.builders import (
    paragraph,
    post_of,
    rich_post,
)
from tests.formats.markup.pages import HARBOUR, WEB, one, parsed, web, words


def test_a_list_goes_on_from_its_first_number() -> None:
    """A numbered list that was cut in two keeps its numbers."""
    for start, shown in ((4, '<ol start="4">'), (0, '<ol start="0">'), (1, "<ol>")):
        listing = Listing(ordered=True, start=start, items=(Item((paragraph("four"),)),))
        assert web(listing).startswith(shown)


def test_a_note_and_its_mark_lead_to_each_other() -> None:
    """There and back by links, with the roles that assistive technology knows."""
    tree = parsed(blocks_html(rich_post().blocks, WEB))
    mark = one(tree, ".//a[@role='doc-noteref']")
    back = one(tree, ".//a[@role='doc-backlink']")
    ids = {element.get("id") for element in tree.iter()}
    assert mark.get("href") == "#n1"
    assert {"n1", str(back.get("href")).removeprefix("#")} <= ids


def test_a_note_keeps_its_own_number_or_mark() -> None:
    """Notes numbered from 7, or marked with a dagger, stay so."""
    notes = Notes((Note("n1", "7", (paragraph("a"),)), Note("n2", "†", (paragraph("b"),))))
    written = web(paragraph("x"), notes)
    assert '<li id="n1" value="7">' in written
    assert "<p>†</p>" in written


def test_code_keeps_every_character_and_can_be_reached_to_scroll() -> None:
    """Leading lines and spaces are part of a program."""
    code = CodeBlock("s1", "\n  if a < b:\n", "python")
    element = parsed(blocks_html((code,), WEB))[0]
    assert (words(element), element.get("tabindex")) == (code.text, "0")


def test_a_figure_has_the_id_of_what_is_said_of_its_picture() -> None:
    """The picture lights up while it is described."""
    written = blocks_html((Figure("s1", Picture(HARBOUR, "A boat"), ()),), WEB)
    assert written == f'<figure id="s1">\n<img src="{HARBOUR}" alt="A boat"/>\n</figure>'


def test_a_block_that_holds_nothing_is_not_written() -> None:
    """An empty list of terms is no valid HTML."""
    post: Post = post_of(Table((), ()), Listing(ordered=False, start=1, items=()))
    assert blocks_html(post.blocks, WEB) == ""
