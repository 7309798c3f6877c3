"""What is written as Markdown is read again as the same blocks, with each word in its place."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats import walk
from formats.model import (
    Block,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Item,
    Listing,
    Note,
    NoteRef,
    Notes,
    Passage,
    Picture,
    Quote,
    Row,
    Sentence,
    Table,
    ThematicBreak,
)
from pipeline.importing import elements
from pipeline.importing.writer import write
from tests.formats.builders import bullets, cell, heading, paragraph, sentence
from tests.pipeline.importing.strategies import bodies, rereader

EMPTY = Path(__file__).parent / "no-pictures-here"
REREAD = rereader(EMPTY)
# In a note, a run of these alone is what is left of the link back to its mark, and goes.
_ARROWS = {ord(sign): None for sign in "[]()^"}


def _letters(blocks: tuple[Block, ...]) -> str:
    """Every character that is shown, in order, without white space."""
    shown = []
    for unit in walk.units(blocks):
        match unit:
            case Sentence():
                shown.append(walk.plain(unit.inlines))
            case Figure():
                shown.append(unit.picture.alt or "")
            case CodeBlock():
                shown.append(unit.text)
    return "".join("".join(shown).split())


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(bodies)
def test_any_post_is_read_again_as_it_was_written(raw: tuple[Block, ...]) -> None:
    blocks = REREAD(elements.blocks(raw))  # as a reader makes them

    written = write(blocks, REREAD)

    assert REREAD(written) == blocks
    assert _letters(blocks).translate(_ARROWS) == _letters(raw).translate(_ARROWS)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12))
def test_no_sign_in_a_paragraph_is_taken_for_markdown(signs: str) -> None:
    blocks = (paragraph(signs), paragraph(f"a {signs} b"), bullets(signs))

    assert REREAD(write(blocks, REREAD)) == blocks


def _table(*rows: tuple[Cell, ...]) -> Table:
    return Table((), tuple(map(Row, rows)))


HEADED = _table(
    (cell("Lock", header=True), cell("Boats", header=True)), (cell("First"), cell("7 | 8"))
)
NOTED = (
    paragraph(sentence("It rained", NoteRef("n1", "1"), ".")),
    Notes((Note("n1", "1", (paragraph("All night."), paragraph("And on."))),)),
)

USUAL: dict[str, tuple[tuple[Block, ...], str]] = {
    "heading": ((heading(2, "1. Locks #"),), "## 1. Locks \\#\n"),
    "list": ((bullets("a", "b"),), "- a\n- b\n"),
    "numbers": (
        (
            Listing(
                ordered=True,
                start=7,
                items=(Item((paragraph("a"),)), Item((paragraph("b"), bullets("c")))),
            ),
        ),
        "7. a\n8. b\n    - c\n",
    ),
    "long entry": (
        (Listing(ordered=False, start=1, items=(Item((paragraph("a"), paragraph("b"))),)),),
        "- a\n\n    b\n",
    ),
    "quotation": ((Quote((paragraph("a"), paragraph("b"))),), "> a\n>\n> b\n"),
    "terms": (
        (DefinitionList((Definition((sentence("Lock"),), (paragraph("A gate."),)),)),),
        "Lock\n:   A gate.\n",
    ),
    "passage": (
        (Passage("cy", (paragraph("Bore da."),)),),
        '<div lang="cy" markdown="1">\n\nBore da.\n\n</div>\n',
    ),
    "program": ((CodeBlock("", "a\n\n  b", "python"),), "```python\na\n\n  b\n```\n"),
    "fence": ((CodeBlock("", "```", ""),), "````\n```\n````\n"),
    "rule": ((paragraph("a"), ThematicBreak()), "a\n\n---\n"),
    "table": ((HEADED,), "| Lock | Boats |\n| --- | --- |\n| First | 7 &#124; 8 |\n"),
    "picture": ((Figure("", Picture("a.png", "A lock"), ()),), "![A lock](a.png)\n"),
    "notes": (NOTED, "It rained[^1].\n\n[^1]: All night.\n\n    And on.\n"),
    "two lists": ((bullets("a"), bullets("b")), "- a\n\n<!-- -->\n\n- b\n"),
}


@pytest.mark.parametrize("kind", USUAL)
def test_each_kind_of_block_has_the_usual_form_of_markdown(kind: str) -> None:
    blocks, written = USUAL[kind]

    assert write(blocks, REREAD) == written
    assert REREAD(written) == blocks


@pytest.mark.parametrize(
    "block",
    [
        _table((cell("a", columns=2),), (cell("b"), cell("c"))),
        _table((cell("a", header=True), cell("b"))),
        Table((sentence("Boats"),), HEADED.rows),
        Figure("", Picture("a.png", "A lock"), (sentence("The first lock"),)),
        Listing(ordered=False, start=1, items=(Item((ThematicBreak(),)),)),
    ],
)
def test_what_markdown_can_not_say_is_html(block: Block) -> None:
    blocks = (paragraph("before"), block, paragraph("after"))

    written = write(blocks, REREAD)

    assert written.startswith("before\n\n<")
    assert written.endswith(">\n\nafter\n")
    assert REREAD(written) == blocks


def test_tabs_in_program_text_become_spaces_as_markdown_has_it() -> None:
    assert write((CodeBlock("", "a:\n\tb", ""),), REREAD) == "```\na:\n    b\n```\n"


def test_a_tag_of_a_site_generator_in_program_text_is_kept_in_an_entry_too() -> None:
    blocks = (
        Listing(
            ordered=False, start=1, items=(Item((paragraph("a"), CodeBlock("", "{{ x }}", ""))),)
        ),
    )

    assert REREAD(write(blocks, REREAD)) == blocks


def test_if_the_notes_are_html_their_marks_lead_to_them() -> None:
    notes = Notes((Note("n1", "1", (HEADED,)),))
    blocks = (NOTED[0], notes)

    assert REREAD(write(blocks, REREAD)) == blocks
