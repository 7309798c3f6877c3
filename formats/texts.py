"""A post as plain text, for any program, braille display or printer.

It is UTF-8 with a paragraph a line: each device wraps lines itself. Structure is shown by what a
screen reader can read and what takes few cells of a display: blank lines, and a mark or a number
at the beginning of a line. A heading has as many number signs as its level. The addresses of
links stand at the end, where they interrupt nothing, with the numbers that they have in print.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from formats import walk
from formats.addresses import address, numbers
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
from formats.words import Words, words

# Except tab and line feed, control characters do not belong in a text for people.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Here:
    """What the text of a post needs: its edition, its page, and the numbers of its addresses."""

    edition: Edition
    page: str
    numbers: Mapping[str, int]
    ours: Words


def post_text(edition: Edition) -> str:
    """Title, byline and date as in the narration, then the post, then the addresses of links."""
    page = f"{edition.publication.base_url}posts/{edition.post.slug}/"
    ours = words(edition.post.language)
    here = _Here(edition, page, numbers(edition.post, page), ours)
    parts = [*_opening(edition), *_blocks(edition.post.blocks, here), *_addresses(here)]
    return _CONTROLS.sub("", "\n\n".join(parts) + "\n")


def _opening(edition: Edition) -> list[str]:
    """The title, and the facts about the post; not the voice, as there is no sound."""
    about = [walk.plain(s.inlines) for s in edition.about]
    title = _headed(edition.post.title, 1)
    return [title, "\n".join(about)] if about else [title]


def _headed(text: str, level: int) -> str:
    """A heading on one line, with its level."""
    return f"{'#' * level} {' '.join(text.split())}"


def _addresses(here: _Here) -> list[str]:
    """The addresses of the links, with their numbers, one a line."""
    listed = "\n".join(f"{number}. {full}" for full, number in here.numbers.items())
    return [_headed(here.ours.large_print.addresses, 2), listed] if listed else []


def _blocks(blocks: Iterable[Block], here: _Here) -> list[str]:
    """Each block as text, without empty ones."""
    return [text for text in (_block(block, here) for block in blocks) if text]


def _block(block: Block, here: _Here) -> str:  # noqa: C901, PLR0911 - a case for each kind
    match block:
        case Heading():
            return _headed(_text(block.sentences, here), block.level)
        case Paragraph():
            return _text(block.sentences, here)
        case Listing():
            return _listing(block, here)
        case DefinitionList():
            return _definitions(block, here)
        case Quote():
            return _indented(_joined(block.blocks, here), "> ", "> ")
        case Passage():
            return _joined(block.blocks, here)
        case CodeBlock():
            return _indented(block.text.rstrip("\n"), "    ", "    ")
        case Figure():
            return _figure(block, here)
        case Table():
            return _table(block, here)
        case ThematicBreak():
            return "* * *"
        case Notes():
            return _notes(block, here)
        case _:
            assert_never(block)


def _joined(blocks: Iterable[Block], here: _Here) -> str:
    return "\n\n".join(_blocks(blocks, here))


def _indented(text: str, first: str, rest: str) -> str:
    """Text with a mark before its first line and the same space before the others."""
    lines = text.split("\n")
    marked = [first + lines[0], *(rest + line for line in lines[1:])]
    return "\n".join(line.rstrip() for line in marked) if text else ""


# --- running text -----------------------------------------------------------------------


def _text(sentences: Sentences, here: _Here) -> str:
    return "".join(_run(s.inlines, here) + s.tail for s in sentences).strip()


def _run(inlines: Iterable[Inline], here: _Here) -> str:
    """The words as shown, with marks for changes of type and for notes."""
    return "".join(_inline(inline, here) for inline in inlines)


def _inline(inline: Inline, here: _Here) -> str:  # noqa: PLR0911 - a case for each kind
    match inline:
        case NoteRef():
            return f"[{inline.label}]"
        case Styled(style=Style.DELETED):
            return f"[-{_run(inline.children, here)}-]"
        case Styled(style=Style.INSERTED):
            return f"[+{_run(inline.children, here)}+]"
        case Styled(style=Style.QUOTATION):
            return f"“{_run(inline.children, here)}”"
        case Styled(style=Style.SUPERSCRIPT):
            return f"^{_run(inline.children, here)}"
        case Link():
            return _link(inline, here)
        case Styled() | Foreign():
            return _run(inline.children, here)
        case _:
            return walk.plain((inline,))


def _link(link: Link, here: _Here) -> str:
    """The words of a link, and the number of its address."""
    number = here.numbers.get(address(link.href, here.page) or "")
    shown = _run(link.children, here)
    mark = here.ours.large_print.link_mark.replace("\u00a0", " ")
    return f"{shown} {mark.format(number)}" if number else shown


# --- kinds of block ---------------------------------------------------------------------


def _listing(listing: Listing, here: _Here) -> str:
    items = []
    for number, item in enumerate(listing.items, listing.start):
        mark = f"{number}. " if listing.ordered else "- "
        text = "\n".join(_blocks(item.blocks, here))
        items.append(_indented(text, mark, " " * len(mark)) or mark.strip())
    return "\n".join(items)


def _definitions(definitions: DefinitionList, here: _Here) -> str:
    entries = (
        _text(d.term, here) + "\n" + _indented(_joined(d.blocks, here), "    ", "    ")
        for d in definitions.definitions
    )
    return "\n".join(entry.strip("\n") for entry in entries)


def _figure(figure: Figure, here: _Here) -> str:
    """The alternative text in brackets, or what is spoken if there is none; then the caption."""
    words = " ".join((figure.picture.alt or dict(here.edition.narration.script)[figure.id]).split())
    caption = _text(figure.caption, here)
    return caption if words == caption else f"[{words}]\n{caption}".rstrip("\n")


def _table(table: Table, here: _Here) -> str:
    """Row by row, each cell after its column's header, which fits a line of braille."""
    rows = (
        "; ".join(
            filter(None, (_cell(*pair, here) for pair in zip(row.cells, headers, strict=True)))
        )
        for row, headers in zip(table.rows, column_headers(table), strict=True)
    )
    return "\n".join(filter(None, (_text(table.caption, here), *rows)))


def _cell(cell: Cell, header: str, here: _Here) -> str:
    text = " ".join(_text(cell.sentences, here).split())
    return f"{header}: {text}" if header and text else text


def _notes(notes: Notes, here: _Here) -> str:
    return "\n".join(
        _indented(_joined(note.blocks, here), f"[{note.label}] ", "    ") for note in notes.notes
    )
