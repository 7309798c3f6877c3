"""White space in running text is as a browser shows it."""

from pathlib import Path

import pytest

from formats.model import (
    Break,
    Inline,
    NoteRef,
    Paragraph,
    Picture,
    Style,
    Styled,
    Text,
)
from formats.walk import text
from pipeline.readers.html.white_space import tidy, worth_keeping
from tests.pipeline.readers.reading import markdown_blocks


def test_white_space_is_collapsed_over_marks_and_the_soft_hyphen_is_gone(tmp_path: Path) -> None:
    (block,) = markdown_blocks(tmp_path, "a  \t*b*   c\nd\u00ade f\u200cg\u00a0h\x07")
    assert isinstance(block, Paragraph)
    assert text(block.sentences) == "a b c de f\u200cg\u00a0h"


A, SPACE = Text("a"), Text(" ")


@pytest.mark.parametrize(
    ("run", "tidied"),
    [
        ((SPACE, A, SPACE), (A,)),
        ((Text("a "), Text(" b")), (Text("a b"),)),
        ((Break(), A, Break(), Break(), A, Break()), (A, Break(), A)),
        ((Text("a "), Break(), Text(" b")), (A, Break(), Text("b"))),
        ((Text("a "), NoteRef("n1", "1"), Text(" b")), (A, NoteRef("n1", "1"), Text(" b"))),
        ((SPACE, Break()), ()),
    ],
)
def test_space_is_single_and_never_at_an_end_or_a_break(
    run: tuple[Inline, ...], tidied: tuple[Inline, ...]
) -> None:
    assert tidy(run) == tidied


def test_space_belongs_to_the_mark_it_began_in() -> None:
    bold = Styled(Style.STRONG, (Text("a "),))

    assert tidy((bold, Text(" b"))) == (bold, Text("b"))


@pytest.mark.parametrize("inline", [A, Picture("x.png", None), NoteRef("n1", "1")])
def test_a_character_a_picture_or_a_note_is_worth_keeping(inline: Inline) -> None:
    assert worth_keeping((SPACE, Styled(Style.STRONG, (inline,))))
    assert not worth_keeping((SPACE, Break()))
