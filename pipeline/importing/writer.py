"""Blocks → Markdown that is read again as the same blocks.

Each block is written in the usual form of Markdown. The whole is then read as a post would be,
and what was read otherwise (a list in a list of another kind, a table with joined cells) is
written as HTML, in which every block can be said.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from formats.model import (
    Block,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Inline,
    Item,
    Listing,
    Note,
    Notes,
    Paragraph,
    Passage,
    Quote,
    Sentences,
    Table,
    ThematicBreak,
)
from pipeline.importing import elements
from pipeline.importing.running_text import line, running

_TRIES = 4  # readings in search of single blocks: each takes as long as reading a post
_TAB = 4  # columns: Markdown turns tabs into spaces, in program text too
_LANGUAGE = re.compile(r"[\w+#.-]+")
# Blocks that hardly anything around them can change.
_PLAIN = (Heading, Paragraph, ThematicBreak)

_SEPARATE = "<!-- -->\n\n"

Reread = Callable[[str], tuple[Block, ...]]
"""From the Markdown of a text to its blocks, as the reader of Markdown finds them."""


def write(blocks: Sequence[Block], reread: Reread) -> str:
    """The Markdown of some blocks, ending in a line end; as HTML what Markdown can't say."""
    wanted = tuple(map(_untabbed, blocks))
    as_html: frozenset[int] = frozenset()
    for _ in range(_TRIES):
        written = _written(wanted, as_html)
        wrong = _differing(wanted, reread(written)) - as_html
        if not wrong:
            return written
        as_html |= wrong
    plain = frozenset(n for n, block in enumerate(wanted) if isinstance(block, _PLAIN))
    written = _written(wanted, frozenset(range(len(wanted))) - plain)
    if reread(written) == wanted:
        return written
    return _written(wanted, frozenset(range(len(wanted))))


def _untabbed(block: Block) -> Block:
    if isinstance(block, CodeBlock):
        return replace(block, text=block.text.expandtabs(_TAB))
    return block


def _differing(wanted: Sequence[Block], found: Sequence[Block]) -> frozenset[int]:
    """The blocks that were read otherwise.

    Where their number differs, only the first, and the one before it, which may have taken it in.
    """
    pairs = enumerate(zip_longest(wanted, found))
    wrong = [n for n, (one, other) in pairs if one != other]
    if len(wanted) != len(found):
        wrong = [n for first in wrong[:1] for n in (first - 1, first)]
    return frozenset(n for n in wrong if 0 <= n < len(wanted))


def _written(blocks: Sequence[Block], as_html: frozenset[int]) -> str:
    last = len(blocks) - 1
    marks = not (last in as_html and isinstance(blocks[last], Notes))
    return (
        "".join(
            f"{_apart(blocks[n - 1] if n else None, block)}"
            f"{elements.block(block) if n in as_html else _block(block, marks=marks)}\n\n"
            for n, block in enumerate(blocks)
        ).rstrip("\n")
        + "\n"
    )


def _apart(before: Block | None, block: Block) -> str:
    """A comment between two blocks that would otherwise be one."""
    alike = type(before) is type(block) and isinstance(block, Listing | Quote | DefinitionList)
    return _SEPARATE if alike else ""


def _blocks(blocks: Sequence[Block], *, marks: bool) -> str:
    pairs = zip((None, *blocks), blocks, strict=False)
    return "\n\n".join(_apart(before, b) + _block(b, marks=marks) for before, b in pairs)


def _block(block: Block, *, marks: bool) -> str:
    match block:
        case Heading():
            words = running(_run(block.sentences), marks=marks)
            # A row of "#" at the end belongs to the sign of a heading.
            written = f"{'#' * block.level} " + re.sub("#(?=#*$)", r"\\#", words)
        case Paragraph():
            written = line(_run(block.sentences), marks=marks)
        case CodeBlock():
            written = _code(block)
        case Figure():
            plain = running((block.picture,), marks=marks)
            written = elements.block(block) if block.caption else plain
        case Table():
            written = _table(block, marks=marks) or elements.block(block)
        case ThematicBreak():
            written = "---"
        case Listing() | DefinitionList() | Quote() | Passage() | Notes():
            written = _container(block, marks=marks)
        case _:
            assert_never(block)
    return written


def _container(block: Listing | DefinitionList | Quote | Passage | Notes, *, marks: bool) -> str:
    match block:
        case Listing():
            return _listing(block, marks=marks)
        case DefinitionList():
            return "\n\n".join(_definition(d, marks=marks) for d in block.definitions)
        case Quote():
            return _prefixed(_blocks(block.blocks, marks=marks), "> ", "> ")
        case Passage():
            inner = _blocks(block.blocks, marks=marks)
            return f'<div lang="{block.language}" markdown="1">\n\n{inner}\n\n</div>'
        case Notes():
            return "\n\n".join(_note(note, marks=marks) for note in block.notes)
        case _:
            assert_never(block)


def _run(sentences: Sentences) -> list[Inline]:
    return [inline for sentence in sentences for inline in sentence.inlines]


def _prefixed(written: str, first: str, others: str) -> str:
    """Lines with a prefix, another before the first; empty lines have no blanks at their end."""
    head, *rest = written.split("\n")
    return "\n".join([first + head, *((others + row).rstrip() for row in rest)])


def _listing(listing: Listing, *, marks: bool) -> str:
    """Entries one below the other; those of several paragraphs have empty lines between them."""
    loose = any(not _is_short(item) for item in listing.items)
    signs = (f"{listing.start + n}. " if listing.ordered else "- " for n in range(2**31))
    entries = (
        _prefixed(_item(item, marks=marks), sign, " " * max(4, len(sign)))
        for item, sign in zip(listing.items, signs, strict=False)
    )
    return ("\n\n" if loose else "\n").join(entries)


def _is_short(item: Item) -> bool:
    first, rest = item.blocks[:1], item.blocks[1:]
    return all(isinstance(b, Paragraph) for b in first) and all(
        isinstance(b, Listing) for b in rest
    )


def _item(item: Item, *, marks: bool) -> str:
    if _is_short(item) and len(item.blocks) <= 2:
        return "\n".join(_block(block, marks=marks) for block in item.blocks)
    return _blocks(item.blocks, marks=marks)


def _definition(definition: Definition, *, marks: bool) -> str:
    term = line(_run(definition.term), marks=marks)
    return f"{term}\n" + _prefixed(_blocks(definition.blocks, marks=marks), ":   ", "    ")


def _note(note: Note, *, marks: bool) -> str:
    inner = _blocks(note.blocks, marks=marks)
    return _prefixed(inner, f"[^{elements.number(note.id)}]: ", "    ")


def _code(code: CodeBlock) -> str:
    if code.language and not _LANGUAGE.fullmatch(code.language):
        return elements.block(code)
    longest = max(map(len, re.findall("`+", code.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{code.language}\n{code.text}\n{fence}"


# --- tables -----------------------------------------------------------------------------


def _table(table: Table, *, marks: bool) -> str:
    """A table with a row of headers and no joined cells, or "" for any other."""
    head, *rest = table.rows
    regular = all(len(row.cells) == len(head.cells) for row in rest)
    cells = [cell for row in table.rows for cell in row.cells]
    simple = all(cell.columns == cell.rows == 1 for cell in cells) and not table.caption
    headed = all(c.header for c in head.cells) and not any(c.header for r in rest for c in r.cells)
    if not (regular and simple and headed and rest):
        return ""
    rows = [_cells(row.cells, marks=marks) for row in table.rows]
    rows.insert(1, "| " + " | ".join("---" for _ in head.cells) + " |")
    return "\n".join(rows)


def _cells(cells: Iterable[Cell], *, marks: bool) -> str:
    words = [running(_run(cell.sentences), marks=marks) for cell in cells]
    return "| " + " | ".join(words) + " |"
