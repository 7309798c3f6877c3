"""Blocks as markup."""

from collections.abc import Iterable
from typing import assert_never

from formats.markup.place import Place, epub_type, escape, id_attribute, language_attributes
from formats.markup.running_text import write_picture, write_sentences
from formats.markup.tables import write_table
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
    Rule,
    Table,
)


def write_blocks(blocks: Iterable[Block], place: Place) -> str:
    """Blocks, one a line; one that holds nothing is not written."""
    return "\n".join(filter(None, (_block(block, place) for block in blocks)))


def _block(block: Block, place: Place) -> str:
    match block:
        case Heading():
            words = write_sentences(block.sentences, place)
            written = f"<h{block.level}>{words}</h{block.level}>"
        case Paragraph():
            written = f"<p>{write_sentences(block.sentences, place)}</p>"
        case CodeBlock():
            code = f"<code>{escape(block.text)}</code>"
            written = f'<pre{id_attribute(block.id)} tabindex="0">{code}</pre>'
        case Rule():
            written = "<hr/>"
        case Figure():
            written = _figure(block, place)
        case Table():
            written = write_table(block, place)
        case Listing() | DefinitionList() | Quote() | Passage() | Notes():
            written = _container(block, place)
        case _:
            assert_never(block)
    return written


def _container(block: Listing | DefinitionList | Quote | Passage | Notes, place: Place) -> str:
    match block:
        case Listing():
            return _listing(block, place)
        case DefinitionList():
            definitions = "".join(_definition(d, place) for d in block.definitions)
            return f"<dl>\n{definitions}</dl>" if definitions else ""
        case Quote():
            return f"<blockquote>\n{write_blocks(block.blocks, place)}\n</blockquote>"
        case Passage():
            language = language_attributes(block.language, xhtml=place.dialect.xhtml)
            return f"<div{language}>\n{write_blocks(block.blocks, place)}\n</div>"
        case Notes():
            return _endnotes(block, place)
        case _:
            assert_never(block)


def _listing(listing: Listing, place: Place) -> str:
    items = "".join(f"<li>{_item(item, place)}</li>\n" for item in listing.items)
    if not items:
        return ""
    if not listing.ordered:
        return f"<ul>\n{items}</ul>"
    start = f' start="{listing.start}"' if listing.start != 1 else ""
    return f"<ol{start}>\n{items}</ol>"


def _item(item: Item | Definition, place: Place) -> str:
    """What an entry holds: its one paragraph bare, so that a short list stays close together."""
    match item.blocks:
        case (Paragraph(sentences), *rest) if all(isinstance(b, Listing) for b in rest):
            below = "\n" + write_blocks(rest, place) + "\n" if rest else ""
            return write_sentences(sentences, place) + below
        case _:
            return f"\n{write_blocks(item.blocks, place)}\n"


def _definition(definition: Definition, place: Place) -> str:
    term = write_sentences(definition.term, place)
    return f"<dt>{term}</dt>\n<dd>{_item(definition, place)}</dd>\n"


def _figure(figure: Figure, place: Place) -> str:
    """The figure has the id of its alternative text: the picture lights up as it is described."""
    caption = write_sentences(figure.caption, place)
    below = f"\n<figcaption>{caption}</figcaption>" if caption else ""
    picture = write_picture(figure.picture, place)
    return f"<figure{id_attribute(figure.id)}>\n{picture}{below}\n</figure>"


def _endnotes(notes: Notes, place: Place) -> str:
    items = "\n".join(_note(note, place) for note in notes.notes)
    kind = epub_type("endnotes", place)
    return (
        f'<section{kind} role="doc-endnotes" aria-label="Notes">\n<ol>\n{items}\n</ol>\n</section>'
    )


def _note(note: Note, place: Place) -> str:
    """One note under its own mark, number or not, and the way back."""
    number = note.label.isascii() and note.label.isdigit()
    value = f' value="{int(note.label)}"' if number else ""
    mark = "" if number else f"<p>{escape(note.label)}</p>\n"
    inner = mark + write_blocks(note.blocks, place)
    return f'<li id="{escape(note.id)}"{value}>\n{inner}\n{_backlink(note, place)}</li>'


def _backlink(note: Note, place: Place) -> str:
    sentence = place.marks.get(note.id)
    if not sentence:
        return ""
    name = f'aria-label="Back to the text, note {escape(note.label)}"'
    kind = epub_type("backlink", place)
    return f'<p><a{kind} role="doc-backlink" href="#{escape(sentence)}" {name}>↩</a></p>\n'
