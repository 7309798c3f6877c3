"""Blocks as markup."""

from collections.abc import Iterable
from typing import assert_never

from formats.markup.context import (
    Context,
    epub_type,
    escape,
    id_attribute,
    language_attributes,
)
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
    Picture,
    Quote,
    Table,
    ThematicBreak,
)


def write_blocks(blocks: Iterable[Block], context: Context) -> str:
    """Blocks, one on each line; an empty one is not written."""
    return "\n".join(filter(None, (_block(block, context) for block in blocks)))


def _block(block: Block, context: Context) -> str:
    match block:
        case Heading():
            words = write_sentences(block.sentences, context)
            written = f"<h{block.level}>{words}</h{block.level}>"
        case Paragraph():
            written = f"<p>{write_sentences(block.sentences, context)}</p>"
        case CodeBlock():
            code = f"<code>{escape(block.text)}</code>"
            written = f'<pre{id_attribute(block.id)} tabindex="0">{code}</pre>'
        case ThematicBreak():
            written = "<hr/>"
        case Figure():
            written = _figure(block, context)
        case Table():
            written = write_table(block, context)
        case Listing() | DefinitionList() | Quote() | Passage() | Notes():
            written = _container(block, context)
        case _:
            assert_never(block)
    return written


def _container(block: Listing | DefinitionList | Quote | Passage | Notes, context: Context) -> str:
    match block:
        case Listing():
            return _listing(block, context)
        case DefinitionList():
            definitions = "".join(_definition(d, context) for d in block.definitions)
            return f"<dl>\n{definitions}</dl>" if definitions else ""
        case Quote():
            return f"<blockquote>\n{write_blocks(block.blocks, context)}\n</blockquote>"
        case Passage():
            language = language_attributes(block.language, xhtml=context.dialect.xhtml)
            return f"<div{language}>\n{write_blocks(block.blocks, context)}\n</div>"
        case Notes():
            return _endnotes(block, context)
        case _:
            assert_never(block)


def _listing(listing: Listing, context: Context) -> str:
    items = "".join(f"<li>{_item(item, context)}</li>\n" for item in listing.items)
    if not items:
        return ""
    if not listing.ordered:
        return f"<ul>\n{items}</ul>"
    start = f' start="{listing.start}"' if listing.start != 1 else ""
    return f"<ol{start}>\n{items}</ol>"


def _item(item: Item | Definition, context: Context) -> str:
    """The content of an entry; a single paragraph has no `p`, so that short lists are compact."""
    match item.blocks:
        case (Paragraph(sentences), *rest) if all(isinstance(b, Listing) for b in rest):
            below = "\n" + write_blocks(rest, context) + "\n" if rest else ""
            return write_sentences(sentences, context) + below
        case _:
            return f"\n{write_blocks(item.blocks, context)}\n"


def _definition(definition: Definition, context: Context) -> str:
    term = write_sentences(definition.term, context)
    return f"<dt>{term}</dt>\n<dd>{_item(definition, context)}</dd>\n"


def _figure(figure: Figure, context: Context) -> str:
    """A figure with the id of its alternative text, so that it is highlighted when described."""
    caption = write_sentences(figure.caption, context)
    below = f"\n<figcaption>{caption}</figcaption>" if caption else ""
    picture = write_picture(figure.picture, context)
    told = _description(figure.picture, context)
    return f"<figure{id_attribute(figure.id)}>\n{picture}{told}{below}\n</figure>"


def _description(picture: Picture, context: Context) -> str:
    """The description of a picture to be seen: it is heard as the alternative text already."""
    dialect = context.dialect
    if not dialect.described or not picture.alt or picture.src not in dialect.pictures:
        return ""
    words = escape(dialect.ours.page.picture.format(picture.alt))
    return f'\n<p class="described" aria-hidden="true">{words}</p>'


def _endnotes(notes: Notes, context: Context) -> str:
    kind, name = epub_type("endnotes", context), escape(context.dialect.ours.page.notes)
    section = f'<section{kind} role="doc-endnotes" aria-label="{name}">'
    if context.dialect.xhtml:
        inner = "\n".join(_aside(note, context) for note in notes.notes)
    else:
        items = "\n".join(_note(note, context) for note in notes.notes)
        inner = f"<ol>\n{items}\n</ol>"
    return f"{section}\n{inner}\n</section>"


def _aside(note: Note, context: Context) -> str:
    """One note of a book, which reading apps show in a window of its own beside the text.

    They do so for an `aside` that says it is a footnote, and for no entry of a list.
    """
    kind = f'{epub_type("footnote", context)} role="doc-footnote"'
    inner = f"<p>{escape(note.label)}</p>\n{write_blocks(note.blocks, context)}"
    return f'<aside id="{escape(note.id)}"{kind}>\n{inner}\n{_backlink(note, context)}</aside>'


def _note(note: Note, context: Context) -> str:
    """One note with its own mark, a number or not, and the link back."""
    number = note.label.isascii() and note.label.isdigit()
    value = f' value="{int(note.label)}"' if number else ""
    mark = "" if number else f"<p>{escape(note.label)}</p>\n"
    inner = mark + write_blocks(note.blocks, context)
    return f'<li id="{escape(note.id)}"{value}>\n{inner}\n{_backlink(note, context)}</li>'


def _backlink(note: Note, context: Context) -> str:
    sentence = context.marks.get(note.id)
    if not sentence:
        return ""
    dialect = context.dialect
    name = escape(dialect.ours.page.back_to_text.format(note.label))
    label = f'aria-label="{name}"{dialect.our_language}'
    kind = epub_type("backlink", context)
    return f'<p><a{kind} role="doc-backlink" href="#{escape(sentence)}" {label}>↩</a></p>\n'
