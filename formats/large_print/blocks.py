"""Blocks → nodes for the Typst template: mappings with a `kind`."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from formats import walk
from formats.large_print.letters import ems, legal, printable
from formats.large_print.running_text import Node, code_words, described, sentences, words
from formats.large_print.setting import LINE_MM, Setting, first_id
from formats.large_print.tables import table
from formats.model import (
    Block,
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    Listing,
    Media,
    Note,
    Notes,
    Paragraph,
    Passage,
    Quote,
    Table,
    ThematicBreak,
)
from formats.typesetting import language

INDENT = 1.5
"""The indentation of a list in ems; the template uses the same."""

# A group with fewer lines is kept on one page; a page of giant print has 19.
_SHORT = 8

# The types of picture that Typst accepts; others are described in words.
_KINDS = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"})

_TALLEST_MM = 130  # leaves room for six lines of giant print below it
_MM_PER_PIXEL = 25.4 / 72  # a picture is never enlarged to less than 72 pixels an inch


def blocks(run: Iterable[Block], setting: Setting) -> list[Node]:
    """Blocks in order; one that shows nothing has no node."""
    return [node for block in run for node in _block(block, setting)]


def _block(block: Block, setting: Setting) -> list[Node]:
    match block:
        case Paragraph():
            body = sentences(block.sentences, setting)
            nodes: list[Node] = _paragraph(body) if any(body) else []
        case Heading():
            nodes = _heading(block, setting)
        case CodeBlock():
            code = code_words(block.text, replace(setting, line=setting.line - INDENT))
            short = _short((block,), setting)
            nodes = (
                [{"kind": "code block", "id": block.id, "short": short, "text": code}]
                if code.strip()
                else []
            )
        case Figure():
            nodes = _figure(block, setting)
        case Table():
            nodes = table(block, setting)
        case ThematicBreak():
            nodes = [{"kind": "thematic break"}]
        case Listing() | DefinitionList() | Quote() | Passage() | Notes():
            nodes = _container(block, setting)
        case _:
            assert_never(block)
    return nodes


def _paragraph(body: list[Node]) -> list[Node]:
    """A paragraph; one in bold alone stands as a heading, and so it is not last on a page."""
    kinds = {"words" if isinstance(node, str) else str(node["kind"]) for node in body}
    return [{"kind": "paragraph", "leads": kinds <= {"strong", "unit"}, "body": body}]


def _heading(block: Heading, setting: Setting) -> list[Node]:
    """A heading without links, which are in the list at the end."""
    largest = replace(setting, live=False, line=setting.line / 1.25)
    body = sentences(block.sentences, largest)
    level = setting.levels.get(first_id(block.sentences), 1)
    return [{"kind": "heading", "level": level, "body": body}] if any(body) else []


def _container(
    block: Listing | DefinitionList | Quote | Passage | Notes, setting: Setting
) -> list[Node]:
    inner = replace(setting, line=max(4.0, setting.line - INDENT))
    match block:
        case Listing():
            return _listing(block, inner)
        case DefinitionList():
            return _definitions(block, inner)
        case Quote():
            body = blocks(block.blocks, inner)
            return (
                [{"kind": "quote", "short": _short(block.blocks, inner), "body": body}]
                if body
                else []
            )
        case Passage():
            body = blocks(block.blocks, setting)
            return [{"kind": "passage", "body": body, **language(block.language)}]
        case Notes():
            return [_note(note, setting) for note in block.notes]
        case _:
            assert_never(block)


def _listing(listing: Listing, inner: Setting) -> list[Node]:
    items = [
        {"short": _short(item.blocks, inner), "body": blocks(item.blocks, inner)}
        for item in listing.items
    ]
    kind = "numbers" if listing.ordered else "bullets"
    return [{"kind": kind, "start": listing.start, "items": items}] if items else []


def _definitions(block: DefinitionList, inner: Setting) -> list[Node]:
    items = [
        {
            "short": _short(d.blocks, inner),
            "term": sentences(d.term, inner),
            "body": blocks(d.blocks, inner),
        }
        for d in block.definitions
    ]
    return [{"kind": "definitions", "items": items}] if items else []


def _note(note: Note, setting: Setting) -> Node:
    body = blocks(note.blocks, setting)
    label = setting.ours.large_print.note.format(printable(note.label, setting.typeface))
    return {"kind": "note", "id": note.id, "label": label, "body": body}


def _short(run: tuple[Block, ...], setting: Setting) -> bool:
    """Whether blocks certainly have few enough lines to be kept on one page."""
    return sum(_lines(unit, setting) for unit in walk.units(run)) < _SHORT


def _lines(unit: walk.Unit, setting: Setting) -> float:
    match unit:
        case Figure():
            return _SHORT  # a picture takes much of a page
        case CodeBlock():
            return sum(1 + ems(line) / setting.line for line in unit.text.splitlines())
        case _:
            return 0.5 + ems(walk.plain(unit.inlines)) / setting.line


# --- pictures ---------------------------------------------------------------------------


def _figure(figure: Figure, setting: Setting) -> list[Node]:
    """A picture as wide as the page with its words below; decoration is left out.

    That a picture has no description is told to programs that read the page aloud, which need
    some words for it, and not printed: everybody else sees that there is none.
    """
    caption = sentences(figure.caption, setting)
    if figure.picture.alt == "" and not caption:
        return []
    media = setting.media.get(figure.picture.src)
    there = media is not None and media.mime in _KINDS
    alt = figure.picture.alt or walk.text(figure.caption) or setting.ours.page.undescribed
    visible = words(described(figure.picture, setting), setting) if figure.picture.alt else ""
    below = ems(visible + walk.text(figure.caption)) / setting.line
    return [
        {
            "kind": "figure",
            "id": figure.id,
            "src": figure.picture.src if there else "",
            "width": width(media),
            "alt": legal(alt),
            "description": visible,
            "caption": caption,
            "short": below < _SHORT - 3,
        }
    ]


def width(media: Media | None) -> float:
    """The width of a picture in mm: the whole line, unless that is too tall or too coarse."""
    if not media or not media.width or not media.height:
        return LINE_MM
    finest = LINE_MM if media.mime == "image/svg+xml" else media.width * _MM_PER_PIXEL
    return round(min(LINE_MM, _TALLEST_MM * media.width / media.height, finest), 2)
