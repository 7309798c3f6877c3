"""Blocks as WordprocessingML: paragraphs with Word's own styles, and tables."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from formats import walk
from formats.model import (
    Block,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Item,
    Listing,
    Note,
    Notes,
    Paragraph,
    Passage,
    Quote,
    Table,
    ThematicBreak,
)
from formats.word.paragraphs import ParagraphKind, paragraph
from formats.word.running_text import (
    Here,
    LetterLook,
    bookmark,
    our_text,
    picture,
    sentences,
    text,
)
from formats.word.styles import LEVELS
from formats.word.tables import table

_STRONG = LetterLook("Strong")


def blocks(run: Iterable[Block], here: Here) -> str:
    """Blocks in order; one that shows nothing is not written."""
    return "".join(_block(block, here) for block in run)


def _block(block: Block, here: Here) -> str:
    match block:
        case Paragraph():
            written = _words(sentences(block.sentences, here), here)
        case Heading():
            written = _heading(block, here)
        case CodeBlock():
            code = text(block.text.rstrip("\n"), here)
            written = paragraph(code, here, ParagraphKind("HTML Preformatted")) if code else ""
        case Figure():
            written = _figure(block, here)
        case Table():
            written = table(block, here)
        case ThematicBreak():
            written = paragraph("", here, ParagraphKind(ruled=True))
        case Listing() | DefinitionList() | Quote() | Passage() | Notes():
            written = _container(block, here)
        case _:
            assert_never(block)
    return written


def _words(inner: str, here: Here) -> str:
    """A paragraph in the style of what is around it."""
    style = "Quote" if here.quoted else "List Continue" if here.depth else ""
    return paragraph(inner, here, ParagraphKind(style)) if inner else ""


def _heading(block: Heading, here: Here) -> str:
    """A heading that the list of contents leads to."""
    words = sentences(block.sentences, here)
    if not words:
        return ""
    first = block.sentences[0].id
    level = min(here.levels.get(first, 1), LEVELS)
    return paragraph(bookmark(place(first), here, words), here, ParagraphKind(f"heading {level}"))


def place(unit: str) -> str:
    """The name of the place of a heading, by the id of its first sentence."""
    return f"heading_{unit}"


def _container(block: Listing | DefinitionList | Quote | Passage | Notes, here: Here) -> str:
    match block:
        case Listing():
            return _listing(block, here)
        case DefinitionList():
            return "".join(_definition(definition, here) for definition in block.definitions)
        case Quote():
            return blocks(block.blocks, replace(here, quoted=True))
        case Passage():
            return blocks(block.blocks, replace(here, language=block.language))
        case Notes():
            return _notes(block, here)
        case _:
            assert_never(block)


def _listing(listing: Listing, here: Here) -> str:
    level = min(here.depth, LEVELS - 1)
    style, number = "List Bullet", 1
    if listing.ordered:
        style, number = "List Number", here.package.numbered_list(level, listing.start)
    kind = ParagraphKind(style, number, level)
    inner = replace(here, depth=level + 1, quoted=False)
    return "".join(_item(item, kind, inner) for item in listing.items)


def _item(item: Item, kind: ParagraphKind, inner: Here) -> str:
    """An entry: its first paragraph has the bullet or the number, which one without words keeps."""
    first, rest = "", item.blocks
    if rest and isinstance(rest[0], Paragraph):
        first, rest = sentences(rest[0].sentences, inner), rest[1:]
    return paragraph(first, inner, kind) + blocks(rest, inner)


def _definition(definition: Definition, here: Here) -> str:
    """A term in bold, and its definition, which is indented."""
    term = sentences(definition.term, here, _STRONG)
    above = paragraph(term, here, ParagraphKind(kept=True)) if term else ""
    inner = replace(here, depth=min(here.depth + 1, LEVELS - 1))
    return above + blocks(definition.blocks, inner)


def _figure(figure: Figure, here: Here) -> str:
    """A picture, and its caption on the same page."""
    caption = sentences(figure.caption, here)
    alt = figure.picture.alt
    if alt is None:
        alt = walk.text(figure.caption) or here.ours.page.undescribed
    shown = picture(figure.picture, here, alt)
    above = paragraph(shown, here, ParagraphKind(kept=bool(caption))) if shown else ""
    return above + (paragraph(caption, here, ParagraphKind("caption")) if caption else "")


# --- notes ------------------------------------------------------------------------------


def _notes(notes: Notes, here: Here) -> str:
    """The notes at the end, where large print has them, with links to them and back."""
    title = our_text(here.ours.page.notes, here)
    return paragraph(title, here, ParagraphKind("heading 1")) + "".join(
        _note(note, here) for note in notes.notes
    )


def _note(note: Note, here: Here) -> str:
    number = here.notes[note.id]
    label = our_text(here.ours.large_print.note.format(note.label), here, bold=True)
    above = paragraph(bookmark(f"note{number}", here, label), here, ParagraphKind(kept=True))
    below = blocks(note.blocks, here)
    if number not in here.marked:
        return above + below
    words = our_text(here.ours.page.back_to_text.format(note.label), here)
    back = f'<w:hyperlink w:anchor="mark{number}">{words}</w:hyperlink>'
    return above + below + paragraph(back, here)
