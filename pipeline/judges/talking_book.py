"""Talking books opened again, and the rules that both versions of DAISY share."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from lxml import etree

from pipeline.judges import mpeg
from pipeline.judges.opened_book import clock
from pipeline.judges.overlays import Par

Fault: TypeAlias = tuple[str, str, str]
"""(code, file in the book, message)."""

ROUNDED = 1.0
"""Milliseconds: rounding in two ways of writing the same time."""

# Letters and digits before a dot: what players with old file systems read. "ncc.html" and
# ".smil" are fixed by the specifications, so a suffix may have four letters.
_NAME = re.compile(r"[a-z0-9]{1,8}\.[a-z0-9]{2,4}")

_LONGEST_PAUSE = 3000  # ms of sound that no clip plays: more than any pause of ours


@dataclass(frozen=True, slots=True)
class Played:
    """One `par` of a SMIL file: the ids that lead to it, and what it plays."""

    smil: str
    ids: tuple[str, ...]
    par: Par

    @property
    def length(self) -> float:
        """How long it plays, in milliseconds."""
        return self.par.end - self.par.begin


@dataclass(frozen=True, slots=True)
class TalkingFiles:
    """The files of a talking book; each is parsed once. `xml` raises `KeyError` if it lacks one."""

    archive: zipfile.ZipFile
    _parsed: dict[str, etree._Element] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """The names of its files."""
        return self.archive.namelist()

    def xml(self, name: str) -> etree._Element:
        """A file, parsed without looking for its document type."""
        if name not in self._parsed:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            self._parsed[name] = etree.fromstring(self.archive.read(name), parser)
        return self._parsed[name]

    def ids(self, name: str) -> list[str]:
        """The ids in a file, in its order; none in a file that the book lacks."""
        if name not in self.names:
            return []
        return [i for e in self.xml(name).iter("*") if (i := e.get("id"))]

    def length(self, sound: str) -> float:
        """The decoded length of a sound in milliseconds. Raises `ValueError` if it is none."""
        with self.archive.open(sound) as file:
            return mpeg.measure_file(file).milliseconds  # type: ignore[arg-type] # it can go back


def metas(head: etree._Element) -> dict[str, list[str]]:
    """The values of each `meta` by its name."""
    found: dict[str, list[str]] = {}
    for meta in head.iter("{*}meta"):
        found.setdefault(meta.get("name", ""), []).append(meta.get("content", ""))
    return found


def play_time(value: str) -> float:
    """A clock value in milliseconds; -1 for one that can't be read."""
    try:
        return clock(value.strip().removeprefix("npt="))
    except (ValueError, KeyError):
        return -1.0


def apart(one: float, other: float, terms: int = 1) -> bool:
    """Whether two times differ by more than the rounding of so many terms."""
    return abs(one - other) > ROUNDED * (terms + 1)


def played(files: TalkingFiles, smil: str, begin: str, end: str) -> list[Played]:
    """The pars of a SMIL file that have one text and one sound; `begin` and `end` name times."""
    found = []
    for par in files.xml(smil).iter("{*}par"):
        texts, sounds = list(par.iter("{*}text")), list(par.iter("{*}audio"))
        if len(texts) != 1 or len(sounds) != 1:
            continue
        (text,), (sound,) = texts, sounds
        document, _, place = text.get("src", "").partition("#")
        times = play_time(sound.get(begin, "")), play_time(sound.get(end, ""))
        ids = tuple(filter(None, (par.get("id"), text.get("id"))))
        found.append(Played(smil, ids, Par(document, place, sound.get("src", ""), *times)))
    return found


# --- rules ------------------------------------------------------------------------------


def name_faults(files: TalkingFiles) -> Iterator[Fault]:
    """Names that every player can read, in no folder."""
    for name, count in Counter(files.names).items():
        if not _NAME.fullmatch(name):
            yield "name", name, "its name is not up to 8 letters and digits, a dot and a suffix"
        if count > 1:
            yield "name", name, f"there are {count} files of this name"


def xml_faults(files: TalkingFiles, suffixes: tuple[str, ...]) -> Iterator[Fault]:
    """Files of these kinds are well-formed, and no id stands twice in one."""
    for name in files.names:
        if not name.endswith(suffixes):
            continue
        try:
            counted = Counter(files.ids(name))
        except etree.XMLSyntaxError as error:
            yield "xml", name, f"it is not well-formed: {error}"
            continue
        for place, count in counted.items():
            if count > 1:
                yield "id", name, f"the id “{place}” is there {count} times"


def par_faults(files: TalkingFiles, smil: str) -> Iterator[Fault]:
    """Each event is one text with its sound."""
    pars = list(files.xml(smil).iter("{*}par"))
    if not pars:
        yield "par", smil, "nothing is played in it"
    for par in pars:
        texts, sounds = len(list(par.iter("{*}text"))), len(list(par.iter("{*}audio")))
        if (texts, sounds) != (1, 1):
            yield "par", smil, f"{par.get('id')} has {texts} texts and {sounds} sounds"


def text_faults(files: TalkingFiles, events: Sequence[Played]) -> Iterator[Fault]:
    """Each text that is played exists, is played once, and in the order in which it stands."""
    texts: dict[str, list[str]] = {}
    for event in events:
        texts.setdefault(event.par.document, []).append(event.par.place)
    for document, places in texts.items():
        standing = {place: number for number, place in enumerate(files.ids(document))}
        for place, count in Counter(places).items():
            if place not in standing:
                yield "text", document, f"there is no “{place}”, which is played"
            elif count > 1:
                yield "twice", document, f"{place} is played {count} times"
        order = [standing[place] for place in places if place in standing]
        if order != sorted(order):
            yield "order", document, "it is not played in the order in which it stands"


def sound_faults(files: TalkingFiles, events: Sequence[Played]) -> Iterator[Fault]:
    """Clips lie inside their sound, one after the other, and play all of it."""
    for sound in dict.fromkeys(event.par.sound for event in events):
        try:
            length = files.length(sound)
        except (KeyError, ValueError) as error:
            yield "sound", sound, f"it can't be played: {error}"
            continue
        own = [event for event in events if event.par.sound == sound]
        yield from _clip_faults(own, length)
    unused = {n for n in files.names if n.endswith(".mp3")} - {e.par.sound for e in events}
    for sound in sorted(unused):
        yield "unplayed", sound, "nothing plays it"


def _clip_faults(events: Sequence[Played], length: float) -> Iterator[Fault]:
    for event in events:
        if not 0 <= event.par.begin < event.par.end:
            times = f"from {event.par.begin:.0f} to {event.par.end:.0f} ms"
            yield "clip", event.smil, f"{event.par.place} is heard {times}"
        if event.par.end > length + ROUNDED:
            past = f"ends at {event.par.end:.0f} ms of {length:.0f} ms"
            yield "past-end", event.smil, f"{event.par.place} {past}"
    for before, after in pairwise(events):
        if after.par.begin < before.par.end:
            yield "overlap", after.smil, f"{after.par.place} begins before {before.par.place} ends"
    ends = [0.0, *(event.par.end for event in events)]
    for end, begin in zip(ends, [*(e.par.begin for e in events), length], strict=True):
        if begin - end > _LONGEST_PAUSE:
            message = f"it is not played from {end:.0f} to {begin:.0f} ms"
            yield "unplayed", events[0].par.sound, message


def picture_faults(files: TalkingFiles, texts: Sequence[str]) -> Iterator[Fault]:
    """Each picture of a text is in the book."""
    for text in texts:
        for image in files.xml(text).iter("{*}img"):
            if image.get("src", "") not in files.names:
                yield "picture", text, f"there is no picture {image.get('src')}"
