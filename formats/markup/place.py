"""What every part of the writer needs: the dialect, the notes around, escaping, attributes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape as _escape

from formats import walk
from formats.languages import direction
from formats.model import Block, NoteRef, Notes, Sentence

# XML 1.0, 2.2 allows no C0 controls, lone surrogates, U+FFFE or U+FFFF; HTML allows no C1
# controls and no noncharacters either.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


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
class Place:
    """Where we write: the dialect, the note marks around, and whether we are inside a link.

    `marks` maps a note to the sentence that first names it; `notes` are the notes here, or
    None where that is not known.
    """

    dialect: Dialect
    marks: Mapping[str, str] = field(default_factory=dict)
    notes: frozenset[str] | None = None
    linked: bool = False


def place_of(blocks: Sequence[Block], dialect: Dialect) -> Place:
    """Where blocks are written that hold their own notes."""
    return Place(dialect, _marks(blocks), _notes(blocks))


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


def escape(text: str) -> str:
    """Text for element content or a quoted attribute; a character XML forbids becomes U+FFFD."""
    return _escape(legal(text))


def legal(text: str) -> str:
    """Text in which each character that XML or HTML forbids is U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


def language_attributes(language: str, *, xhtml: bool) -> str:
    """` lang="…" dir="…"`, with `xml:lang` in XHTML; the space before is part of it."""
    tag = escape(language)
    xml = f' xml:lang="{tag}"' if xhtml else ""
    return f' lang="{tag}"{xml} dir="{direction(language)}"'


def id_attribute(unit: str) -> str:
    """The id of a unit, with the space before; nothing before the post is split."""
    return f' id="{escape(unit)}"' if unit else ""


def epub_type(kind: str, place: Place) -> str:
    """What the element is in a book (EPUB Structural Semantics); nothing on a web page."""
    return f' epub:type="{kind}"' if place.dialect.xhtml else ""
