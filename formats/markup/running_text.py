"""Sentences and inlines as markup."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never
from urllib.parse import quote, urlsplit

from formats.markup.context import (
    Context,
    Dialect,
    epub_type,
    escape,
    id_attribute,
    language_attributes,
)
from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Sentence,
    Sentences,
    Styled,
    Text,
)

# RFC 3986: characters of an address; others are percent-encoded. "%" stays as it is.
_ADDRESS = ":/?#@!$&'()*+,;=%-._~"


def write_sentences(sentences: Sentences, context: Context) -> str:
    """Sentences as spans with their ids, with the white space between them."""
    return "".join(_sentence(s, context) + escape(s.tail) for s in sentences)


def _sentence(sentence: Sentence, context: Context) -> str:
    words = write_inlines(sentence.inlines, context)
    return f"<span{id_attribute(sentence.id)}>{words}</span>"


def write_inlines(inlines: Iterable[Inline], context: Context) -> str:
    """A run of text."""
    return "".join(_inline(inline, context) for inline in inlines)


def _inline(inline: Inline, context: Context) -> str:
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
            written = write_picture(inline, context)
        case NoteRef():
            written = _note_mark(inline, context)
        case Styled() | Link() | Foreign():
            written = _around(inline, context)
        case _:
            assert_never(inline)
    return written


def _around(inline: Styled | Link | Foreign, context: Context) -> str:
    match inline:
        case Styled():
            return f"<{inline.style}>{write_inlines(inline.children, context)}</{inline.style}>"
        case Foreign():
            language = language_attributes(inline.language, xhtml=context.dialect.xhtml)
            return f"<span{language}>{write_inlines(inline.children, context)}</span>"
        case Link():
            return _link(inline, context)
        case _:
            assert_never(inline)


def _link(link: Link, context: Context) -> str:
    """A link, or only its words where it would lead nowhere or be inside another."""
    href = _address(link.href, context)
    if href is None or context.linked:
        return write_inlines(link.children, context)
    words = write_inlines(link.children, replace(context, linked=True))
    return f'<a href="{escape(href)}">{words}</a>'


def _address(href: str, context: Context) -> str | None:
    """An address that is safe and well-formed, or None: scripts never run from a post."""
    address = quote(href.strip(), safe=_ADDRESS, errors="replace")
    try:
        parts = urlsplit(href.strip())
    except ValueError:  # "http://[" is not an address
        return None
    if parts.scheme:
        return address if _leads(parts.scheme, parts.netloc) else None
    return None if context.dialect.xhtml or not address else address


def _leads(scheme: str, host: str) -> bool:
    return scheme in ("mailto", "tel") or (scheme in ("http", "https") and host != "")


def write_picture(picture: Picture, context: Context) -> str:
    """A picture, or words in place of a missing one, so that there is never a gap."""
    if picture.src not in context.dialect.pictures:
        return f'<span class="no-picture">{_absent(picture, context.dialect)}</span>'
    if picture.alt is None:
        alt, language = context.dialect.ours.page.undescribed, context.dialect.our_language
    else:
        alt, language = picture.alt, ""
    return f'<img src="{escape(picture.src)}" alt="{escape(alt)}"{language}/>'


def _absent(picture: Picture, dialect: Dialect) -> str:
    """The words in place of a picture, and a sentence that it is missing."""
    page = dialect.ours.page
    before, after = (_ours(half, dialect) for half in page.not_here.split("{}"))
    match picture.alt:
        case None:
            words = _ours(page.undescribed, dialect)
        case "":
            words = _ours(page.decoration, dialect)
        case alt:
            words = escape(page.picture.format(alt))
    return f"{before}{words}{after}"


def _ours(words: str, dialect: Dialect) -> str:
    """Words of our own, marked as English where the post's language has none.

    The space before them stays outside: inside, it would be on the wrong side in text that runs
    from right to left.
    """
    language, own = dialect.our_language, words.lstrip()
    space = words[: len(words) - len(own)]
    return f"{space}<span{language}>{escape(own)}</span>" if language and own else escape(words)


def _note_mark(mark: NoteRef, context: Context) -> str:
    """The mark of a note: a link where the note is in the same page."""
    label = escape(mark.label)
    there = context.notes is None or mark.note in context.notes
    if context.linked or not there:
        return f"<sup>{label}</sup>"
    kind = epub_type("noteref", context)
    return f'<sup><a{kind} role="doc-noteref" href="#{escape(mark.note)}">{label}</a></sup>'
