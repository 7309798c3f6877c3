"""Sentences and what they are made of, as markup."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never
from urllib.parse import quote, urlsplit

from formats.markup.place import Place, epub_type, escape, id_attribute, language_attributes
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

# RFC 3986: what an address may hold; anything else is percent-encoded. "%" stays as it is.
_ADDRESS = ":/?#@!$&'()*+,;=%-._~"


def write_sentences(sentences: Sentences, place: Place) -> str:
    """Sentences as spans with their ids, with the white space between them."""
    return "".join(_sentence(s, place) + escape(s.tail) for s in sentences)


def _sentence(sentence: Sentence, place: Place) -> str:
    words = write_inlines(sentence.inlines, place)
    return f"<span{id_attribute(sentence.id)}>{words}</span>"


def write_inlines(inlines: Iterable[Inline], place: Place) -> str:
    """A run of text."""
    return "".join(_inline(inline, place) for inline in inlines)


def _inline(inline: Inline, place: Place) -> str:
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
            written = write_picture(inline, place)
        case NoteRef():
            written = _note_mark(inline, place)
        case Styled() | Link() | Foreign():
            written = _around(inline, place)
        case _:
            assert_never(inline)
    return written


def _around(inline: Styled | Link | Foreign, place: Place) -> str:
    match inline:
        case Styled():
            return f"<{inline.style}>{write_inlines(inline.children, place)}</{inline.style}>"
        case Foreign():
            language = language_attributes(inline.language, xhtml=place.dialect.xhtml)
            return f"<span{language}>{write_inlines(inline.children, place)}</span>"
        case Link():
            return _link(inline, place)
        case _:
            assert_never(inline)


def _link(link: Link, place: Place) -> str:
    """A link, or its words alone where it would lead nowhere or stand inside another."""
    href = _address(link.href, place)
    if href is None or place.linked:
        return write_inlines(link.children, place)
    words = write_inlines(link.children, replace(place, linked=True))
    return f'<a href="{escape(href)}">{words}</a>'


def _address(href: str, place: Place) -> str | None:
    """An address that is safe and well written, or None: scripts never run from a post."""
    address = quote(href.strip(), safe=_ADDRESS, errors="replace")
    try:
        parts = urlsplit(href.strip())
    except ValueError:  # "http://[": no address
        return None
    if parts.scheme:
        return address if _leads(parts.scheme, parts.netloc) else None
    return None if place.dialect.xhtml or not address else address


def _leads(scheme: str, host: str) -> bool:
    return scheme in ("mailto", "tel") or (scheme in ("http", "https") and host != "")


def write_picture(picture: Picture, place: Place) -> str:
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


def _note_mark(mark: NoteRef, place: Place) -> str:
    """The mark of a note: a link where the note is there to be reached."""
    label = escape(mark.label)
    there = place.notes is None or mark.note in place.notes
    if place.linked or not there:
        return f"<sup>{label}</sup>"
    kind = epub_type("noteref", place)
    return f'<sup><a{kind} role="doc-noteref" href="#{escape(mark.note)}">{label}</a></sup>'
