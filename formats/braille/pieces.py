"""The blocks of a post as lines of cells, in pieces of lines that belong together.

Layout after an example that RNIB transcribed for eBraille: paragraphs begin in cell 3, headings
are centred or at the side (1-5, 3-1), quotations are 7-5, tables are told in paragraphs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from formats.braille.cells import centred, fill, rule
from formats.braille.transcriber import Transcriber
from formats.model import (
    Block,
    BrailleRun,
    CodeBlock,
    DefinitionList,
    Emphasis,
    Figure,
    Heading,
    Item,
    Listing,
    Notes,
    Paragraph,
    Passage,
    Quote,
    Row,
    Sentence,
    Sentences,
    Table,
    Text,
    ThematicBreak,
)
from formats.tables import column_headers

BULLET = "• "
_CENTRED, _SIDE = 2, 3  # levels of headings
_CODE_RUN_OVER = 4


@dataclass(frozen=True, slots=True)
class CellLines:
    """Lines that follow each other.

    `apart` asks for a blank line above, `with_next` that the next lines stand on the same page.
    `turn` is the printed page that begins here, `heading` the text of a heading, as cells, and
    `level` its level.
    """

    lines: tuple[str, ...]
    apart: bool = False
    with_next: bool = False
    turn: int = 0
    heading: str = ""
    level: int = 0


def pieces(blocks: Iterable[Block], by: Transcriber, base: int = 0) -> Iterator[CellLines]:
    """The pieces of blocks; `base` is how far they are indented, in cells."""
    for block in blocks:
        yield from _block(block, by, base)


def _block(block: Block, by: Transcriber, base: int) -> Iterator[CellLines]:  # noqa: C901 - a case for each kind
    match block:
        case Heading():
            yield from _heading(block, by)
        case Paragraph():
            yield from _text(block.sentences, by, base + 2, base)
        case Listing():
            yield from _apart(_listing(block, by, base, base + 2 * _depth(block)))
        case DefinitionList():
            yield from _definitions(block, by, base)
        case Quote():
            yield from _apart(pieces(block.blocks, by, base + 4))
        case Passage():
            yield from pieces(block.blocks, _foreign(by), base)
        case CodeBlock():
            yield from _code(block, by, base)
        case Figure():
            yield from _figure(block, by, base)
        case Table():
            yield from _table(block, by, base)
        case ThematicBreak():
            yield CellLines((rule("⠂", by.width, unified=by.code.unified),))
        case Notes():
            yield from _notes(block, by, base)
        case _:
            assert_never(block)


def _foreign(by: Transcriber) -> Transcriber:
    """The same code without contractions, for words in another language."""
    code = by.code

    def translate(runs: tuple[BrailleRun, ...]) -> str:
        return code.translate(tuple(replace(run, contracted=False) for run in runs))

    return replace(by, code=replace(code, translate=translate))


def _apart(inner: Iterable[CellLines]) -> Iterator[CellLines]:
    """Pieces with a blank line above the first of them."""
    for number, piece in enumerate(inner):
        yield piece if number else replace(piece, apart=True)


# --- running text and headings ----------------------------------------------------------


def _text(
    sentences: Sentences, by: Transcriber, first: int, rest: int, emphasis: Emphasis = Emphasis.NONE
) -> Iterator[CellLines]:
    """Sentences on lines, interrupted where a printed page begins."""
    start = first
    for turn, group in _turned(sentences, by):
        if turn:
            yield _turn(turn, by)
        lines: list[str] = []
        for line in by.lines(by.runs(group, emphasis)):
            lines += fill(line, by.width, start, rest)
            start = first
        if lines:
            yield CellLines(tuple(lines))
            start = rest


def _turned(sentences: Sentences, by: Transcriber) -> Iterator[tuple[int, Sentences]]:
    """Sentences in groups, each with the printed page that begins at it, or 0."""
    turn, group = 0, tuple[Sentence, ...]()
    for sentence in sentences:
        if sentence.id in by.turns:
            if group:
                yield turn, group
            turn, group = by.turns[sentence.id], ()
        group = (*group, sentence)
    if group:
        yield turn, group


def _turn(page: int, by: Transcriber) -> CellLines:
    """The line that tells of a new printed page: dot 5, a colon, and its number."""
    mark = ("⠐⠒" if by.code.unified else "⠤⠤") + by.plain(str(page))
    return CellLines(centred(mark, by.width), turn=page, with_next=True)


def _unit_turn(unit: str, by: Transcriber) -> Iterator[CellLines]:
    if unit in by.turns:
        yield _turn(by.turns[unit], by)


def _heading(heading: Heading, by: Transcriber) -> Iterator[CellLines]:
    for sentence in heading.sentences:
        yield from _unit_turn(sentence.id, by)
    runs = tuple(by.runs(heading.sentences))
    text = by.cells(runs)
    if not text:
        return
    if heading.level <= _CENTRED:
        lines = centred(text, by.width)
    elif heading.level == _SIDE:
        lines = fill(by.cells(_ended(runs)), by.width, 0, 4)
    else:
        emphasis = Emphasis.ITALIC if heading.level == _SIDE + 1 else Emphasis.NONE
        ended = _ended(tuple(by.runs(heading.sentences, emphasis)))
        lines = fill(by.cells(ended), by.width, 2, 0)
    apart = heading.level <= _SIDE
    yield CellLines(lines, apart=apart, with_next=True, heading=text, level=heading.level)


def _ended(runs: tuple[BrailleRun, ...]) -> tuple[BrailleRun, ...]:
    """The words of a heading at the side, which ends with a full stop."""
    words = "".join(run.text for run in runs).rstrip()
    return (*runs, BrailleRun(".")) if words and words[-1].isalnum() else runs


# --- lists ------------------------------------------------------------------------------


def _depth(listing: Listing) -> int:
    """How many lists are within each other, this one counted."""
    inner = [b for item in listing.items for b in item.blocks if isinstance(b, Listing)]
    return 1 + max(map(_depth, inner), default=0)


def _listing(listing: Listing, by: Transcriber, first: int, rest: int) -> Iterator[CellLines]:
    """Items from cell `first`, with all run-overs further in than the deepest list."""
    for number, item in enumerate(listing.items, listing.start):
        yield from _item(item, f"{number}. " if listing.ordered else BULLET, by, (first, rest))


def _item(item: Item, mark: str, by: Transcriber, at: tuple[int, int]) -> Iterator[CellLines]:
    first, rest = at
    head, *others = item.blocks or (Paragraph(()),)
    if not isinstance(head, Paragraph):
        head, others = Paragraph(()), list(item.blocks)
    yield from _text(_marked(head.sentences, mark), by, first, rest)
    for block in others:
        if isinstance(block, Listing):
            yield from _listing(block, by, first + 2, rest)
        elif isinstance(block, Paragraph):
            yield from _text(block.sentences, by, rest + 2, rest)
        else:
            yield from _block(block, by, rest)


def _marked(sentences: Sentences, mark: str) -> Sentences:
    """Sentences with a mark before the first."""
    if not sentences:
        return (Sentence("", (Text(mark.rstrip()),)),)
    first, *others = sentences
    return (replace(first, inlines=(Text(mark), *first.inlines)), *others)


def _definitions(definitions: DefinitionList, by: Transcriber, base: int) -> Iterator[CellLines]:
    for definition in definitions.definitions:
        for piece in _text(definition.term, by, base, base + 4):
            yield replace(piece, with_next=True)
        yield from pieces(definition.blocks, by, base + 2)


def _notes(notes: Notes, by: Transcriber, base: int) -> Iterator[CellLines]:
    heading = by.plain(by.ours.page.notes)
    yield CellLines(
        centred(heading, by.width), apart=True, with_next=True, heading=heading, level=_CENTRED
    )
    for note in notes.notes:
        yield from _item(Item(note.blocks), f"*{note.label} ", by, (base, base + 2))


# --- pictures, tables and program text --------------------------------------------------


def picture_note(figure: Figure, by: Transcriber) -> str:
    """What a transcriber says of a picture; "" of one that is decoration."""
    alt = figure.picture.alt
    if alt is None:
        return by.note(by.ours.undescribed)
    words = " ".join(alt.split())
    return by.note(by.ours.picture.format(words.rstrip("."))) if words else ""


def _figure(figure: Figure, by: Transcriber, base: int) -> Iterator[CellLines]:
    yield from _unit_turn(figure.id, by)
    note = picture_note(figure, by)
    if note:
        yield CellLines(fill(note, by.width, base + 2, base))
    yield from _text(figure.caption, by, base + 2, base)


def _table(table: Table, by: Transcriber, base: int) -> Iterator[CellLines]:
    """A table row by row, each cell after its column's header, and a line of dots 2 below it."""
    yield from (replace(p, with_next=True) for p in _text(table.caption, by, base + 2, base))
    note = fill(by.note(by.said.table), by.width, base + 2, base)
    yield CellLines(note, with_next=True)
    for row, headers in zip(table.rows, column_headers(table), strict=True):
        yield from _row(row, headers, by, base)
    yield CellLines((rule("⠂", by.width, unified=by.code.unified),))


def _row(row: Row, headers: tuple[str, ...], by: Transcriber, base: int) -> Iterator[CellLines]:
    for cell in row.cells:
        for sentence in cell.sentences:
            yield from _unit_turn(sentence.id, by)
    told: list[BrailleRun] = []
    for cell, header in zip(row.cells, headers, strict=True):
        runs = [run for run in by.runs(cell.sentences) if run.text]
        if runs:
            told += [BrailleRun("; ")] if told else []
            told += [BrailleRun(f"{header}: ")] if header else []
            told += [replace(run, text=run.text.replace("\n", " ")) for run in runs]
    if told:
        yield CellLines(fill(by.cells(told), by.width, base + 2, base))


def _code(code: CodeBlock, by: Transcriber, base: int) -> Iterator[CellLines]:
    """Program text, line by line, with run-overs four cells further in."""
    yield from _unit_turn(code.id, by)
    lines: list[str] = []
    for line in code.text.rstrip("\n").expandtabs(4).split("\n"):
        first = base + len(line) - len(line.lstrip())
        cells = by.plain(line.strip(), contracted=False)
        lines += fill(cells, by.width, first, first + _CODE_RUN_OVER) or ("",)
    yield CellLines(tuple(lines), apart=True)
    yield CellLines((rule("⠂", by.width, unified=by.code.unified),))
