"""Blocks → markup: the one writer that EPUB and web pages share.

What it writes is well-formed XML and valid HTML at once ("polyglot"), so that one text has
one form. Units carry their ids: a sentence is a `span`, a picture a `figure`, code a `pre`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape as _escape
from typing import assert_never
from urllib.parse import quote, urlsplit

from formats import walk
from formats.languages import direction
from formats.model import (
    Abbreviation,
    Block,
    Break,
    Cell,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Foreign,
    Heading,
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
    Rule,
    Sentence,
    Sentences,
    Styled,
    Table,
    Text,
)

# XML 1.0, 2.2 allows no C0 controls, lone surrogates, U+FFFE or U+FFFF; HTML allows no C1
# controls and no noncharacters either.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# RFC 3986: what an address may hold; anything else is percent-encoded. "%" stays as it is.
_ADDRESS = ":/?#@!$&'()*+,;=%-._~"

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs between a book and a web page.

    `xhtml` adds `xml:lang` and `epub:type`, and drops links to relative addresses, which
    lead nowhere from a book. `picture` gives the address of a `Picture.src` as seen from
    the page, or None where the picture is not there: its words are then written instead.
    """

    xhtml: bool
    picture: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where we write: the dialect, the note marks around, and whether we are inside a link.

    `marks` maps a note to the sentence that first names it; `notes` are the notes here, or
    None where that is not known.
    """

    dialect: Dialect
    marks: Mapping[str, str] = field(default_factory=dict)
    notes: frozenset[str] | None = None
    linked: bool = False


def escape(text: str) -> str:
    """Text for element content or a quoted attribute; a character XML forbids becomes U+FFFD."""
    return _escape(_ILLEGAL.sub("\ufffd", text))


def blocks_html(blocks: Iterable[Block], dialect: Dialect) -> str:
    """Blocks as markup, one a line."""
    run = tuple(blocks)
    return _blocks(run, _Place(dialect, _marks(run), _notes(run)))


def sentences_html(sentences: Sentences, dialect: Dialect) -> str:
    """Sentences as spans with their ids, with the white space between them."""
    return _sentences(sentences, _Place(dialect))


def inlines_html(inlines: Iterable[Inline], dialect: Dialect) -> str:
    """A run of text as markup."""
    return _inlines(inlines, _Place(dialect))


def language_attributes(language: str, *, xhtml: bool) -> str:
    """` lang="…" dir="…"`, with `xml:lang` in XHTML; the space before is part of it."""
    tag = escape(language)
    xml = f' xml:lang="{tag}"' if xhtml else ""
    return f' lang="{tag}"{xml} dir="{direction(language)}"'


# --- notes ------------------------------------------------------------------------------


def _marks(blocks: Iterable[Block]) -> dict[str, str]:
    """Note id → id of the first sentence that names it."""
    found: dict[str, str] = {}
    for unit in walk.units(blocks):
        if isinstance(unit, Sentence):
            for inline in walk.inlines(unit.inlines):
                if isinstance(inline, NoteRef):
                    found.setdefault(inline.note, unit.id)
    return found


def _notes(blocks: Iterable[Block]) -> frozenset[str]:
    found = (b.notes for b in walk.blocks(blocks) if isinstance(b, Notes))
    return frozenset(note.id for notes in found for note in notes)


def _endnotes(notes: Notes, place: _Place) -> str:
    items = "\n".join(_note(n, number, place) for number, n in enumerate(notes.notes, 1))
    kind = _epub_type("endnotes", place)
    return (
        f'<section{kind} role="doc-endnotes" aria-label="Notes">\n<ol>\n{items}\n</ol>\n</section>'
    )


def _note(note: Note, number: int, place: _Place) -> str:
    """One note: its own mark where the list would number it otherwise, and the way back."""
    label = escape(note.label)
    value = f' value="{int(label)}"' if _is_number(label) and int(label) != number else ""
    mark = "" if _is_number(label) else f"<p>{label}</p>\n"
    inner = mark + _blocks(note.blocks, place)
    return f'<li id="{escape(note.id)}"{value}>\n{inner}\n{_backlink(note, place)}</li>'


def _is_number(label: str) -> bool:
    return label.isascii() and label.isdigit()


def _backlink(note: Note, place: _Place) -> str:
    sentence = place.marks.get(note.id)
    if not sentence:
        return ""
    name = f'aria-label="Back to the text, note {escape(note.label)}"'
    kind = _epub_type("backlink", place)
    return f'<p><a{kind} role="doc-backlink" href="#{escape(sentence)}" {name}>↩</a></p>\n'


def _note_mark(mark: NoteRef, place: _Place) -> str:
    label = escape(mark.label)
    there = place.notes is None or mark.note in place.notes
    if place.linked or not there:
        return f"<sup>{label}</sup>"
    kind = _epub_type("noteref", place)
    return f'<sup><a{kind} role="doc-noteref" href="#{escape(mark.note)}">{label}</a></sup>'


def _epub_type(kind: str, place: _Place) -> str:
    return f' epub:type="{kind}"' if place.dialect.xhtml else ""


# --- running text -----------------------------------------------------------------------


def _sentences(sentences: Sentences, place: _Place) -> str:
    return "".join(_sentence(s, place) + escape(s.tail) for s in sentences)


def _sentence(sentence: Sentence, place: _Place) -> str:
    words = _inlines(sentence.inlines, place)
    return f"<span{_id(sentence.id)}>{words}</span>"


def _id(unit: str) -> str:
    return f' id="{escape(unit)}"' if unit else ""


def _inlines(inlines: Iterable[Inline], place: _Place) -> str:
    return "".join(_inline(inline, place) for inline in inlines)


def _inline(inline: Inline, place: _Place) -> str:
    match inline:
        case Text():
            written = escape(inline.text)
        case Code():
            written = f"<code>{escape(inline.text)}</code>"
        case Break():
            written = "<br/>"
        case Abbreviation():
            expansion = escape(inline.expansion)
            written = f'<abbr title="{expansion}">{escape(inline.text)}</abbr>'
        case Picture():
            written = _picture(inline, place)
        case NoteRef():
            written = _note_mark(inline, place)
        case Styled() | Link() | Foreign():
            written = _around(inline, place)
        case _:
            assert_never(inline)
    return written


def _around(inline: Styled | Link | Foreign, place: _Place) -> str:
    match inline:
        case Styled():
            return f"<{inline.style}>{_inlines(inline.children, place)}</{inline.style}>"
        case Foreign():
            language = language_attributes(inline.language, xhtml=place.dialect.xhtml)
            return f"<span{language}>{_inlines(inline.children, place)}</span>"
        case Link():
            return _link(inline, place)
        case _:
            assert_never(inline)


def _link(link: Link, place: _Place) -> str:
    """A link, or its words alone where it would lead nowhere or stand inside another."""
    href = _address(link.href, place)
    if href is None or place.linked:
        return _inlines(link.children, place)
    words = _inlines(link.children, replace(place, linked=True))
    return f'<a href="{escape(href)}">{words}</a>'


def _address(href: str, place: _Place) -> str | None:
    """An address that is safe and well written, or None: scripts never run from a post."""
    address = quote(_ILLEGAL.sub("", href.strip()), safe=_ADDRESS)
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:  # "http://[": no address
        return None
    if scheme:
        return address if scheme in _SCHEMES else None
    return None if place.dialect.xhtml or not address else address


def _picture(picture: Picture, place: _Place) -> str:
    """A picture, or in words what would be seen: a missing one is never a gap."""
    src = place.dialect.picture(picture.src)
    if src is not None:
        return f'<img src="{escape(src)}" alt="{escape(_alternative(picture))}"/>'
    words = escape(_absent(picture))
    return f'<span class="no-picture">{words} (the picture itself is not here)</span>'


def _alternative(picture: Picture) -> str:
    return "Picture without a description" if picture.alt is None else picture.alt


def _absent(picture: Picture) -> str:
    match picture.alt:
        case None:
            return "Picture without a description"
        case "":
            return "Picture for decoration"
        case alt:
            return f"Picture: {alt}"


# --- blocks -----------------------------------------------------------------------------


def _blocks(blocks: Iterable[Block], place: _Place) -> str:
    return "\n".join(_block(block, place) for block in blocks)


def _block(block: Block, place: _Place) -> str:
    match block:
        case Heading():
            words = _sentences(block.sentences, place)
            written = f"<h{block.level}>{words}</h{block.level}>"
        case Paragraph():
            written = f"<p>{_sentences(block.sentences, place)}</p>"
        case CodeBlock():
            code = f"<code>{escape(block.text)}</code>"
            written = f'<pre{_id(block.id)} tabindex="0">{code}</pre>'
        case Rule():
            written = "<hr/>"
        case Figure():
            written = _figure(block, place)
        case Table():
            written = _table(block, place)
        case Listing() | DefinitionList() | Quote() | Passage() | Notes():
            written = _container(block, place)
        case _:
            assert_never(block)
    return written


def _container(block: Listing | DefinitionList | Quote | Passage | Notes, place: _Place) -> str:
    match block:
        case Listing():
            return _listing(block, place)
        case DefinitionList():
            return f"<dl>\n{''.join(_definition(d, place) for d in block.definitions)}</dl>"
        case Quote():
            return f"<blockquote>\n{_blocks(block.blocks, place)}\n</blockquote>"
        case Passage():
            language = language_attributes(block.language, xhtml=place.dialect.xhtml)
            return f"<div{language}>\n{_blocks(block.blocks, place)}\n</div>"
        case Notes():
            return _endnotes(block, place)
        case _:
            assert_never(block)


def _listing(listing: Listing, place: _Place) -> str:
    items = "".join(f"<li>{_item(item, place)}</li>\n" for item in listing.items)
    if not listing.ordered:
        return f"<ul>\n{items}</ul>"
    start = f' start="{listing.start}"' if listing.start != 1 else ""
    return f"<ol{start}>\n{items}</ol>"


def _item(item: Item | Definition, place: _Place) -> str:
    """What an entry holds: its one paragraph bare, so that a short list stays close together."""
    match item.blocks:
        case (Paragraph(sentences), *rest) if all(isinstance(b, Listing) for b in rest):
            below = "\n" + _blocks(rest, place) + "\n" if rest else ""
            return _sentences(sentences, place) + below
        case _:
            return f"\n{_blocks(item.blocks, place)}\n"


def _definition(definition: Definition, place: _Place) -> str:
    term = _sentences(definition.term, place)
    return f"<dt>{term}</dt>\n<dd>{_item(definition, place)}</dd>\n"


def _figure(figure: Figure, place: _Place) -> str:
    """The figure has the id of its alternative text: the picture lights up as it is described."""
    caption = _sentences(figure.caption, place)
    below = f"\n<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure{_id(figure.id)}>\n{_picture(figure.picture, place)}{below}\n</figure>"


# --- tables -----------------------------------------------------------------------------


def _table(table: Table, place: _Place) -> str:
    """A table; on the web in a box that scrolls, which the keyboard must reach (WCAG 2.1.1).

    A book has no such box: reading systems page, and lay tables out themselves.
    """
    rows = [row for row in table.rows if row.cells]
    body = next((n for n, row in enumerate(rows) if not _is_header(row)), len(rows))
    caption = f"<caption>{_sentences(table.caption, place)}</caption>\n" if table.caption else ""
    parts = _rows("thead", rows[:body], place) + _rows("tbody", rows[body:], place)
    written = f"<table>\n{caption}{parts}</table>"
    if place.dialect.xhtml:
        return written
    return f'<div class="table" role="group" {_table_name(table)} tabindex="0">\n{written}\n</div>'


def _table_name(table: Table) -> str:
    ids = " ".join(escape(sentence.id) for sentence in table.caption if sentence.id)
    return f'aria-labelledby="{ids}"' if ids else 'aria-label="Table"'


def _is_header(row: Row) -> bool:
    return all(cell.header for cell in row.cells)


def _rows(part: str, rows: list[Row], place: _Place) -> str:
    if not rows:
        return ""
    written = "".join(_row(row, len(rows) - n, place) for n, row in enumerate(rows))
    return f"<{part}>\n{written}</{part}>\n"


def _row(row: Row, left: int, place: _Place) -> str:
    scope = "col" if _is_header(row) else "row"
    return f"<tr>{''.join(_cell(cell, scope, left, place) for cell in row.cells)}</tr>\n"


def _cell(cell: Cell, scope: str, left: int, place: _Place) -> str:
    """A cell; an empty header names nothing, so it is none. Spans end with their row group."""
    words = _sentences(cell.sentences, place)
    name, attributes = ("th", f' scope="{scope}"') if cell.header and words else ("td", "")
    if cell.columns > 1:
        attributes += f' colspan="{cell.columns}"'
    if min(cell.rows, left) > 1:
        attributes += f' rowspan="{min(cell.rows, left)}"'
    return f"<{name}{attributes}>{words}</{name}>"
