"""Whether the overlays of a book play: EPUBCheck does not open the sound, so we do.

EPUBCheck accepts a clip at 400 s of a sound of 4 s. Here every clip must lie inside its decoded
MP3, in order, for an element that exists; and every document must have an overlay.
"""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from pipeline.findings import Finding
from pipeline.judges import mpeg
from pipeline.judges.judge import Judge, always, fault, one_by_one, suffix
from pipeline.judges.opened_book import SMIL, SMIL_TYPE, OpenedBook, clock, join, open_book

_LONGEST_PAUSE = 3000  # ms of sound that no clip plays: more than any pause of ours


@dataclass(frozen=True, slots=True)
class Par:
    """One `par`: an element of a document, and when it is heard in milliseconds."""

    document: str
    place: str
    sound: str
    begin: float
    end: float


def _findings(path: Path) -> Iterator[Finding]:
    with zipfile.ZipFile(path) as archive:
        book = open_book(archive)
        if not book.heard():
            return
        for code, inner, message in (*_coverage(book), *_overlays(book)):
            yield fault(f"overlay-{code}", f"{path}: {inner}", message)


def is_heard(archive: zipfile.ZipFile) -> bool:
    """Whether a book has sound, or says that it has."""
    return open_book(archive).heard()


def pars(archive: zipfile.ZipFile) -> dict[str, tuple[Par, ...]]:
    """The `par`s of each document in a book's reading order, by its path in the book."""
    book = open_book(archive)
    items = book.items()
    found = {}
    for item in book.spine():
        overlay = items.get(item.get("media-overlay", ""))
        path = join(book.path, item.get("href", ""))
        name = "" if overlay is None else join(book.path, overlay.get("href", ""))
        found[path] = tuple(_clips(book, name)) if name else ()
    return found


def _coverage(book: OpenedBook) -> Iterator[tuple[str, str, str]]:
    """Every document of the spine has an overlay."""
    for item in book.spine():
        if not item.get("media-overlay"):
            yield "none", item.get("href", ""), "nothing of this document is narrated"


def _overlays(book: OpenedBook) -> Iterator[tuple[str, str, str]]:
    durations, played = book.durations(), 0.0
    narrating = {document.get("media-overlay") for document in book.spine()}
    for item in book.items().values():
        if item.get("media-type") != SMIL_TYPE:
            continue
        name = join(book.path, item.get("href", ""))
        clips = list(_clips(book, name))
        length = sum(clip.end - clip.begin for clip in clips)
        played += length
        yield from _agree(name, length, durations.get(item.get("id", "")), len(clips))
        whole = item.get("id", "") in narrating
        sound = _sound(book, clips, whole=whole)
        for problem, message in (*_order(clips), *sound, *_text(book, clips)):
            yield problem, name, message
    yield from _agree(book.path, played, durations.get(""), len(durations))


def _agree(
    name: str, played: float, said: float | None, terms: int
) -> Iterator[tuple[str, str, str]]:
    """Each time is rounded to a millisecond, so a sum may be off by one for each term."""
    if said is None or abs(played - said) > terms + 1:
        yield "duration", name, f"its clips last {played:.0f} ms, media:duration says {said} ms"


def _clips(book: OpenedBook, name: str) -> Iterator[Par]:
    for par in etree.fromstring(book.archive.read(name)).iter(f"{SMIL}par"):
        text, audio = par.find(f"{SMIL}text"), par.find(f"{SMIL}audio")
        if text is None or audio is None:
            continue  # EPUBCheck reports this
        document, _, place = text.get("src", "").partition("#")
        yield Par(
            join(name, document),
            unquote(place),
            join(name, audio.get("src", "")),
            clock(audio.get("clipBegin", "0")),
            clock(audio.get("clipEnd", "0")),
        )


def _order(clips: Sequence[Par]) -> Iterator[tuple[str, str]]:
    for clip in clips:
        if clip.end <= clip.begin:
            yield "empty", f"{clip.place} ends at {clip.end:.0f} ms, where it begins or before"
    for before, after in pairwise(clips):
        if after.sound == before.sound and after.begin < before.end:
            yield "overlap", f"{after.place} begins before {before.place} ends"


def _sound(book: OpenedBook, clips: Sequence[Par], *, whole: bool) -> Iterator[tuple[str, str]]:
    """Clips lie inside the sound, and no gap between them is longer than a pause.

    `whole` is false for the navigation document, which plays the headings alone.
    """
    for sound in dict.fromkeys(clip.sound for clip in clips):
        own = [clip for clip in clips if clip.sound == sound]
        try:
            length = mpeg.measure(book.archive.read(sound)).milliseconds
        except (KeyError, ValueError) as error:
            yield "sound", f"{sound} can't be played: {error}"
            continue
        for clip in own:
            if clip.end > length + 1:
                yield "past-end", f"{clip.place} ends at {clip.end:.0f} ms of {length:.0f} ms"
        ends = [0.0, *(clip.end for clip in own)]
        begins = [*(clip.begin for clip in own), length]
        for end, begin in zip(ends, begins, strict=True):
            if whole and begin - end > _LONGEST_PAUSE:
                yield "unplayed", f"{sound} is not played from {end:.0f} to {begin:.0f} ms"


def _text(book: OpenedBook, clips: Sequence[Par]) -> Iterator[tuple[str, str]]:
    """Every clip's element exists, and elements are heard in the order of the document."""
    for document in dict.fromkeys(clip.document for clip in clips):
        places = [clip.place for clip in clips if clip.document == document]
        try:
            page = etree.fromstring(book.archive.read(document))
        except KeyError:
            yield "text", f"there is no {document}"
            continue
        standing = {element.get("id", ""): at for at, element in enumerate(page.iter("*"))}
        for place in places:
            if place not in standing:
                yield "text", f"there is no {place} in {document}"
        order = [standing[place] for place in places if place in standing]
        if order != sorted(order):
            yield "order", f"{document} is not read in the order in which it stands"


OVERLAYS = Judge("overlays", suffix(".epub"), always, one_by_one(_findings))
