"""Blocks as HTML inside a Markdown file, for what Markdown has no form for.

Every line begins with a tag, so that nothing in it can be taken for a list or a fence.
"""

import re
from collections.abc import Iterable
from typing import assert_never

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
    Link,
    Listing,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Quote,
    Row,
    Sentences,
    Styled,
    Table,
    Text,
    ThematicBreak,
)

# Characters of HTML, of Markdown and of the tags of site generators; line ends and tabs in code.
# What stands in brackets may be a link of a wiki, the mark of a note or a shortcode, in HTML too.
_TEXT = re.compile(r"[&<>{\n\t\r]|\[(?![\d\s\]])")
_ATTRIBUTE = re.compile(r"[&<>{\"\n\t\r`\\\[\]*~^$=]")


def reference(sign: str) -> str:
    """A character as HTML refers to it."""
    named = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "\u00a0": "&nbsp;"}
    return named.get(sign, f"&#{ord(sign)};")


def attribute(value: str) -> str:
    """The value of an attribute, in quotation marks."""
    return f'"{_ATTRIBUTE.sub(lambda found: reference(found[0]), value)}"'


def number(note: str) -> str:
    """The number of a note, from its id."""
    return note.removeprefix("n")


def mark(mark: NoteRef) -> str:
    """The mark of a note, as a link to it."""
    return f'<sup><a href="#fn:{number(mark.note)}">{text(mark.label)}</a></sup>'


def picture(picture: Picture) -> str:
    """A picture; without a description it has no attribute `alt`, as decoration an empty one."""
    alt = "" if picture.alt is None else f" alt={attribute(picture.alt)}"
    return f"<img src={attribute(picture.src)}{alt}>"


def text(words: str) -> str:
    """Words that mean nothing to HTML or to Markdown."""
    return _TEXT.sub(lambda found: reference(found[0]), words)


# --- blocks -----------------------------------------------------------------------------


def blocks(some: Iterable[Block]) -> str:
    """Blocks, each on lines of its own."""
    return "\n".join(map(block, some))


def block(block: Block) -> str:
    """One block."""
    match block:
        case Heading():
            written = f"<h{block.level}>{_sentences(block.sentences)}</h{block.level}>"
        case Paragraph():
            written = f"<p>{_sentences(block.sentences)}</p>"
        case CodeBlock():
            language = f" class={attribute('language-' + block.language)}" if block.language else ""
            written = f"<pre><code{language}>{text(block.text)}</code></pre>"
        case ThematicBreak():
            written = "<hr>"
        case Figure():
            written = _figure(block)
        case Table():
            written = _table(block)
        case Listing() | DefinitionList() | Quote() | Passage() | Notes():
            written = _container(block)
        case _:
            assert_never(block)
    return written


def _container(block: Listing | DefinitionList | Quote | Passage | Notes) -> str:
    match block:
        case Listing():
            items = "\n".join(f"<li>{_inner(item.blocks)}</li>" for item in block.items)
            start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
            name = "ol" if block.ordered else "ul"
            return f"<{name}{start}>\n{items}\n</{name}>"
        case DefinitionList():
            entries = "\n".join(map(_definition, block.definitions))
            return f"<dl>\n{entries}\n</dl>"
        case Quote():
            return f"<blockquote>\n{blocks(block.blocks)}\n</blockquote>"
        case Passage():
            return f"<div lang={attribute(block.language)}>\n{blocks(block.blocks)}\n</div>"
        case Notes():
            items = "\n".join(
                f'<li id="fn:{number(note.id)}">{_inner(note.blocks)}</li>' for note in block.notes
            )
            return f'<section class="footnotes">\n<ol>\n{items}\n</ol>\n</section>'
        case _:
            assert_never(block)


def _inner(some: tuple[Block, ...]) -> str:
    """The blocks of an entry; a single paragraph needs no element of its own."""
    match some:
        case (Paragraph(sentences),):
            return _sentences(sentences)
        case _:
            return f"\n{blocks(some)}\n"


def _definition(definition: Definition) -> str:
    term = f"<dt>{_sentences(definition.term)}</dt>" if definition.term else ""
    meaning = f"<dd>{_inner(definition.blocks)}</dd>" if definition.blocks else ""
    return "\n".join(filter(None, (term or "<dt></dt>", meaning)))


def _figure(figure: Figure) -> str:
    caption = f"<figcaption>{_sentences(figure.caption)}</figcaption>" if figure.caption else ""
    return f"<figure>{picture(figure.picture)}{caption}</figure>"


def _table(table: Table) -> str:
    caption = f"<caption>{_sentences(table.caption)}</caption>\n" if table.caption else ""
    rows = "\n".join(map(_row, table.rows))
    return f"<table>\n{caption}{rows}\n</table>"


def _row(row: Row) -> str:
    return f"<tr>{''.join(map(_cell, row.cells))}</tr>"


def _cell(cell: Cell) -> str:
    name = "th" if cell.header else "td"
    columns = f' colspan="{cell.columns}"' if cell.columns != 1 else ""
    rows = f' rowspan="{cell.rows}"' if cell.rows != 1 else ""
    return f"<{name}{columns}{rows}>{_sentences(cell.sentences)}</{name}>"


# --- running text -----------------------------------------------------------------------


def _sentences(sentences: Sentences) -> str:
    return "".join(_running(s.inlines) + text(s.tail) for s in sentences)


def _running(run: Iterable[Inline]) -> str:
    return "".join(map(_inline, run))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            written = text(inline.text)
        case Code():
            written = f"<code>{text(inline.text)}</code>"
        case Break():
            written = "<br>"
        case Styled():
            written = f"<{inline.style}>{_running(inline.children)}</{inline.style}>"
        case Link():
            written = f"<a href={attribute(inline.href)}>{_running(inline.children)}</a>"
        case Foreign():
            written = f"<span lang={attribute(inline.language)}>{_running(inline.children)}</span>"
        case Abbreviation():
            written = f"<abbr title={attribute(inline.expansion)}>{text(inline.text)}</abbr>"
        case Picture():
            written = picture(inline)
        case NoteRef():
            written = mark(inline)
        case _:
            assert_never(inline)
    return written
