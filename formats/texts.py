"""A post as plain text, for any program, braille display or printer.

Structure is shown by what a screen reader can read: blank lines, underlines, numbers and
dashes. Lines are not wrapped, because each device wraps them itself.
"""

import re
from collections.abc import Iterable
from typing import assert_never

from formats import walk
from formats.model import (
    Block,
    Cell,
    CodeBlock,
    DefinitionList,
    Edition,
    Figure,
    Foreign,
    Heading,
    Inline,
    Link,
    Listing,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Quote,
    Sentences,
    Style,
    Styled,
    Table,
    ThematicBreak,
)
from formats.tables import column_headers

# Except tab and line feed, control characters do not belong in a text for people.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_UNDERLINES = {1: "=", 2: "-"}


def post_text(edition: Edition) -> str:
    """Title, byline and date as in the narration, then the post."""
    text = "\n\n".join([*_opening(edition), *_blocks(edition.post.blocks, edition)]) + "\n"
    return _CONTROLS.sub("", text)


def _opening(edition: Edition) -> list[str]:
    """The title underlined, and the facts about the post; not the voice, as there is no sound."""
    about = [walk.plain(s.inlines) for s in edition.about]
    title = _headed(edition.post.title, 1)
    return [title, "\n".join(about)] if about else [title]


def _headed(text: str, level: int) -> str:
    """A heading; level 1 or 2 is underlined, to the same width."""
    text = " ".join(text.split())
    mark = _UNDERLINES.get(level, "")
    return f"{text}\n{mark * len(text)}" if mark else text


def _blocks(blocks: Iterable[Block], edition: Edition) -> list[str]:
    """Each block as text, without empty ones."""
    return [text for text in (_block(block, edition) for block in blocks) if text]


def _block(block: Block, edition: Edition) -> str:  # noqa: C901, PLR0911 - a case for each kind
    match block:
        case Heading():
            return _headed(_text(block.sentences), block.level)
        case Paragraph():
            return _text(block.sentences)
        case Listing():
            return _listing(block, edition)
        case DefinitionList():
            return _definitions(block, edition)
        case Quote():
            return _indented(_joined(block.blocks, edition), "> ", "> ")
        case Passage():
            return _joined(block.blocks, edition)
        case CodeBlock():
            return _indented(block.text.rstrip("\n"), "    ", "    ")
        case Figure():
            return _figure(block, edition)
        case Table():
            return _table(block)
        case ThematicBreak():
            return "* * *"
        case Notes():
            return _notes(block, edition)
        case _:
            assert_never(block)


def _joined(blocks: Iterable[Block], edition: Edition) -> str:
    return "\n\n".join(_blocks(blocks, edition))


def _indented(text: str, first: str, rest: str) -> str:
    """Text with a mark before its first line and the same space before the others."""
    lines = text.split("\n")
    marked = [first + lines[0], *(rest + line for line in lines[1:])]
    return "\n".join(line.rstrip() for line in marked) if text else ""


# --- running text -----------------------------------------------------------------------


def _text(sentences: Sentences) -> str:
    return "".join(_run(s.inlines) + s.tail for s in sentences).strip()


def _run(inlines: Iterable[Inline]) -> str:
    """The words as shown, with marks for changes of type and for notes."""
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:  # noqa: PLR0911 - a case for each kind
    match inline:
        case NoteRef():
            return f"[{inline.label}]"
        case Styled(style=Style.DELETED):
            return f"[-{_run(inline.children)}-]"
        case Styled(style=Style.INSERTED):
            return f"[+{_run(inline.children)}+]"
        case Styled(style=Style.QUOTATION):
            return f"“{_run(inline.children)}”"
        case Styled(style=Style.SUPERSCRIPT):
            return f"^{_run(inline.children)}"
        case Styled() | Link() | Foreign():
            return _run(inline.children)
        case _:
            return walk.plain((inline,))


# --- kinds of block ---------------------------------------------------------------------


def _listing(listing: Listing, edition: Edition) -> str:
    items = []
    for number, item in enumerate(listing.items, listing.start):
        mark = f"{number}. " if listing.ordered else "- "
        text = "\n".join(_blocks(item.blocks, edition))
        items.append(_indented(text, mark, " " * len(mark)) or mark.strip())
    return "\n".join(items)


def _definitions(definitions: DefinitionList, edition: Edition) -> str:
    entries = (
        _text(d.term) + "\n" + _indented(_joined(d.blocks, edition), "    ", "    ")
        for d in definitions.definitions
    )
    return "\n".join(entry.strip("\n") for entry in entries)


def _figure(figure: Figure, edition: Edition) -> str:
    """The alternative text in brackets, or what is spoken if there is none; then the caption."""
    words = " ".join((figure.picture.alt or dict(edition.narration.script)[figure.id]).split())
    caption = _text(figure.caption)
    return caption if words == caption else f"[{words}]\n{caption}".rstrip("\n")


def _table(table: Table) -> str:
    """Row by row, each cell after its column's header, which fits a line of braille."""
    rows = (
        "; ".join(filter(None, (_cell(*pair) for pair in zip(row.cells, headers, strict=True))))
        for row, headers in zip(table.rows, column_headers(table), strict=True)
    )
    return "\n".join(filter(None, (_text(table.caption), *rows)))


def _cell(cell: Cell, header: str) -> str:
    text = " ".join(_text(cell.sentences).split())
    return f"{header}: {text}" if header and text else text


def _notes(notes: Notes, edition: Edition) -> str:
    return "\n".join(
        _indented(_joined(note.blocks, edition), f"[{note.label}] ", "    ") for note in notes.notes
    )
