"""docs/what-is-said.md is true: each kind of thing is in it, as it is said in full and in brief."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from formats import walk
from formats.model import (
    Abbreviation,
    Block,
    Break,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Foreign,
    Inline,
    Item,
    Link,
    Listing,
    Note,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Quote,
    Row,
    Sentence,
    Style,
    Styled,
    Table,
    Text,
    ThematicBreak,
)
from pipeline.lexicon import Lexicon
from pipeline.script import pauses
from pipeline.script.framing import Frame
from pipeline.script.normalise import spoken
from pipeline.script.script import script
from pipeline.script.tables import LARGEST
from tests.formats.builders import (
    Words,
    bullets,
    cell,
    heading,
    paragraph,
    post_of,
    sentence,
    sentences,
)

DOCUMENT = (Path(__file__).parents[1] / "docs" / "what-is-said.md").read_text("utf-8")


def line(*words: Words) -> Paragraph:
    return paragraph(sentence(*words))


def styled(style: Style, words: str) -> Styled:
    return Styled(style, (Text(words),))


STEPS = Listing(True, 1, (Item((paragraph("wash"),)), Item((paragraph("dry"),))))  # noqa: FBT003 - the model's own order
TIDES = Table(
    (),
    (
        Row((cell("Day", header=True), cell("Height", header=True))),
        Row((cell("Monday"), cell("low"))),
        Row((cell("Tuesday"), cell("high"))),
    ),
)
GAPS = Table((), (Row((cell("Monday"), cell(""), cell("windy"))),))

KINDS: Mapping[str, tuple[Block, ...]] = {
    "paragraph": (paragraph("The sea rose."),),
    "heading": (heading(2, "High water"),),
    "list": (bullets("sand", "salt"),),
    "numbered list": (STEPS,),
    "list of tasks": (bullets("[x] wash", "[ ] dry"),),
    "list inside a list": (bullets("sand", bullets("fine", "coarse")),),
    "terms and definitions": (
        DefinitionList((Definition(sentences("Ebb"), (paragraph("The tide goes out."),)),)),
    ),
    "quotation": (Quote((paragraph("Time and tide."),)),),
    "table": (TIDES,),
    "empty cell where no header is said": (GAPS,),
    "dash alone in a cell": (Table((), (Row((cell("Monday"), cell("–"))),)),),
    "picture": (Figure("", Picture("a.jpg", "A boat"), ()),),
    "picture with a caption": (Figure("", Picture("a.jpg", "A boat"), sentences("Our boat.")),),
    "picture with the same words as its caption": (
        Figure("", Picture("a.jpg", "Our boat"), sentences("Our boat.")),
    ),
    "picture with words of its caption": (
        Figure("", Picture("a.jpg", "Our boat"), sentences("Our boat in harbour.")),
    ),
    "decoration": (Figure("", Picture("a.jpg", ""), ()),),
    "picture without alternative text": (Figure("", Picture("a.jpg", None), ()),),
    "program text": (CodeBlock("", "a\nb", "python"),),
    "line between parts": (paragraph("Before."), ThematicBreak(), paragraph("After.")),
    "notes": (
        line("So it is.", NoteRef("n1", "1")),
        Notes((Note("n1", "1", (paragraph("A source."),)),)),
    ),
    "passage in another language": (Passage("fr", (paragraph("La mer."),)),),
    "phrase in another language": (line("They said ", Foreign("fr", (Text("la mer"),)), "."),),
    "link": (line("See ", Link("https://example.org/a", (Text("the map"),)), "."),),
    "link that shows its address": (
        line("See ", Link("https://example.org/a", (Text("example.org/a"),)), "."),
    ),
    "link that shows an address cut short": (
        line("See ", Link("https://example.org/a/b", (Text("www.example.org/a…"),)), "."),
    ),
    "video, sound, or part of another page": (
        line(Link("https://example.org/v", (Text("Video: A talk"),))),
    ),
    "short form with its meaning, first time": (
        line("Ask the ", Abbreviation("NHS", "National Health Service"), "."),
    ),
    "deleted words": (line("We are ", styled(Style.DELETED, "five"), " boats."),),
    "inserted words": (line("We are ", styled(Style.INSERTED, "six"), " boats."),),
    "raised number": (line("It is 10", styled(Style.SUPERSCRIPT, "6"), "."),),
    "raised number after a word": (line("So it is.", styled(Style.SUPERSCRIPT, "3"), " It was."),),
    "lowered letters": (line("H", styled(Style.SUBSCRIPT, "2"), "O."),),
    "stress, marks, keys, quoted words": (
        line(
            *(styled(s, f"{s} ") for s in (Style.EMPHASIS, Style.STRONG, Style.MARK)),
            styled(Style.QUOTATION, "q "),
            styled(Style.KEYBOARD, "kbd"),
        ),
    ),
    "program text in a sentence": (line("Type ", Code("make publish"), "."),),
    "signs alone": (line("Type ", Code("{}"), "."),),
    "formula in TeX": (line("So ", Code(r"$$\frac{a}{b} = c^2$$"), "."),),
    "picture in a sentence": (line("The boat ", Picture("a.jpg", "A boat"), " is in."),),
    "new line inside a paragraph": (line("1 Quay Street", Break(), "Ryde"),),
    "emoji alone": (paragraph("🎉"),),
}


LEFT_OUT = {"a", "frac", "org", "example", "www"}


def rows(heading: str) -> dict[str, list[str]]:
    """The rows of the table under a heading: the cells by what stands in the first."""
    part = DOCUMENT.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    cells = [
        [cell.strip() for cell in row.strip("|").split("|")]
        for row in part.splitlines()
        if row.startswith("|")
    ]
    return {first: rest for first, *rest in cells[2:]}


def said(blocks: tuple[Block, ...], detail: str) -> str:
    parts = script(post_of(*blocks), Frame(), Lexicon(), detail)
    return " / ".join(line.text for part in parts for line in part.lines)


def in_words(text: str) -> list[str]:
    """Each line as it is said: the document keeps the figures, which are easier to read."""
    return [spoken(line, "en-GB") for line in text.split(" / ")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("detail", "column"), [("full", 0), ("brief", 1)])
def test_each_kind_is_said_as_the_document_shows(kind: str, detail: str, column: int) -> None:
    assert in_words(rows("What is said")[kind][column]) == in_words(said(KINDS[kind], detail))


def test_the_document_has_no_kind_that_is_not_tried() -> None:
    assert rows("What is said").keys() == KINDS.keys()


def test_every_kind_of_block_inline_and_style_is_in_the_document() -> None:
    blocks = list(walk.blocks(block for found in KINDS.values() for block in found))
    inlines = list(walk.block_inlines(blocks))
    styles = {inline.style for inline in inlines if isinstance(inline, Styled)}
    assert {type(block) for block in blocks} == set(get_args(Block))
    assert {type(inline) for inline in inlines} | {Picture} == set(get_args(Inline))
    assert styles == set(Style)


def test_the_document_has_each_pause_as_it_is() -> None:
    table = {
        name.lower().replace("_", " "): value
        for name, value in vars(pauses).items()
        if name.isupper()
    }
    shown = {name: int(cells[0]) for name, cells in rows("Pauses").items()}
    assert shown == table


def test_the_document_has_the_size_of_a_large_table() -> None:
    assert re.findall(r"more than (\d+) cells", DOCUMENT) == [str(LARGEST)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("detail", ["full", "brief"])
def test_no_word_of_the_author_is_left_out_however_brief(kind: str, detail: str) -> None:
    units = walk.units(KINDS[kind])
    shown = " ".join(walk.plain(u.inlines) for u in units if isinstance(u, Sentence))
    heard = said(KINDS[kind], detail)
    left_out = (
        LEFT_OUT if "address" in kind or "TeX" in kind else {"x"} if "task" in kind else set()
    )
    missing = [word for word in re.findall(r"[^\W\d_]+", shown) if word not in heard]
    assert [word for word in missing if word not in left_out] == []
