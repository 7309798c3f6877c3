"""A post in a talking book: its text, its sound in sections, and the places to go to in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import Protocol

from lxml import etree

from formats.daisy.tree import NOTES, headings, label, post_tree
from formats.model import Edition, Media
from formats.smil.clips import AudioClip
from formats.smil.events import Event, Structure, events, first_unit
from formats.smil.pictures import held
from formats.smil.sections import Section, sections

_SHOWN = {"image/jpeg": "jpg", "image/png": "png"}
"""The pictures that players of both versions show (Z39.86-2005, 6)."""


@dataclass(frozen=True, slots=True)
class BookPlace:
    """A place in the navigation: a heading, a page or the mark of a note.

    `kind` is "heading", "page" or "noteref"; `level` that of a heading. `unit` is what is heard
    first there, `last` the last unit of the words themselves: "" where they are not spoken.
    """

    kind: str
    label: str
    unit: str
    level: int = 0
    last: str = ""


@dataclass(frozen=True, slots=True)
class TalkingSection:
    """A section of the sound with what is played in it; `file` is the name of its SMIL."""

    file: str
    sound: Section
    events: tuple[Event, ...]


class WriteText(Protocol):
    """The text of a post as a file, from its tree, which it may change.

    `events` are where each unit is played.
    """

    def __call__(self, tree: etree._Element, edition: Edition, events: Mapping[str, str]) -> bytes:
        """The bytes of the file."""
        ...


@dataclass(frozen=True, slots=True)
class TalkingPost:
    """A post in a talking book.

    `text` is the name of its text, `written` that file. `pictures` are by their names in the
    book. `events` are where each unit is played, as in "s0001.smil#s5", and `heard` its clip.
    """

    edition: Edition
    text: str
    written: bytes = field(repr=False)
    sections: tuple[TalkingSection, ...]
    places: tuple[BookPlace, ...]
    pictures: Mapping[str, Media]
    events: Mapping[str, str] = field(repr=False)
    heard: Mapping[str, AudioClip] = field(repr=False)


class Numbers:
    """The names of a book's files: letters and digits, eight at most.

    Players with old file systems read no others.
    """

    def __init__(self) -> None:
        self._texts, self._sections, self._pictures = count(1), count(1), count(1)

    def text(self, suffix: str) -> str:
        """The name of the next text."""
        return f"t{next(self._texts):04}{suffix}"

    def sounds(self) -> Iterator[str]:
        """The names of the next sounds."""
        return (f"s{number:04}.mp3" for number in self._sections)

    def pictures(self, media: Iterable[Media]) -> dict[str, Media]:
        """Pictures by their names in the book."""
        return {f"i{next(self._pictures):04}.{_SHOWN[m.mime]}": m for m in media}


def talking_post(
    edition: Edition, numbers: Numbers, suffix: str, write: WriteText, *, paged: bool
) -> TalkingPost:
    """An edition as a post of a talking book, with page numbers where it is `paged`.

    `write` makes its text, with the given suffix.
    """
    pictures = numbers.pictures(m for m in held(edition) if m.mime in _SHOWN)
    tree = post_tree(edition, pictures, paged=paged)
    heard = frozenset(cue.id for cue in edition.narration.cues)
    places = tuple(_places(tree, heard, edition.post.slug))
    starts = [place.unit for place in places if place.kind == "heading"]
    cut = sections(edition.narration, starts, numbers.sounds())
    played = _by_section(events(_around(tree), heard), cut)
    parts = tuple(TalkingSection(_smil(s.sound), s, played[s.sound]) for s in cut)
    at = {unit: f"{part.file}#{unit}" for part in parts for unit in part.sound.heard}
    clips = {unit: clip for section in cut for unit, clip in section.heard.items()}
    text = numbers.text(suffix)
    return TalkingPost(edition, text, write(tree, edition, at), parts, places, pictures, at, clips)


def _smil(sound: str) -> str:
    return sound.removesuffix(".mp3") + ".smil"


def _around(tree: etree._Element) -> etree._Element:
    parent = tree.getparent()
    assert parent is not None
    return parent


def _by_section(
    played: tuple[Event, ...], cut: tuple[Section, ...]
) -> dict[str, tuple[Event, ...]]:
    """The events of each section. A structure lies in one: no heading stands inside of it."""
    found: dict[str, list[Event]] = {section.sound: [] for section in cut}
    sound_of = {unit: section.sound for section in cut for unit in section.heard}
    for event in _unwrapped(played):
        found[sound_of[first_unit(event)]].append(event)
    return {sound: tuple(own) for sound, own in found.items()}


def _unwrapped(played: Iterable[Event]) -> Iterator[Event]:
    """Events without the structures that hold whole sections: the post, and its notes."""
    for event in played:
        if isinstance(event, Structure) and event.kind in ("chapter", "endnotes"):
            yield from _unwrapped(event.events)
        else:
            yield event


# --- places -----------------------------------------------------------------------------


def _places(tree: etree._Element, heard: frozenset[str], slug: str) -> Iterator[BookPlace]:
    """The places of a text in its order; what is never heard is no place.

    A title that has no words is called by its slug.
    """
    levels = {element: level for level, element in headings(tree)}
    unit = ""
    for element in tree.iter("*"):
        own = element.get("id", "")
        unit = own if own in heard else unit
        if element in levels:
            for place in _heading(element, levels[element], heard):
                yield replace(place, label=place.label or slug)
        elif element.get("class") == "page-normal":
            yield from _named("page", element, _next_unit(element, heard))
        elif element.get("role") == "doc-noteref":
            yield from _named("noteref", element, unit)


def _named(kind: str, element: etree._Element, unit: str) -> Iterator[BookPlace]:
    if unit:
        yield BookPlace(kind, element.text or "", unit)


def _heading(element: etree._Element, level: int, heard: frozenset[str]) -> Iterator[BookPlace]:
    """A heading. That of the notes is not spoken by itself, and leads to the first note."""
    own = [e.get("id", "") for e in element.iter("*") if e.get("id", "") in heard]
    if own:
        yield BookPlace("heading", label(element), own[0], level, own[-1])
    elif element.get("id") == NOTES and (first := _next_unit(element, heard)):
        yield BookPlace("heading", label(element), first, level)


def _next_unit(element: etree._Element, heard: frozenset[str]) -> str:
    """The first unit after an element; "" if nothing is heard there."""
    following = chain(element.iterdescendants("*"), element.itersiblings("*"))
    return next((u for e in following for d in e.iter("*") if (u := d.get("id", "")) in heard), "")
