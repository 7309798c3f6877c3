"""What every part of the writer needs: dialect, notes, escaping, attributes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape as _escape

from formats import walk
from formats.languages import direction, primary
from formats.model import Block, Edition, NoteRef, Notes, Sentence
from formats.words import Words, words

# XML 1.0, 2.2 allows no C0 controls, lone surrogates, U+FFFE or U+FFFF; HTML allows no C1
# controls and no noncharacters either.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs between a book and a web page.

    `xhtml` adds `xml:lang` and `epub:type`, and drops links to relative addresses, which
    lead nowhere from a book. `pictures` are the paths of the available pictures; others are
    replaced by their words. `language` is that of the post. `described` shows the description of
    each picture below it, too, for those who see neither it nor what a screen reader says.
    """

    xhtml: bool
    pictures: frozenset[str]
    language: str
    described: bool = False

    @property
    def ours(self) -> Words:
        """Our own words beside the post's."""
        return words(self.language)

    @property
    def our_language(self) -> str:
        """The attributes of an element that holds our own words."""
        return our_language(self.ours, self.language, xhtml=self.xhtml)


def web_page(edition: Edition) -> Dialect:
    """The dialect of a page in the post's folder, which has its pictures."""
    pictures = frozenset(media.path for media in edition.media)
    return Dialect(xhtml=False, pictures=pictures, language=edition.post.language)


@dataclass(frozen=True, slots=True)
class Context:
    """The context of markup: the dialect, note marks, and whether we are inside a link.

    `marks` maps a note to the first sentence that refers to it; `notes` are the notes here, or
    None where that is not known.
    """

    dialect: Dialect
    marks: Mapping[str, str] = field(default_factory=dict)
    notes: frozenset[str] | None = None
    linked: bool = False


def context_of(blocks: Sequence[Block], dialect: Dialect) -> Context:
    """The context of blocks that contain their own notes."""
    return Context(dialect, _marks(blocks), _notes(blocks))


def _marks(blocks: Iterable[Block]) -> dict[str, str]:
    """Note id → id of the first sentence that refers to it."""
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
    """Text with U+FFFD for each character that XML or HTML forbids."""
    return _ILLEGAL.sub("\ufffd", text)


def language_attributes(language: str, *, xhtml: bool) -> str:
    """` lang="…" dir="…"`, with `xml:lang` in XHTML; the space before is part of it."""
    tag = escape(language)
    xml = f' xml:lang="{tag}"' if xhtml else ""
    return f' lang="{tag}"{xml} dir="{direction(language)}"'


def our_language(ours: Words, language: str, *, xhtml: bool = False) -> str:
    """The attributes of our own words in text in `language`; none if that is the same."""
    same = primary(ours.language) == primary(language)
    return "" if same else language_attributes(ours.language, xhtml=xhtml)


def id_attribute(unit: str) -> str:
    """The id attribute of a unit, with a space before it; "" before the post is split."""
    return f' id="{escape(unit)}"' if unit else ""


def epub_type(kind: str, context: Context) -> str:
    """The `epub:type` of an element (EPUB Structural Semantics); "" on a web page."""
    return f' epub:type="{kind}"' if context.dialect.xhtml else ""
