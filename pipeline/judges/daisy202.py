"""The rules of the DAISY 2.02 Specification (2001) that a program can decide."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lxml import etree

from pipeline.judges.talking_book import (
    Fault,
    Played,
    TalkingFiles,
    apart,
    metas,
    name_faults,
    par_faults,
    picture_faults,
    play_time,
    played,
    sound_faults,
    text_faults,
    xml_faults,
)

NCC, MASTER = "ncc.html", "master.smil"

_ONCE = (
    *("dc:title", "dc:date", "dc:format", "dc:identifier", "dc:publisher"),
    *("ncc:charset", "ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial"),
    *("ncc:tocItems", "ncc:totalTime"),
)
_AT_LEAST_ONCE = ("dc:creator", "dc:language")
_SPANS = {
    "ncc:pageFront": "page-front",
    "ncc:pageNormal": "page-normal",
    "ncc:pageSpecial": "page-special",
    "ncc:footnotes": "noteref",
    "ncc:sidebars": "sidebar",
    "ncc:prodNotes": "optional-prodnote",
}
_SKIPPED = {"footnote-on", "pagenumber-on", "prodnote-on", "sidebar-on", None}
_HEADING = re.compile(r"h([1-6])")
_SECOND = 1000.0


def faults(files: TalkingFiles) -> Iterator[Fault]:
    """Everything that is wrong in a book, by code, file and message."""
    yield from name_faults(files)
    broken = list(xml_faults(files, (".html", ".smil")))
    yield from broken
    if NCC not in files.names:
        yield "ncc", NCC, "there is no such file, by which players know the book"
    if NCC not in files.names or any(code == "xml" for code, _, _ in broken):
        return
    ncc = files.xml(NCC)
    items = list(ncc.iterfind("{*}body/*"))
    smils = list(dict.fromkeys(_href(item).partition("#")[0] for item in items))
    there = [name for name in smils if name in files.names]
    yield from _meta_faults(metas(ncc))
    yield from _item_faults(items)
    yield from _heading_faults(items)
    yield from _count_faults(files, metas(ncc), items)
    yield from _smil_faults(files, there)
    events = [e for smil in there for e in played(files, smil, "clip-begin", "clip-end")]
    yield from _link_faults(files, items, events)
    yield from _text_heading_faults(files, items, events)
    yield from (*text_faults(files, events), *sound_faults(files, events))
    yield from _time_faults(files, there, events, metas(ncc))
    texts = dict.fromkeys(e.par.document for e in events if e.par.document in files.names)
    yield from picture_faults(files, list(texts))
    yield from _master_faults(files, smils)


def _href(item: etree._Element) -> str:
    link = item.find("{*}a")
    return "" if link is None else link.get("href", "")


def _words(item: etree._Element) -> str:
    return "".join(map(str, item.itertext())).strip()


def _meta_faults(said: Mapping[str, list[str]]) -> Iterator[Fault]:
    """The metadata that is required (appendix 2)."""
    for name in _ONCE:
        if len(said.get(name, [])) != 1:
            yield "meta", NCC, f"{name} is there {len(said.get(name, []))} times, not once"
    for name in _AT_LEAST_ONCE:
        if not said.get(name):
            yield "meta", NCC, f"there is no {name}"
    empty = [name for name, values in said.items() if name and not all(map(str.strip, values))]
    for name in empty:
        yield "meta", NCC, f"{name} says nothing"
    yield from _value_faults(said)


def _value_faults(said: Mapping[str, list[str]]) -> Iterator[Fault]:
    """How some of it is written."""
    for value in said.get("dc:format", []):
        if value != "Daisy 2.02":
            yield "meta", NCC, f"dc:format is “{value}”, and not “Daisy 2.02”"
    for value in said.get("dc:date", []):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            yield "meta", NCC, f"dc:date is “{value}”, and not a year, a month and a day"


def _item_faults(items: Sequence[etree._Element]) -> Iterator[Fault]:
    """The first item is the title; each has an id and leads to a SMIL file."""
    titles = [item for item in items if item.get("class") == "title"]
    if not items or titles != items[:1] or etree.QName(items[0]).localname != "h1":
        yield "title", NCC, "its first item, and no other, is a heading h1 of the class “title”"
    for number, item in enumerate(items, 1):
        if not item.get("id"):
            yield "item", NCC, f"item {number} has no id"
        if not _words(item):
            yield "item", NCC, f"item {number} has no words"


def _levels(elements: Sequence[etree._Element]) -> list[int]:
    found = (_HEADING.fullmatch(etree.QName(e).localname) for e in elements)
    return [int(match[1]) for match in found if match]


def _heading_faults(items: Sequence[etree._Element]) -> Iterator[Fault]:
    """No heading is more than one level below the one before it."""
    for before, after in pairwise(_levels(items)):
        if after > before + 1:
            yield "heading", NCC, f"a heading of level {after} follows one of level {before}"


def _count_faults(
    files: TalkingFiles, said: Mapping[str, list[str]], items: Sequence[etree._Element]
) -> Iterator[Fault]:
    """What the NCC counts is what there is."""
    kinds = [item.get("class") for item in items]
    pages = [
        int(_words(item))
        for item in items
        if item.get("class") == "page-normal" and _words(item).isdigit()
    ]
    true = {name: kinds.count(kind) for name, kind in _SPANS.items()}
    true |= {"ncc:tocItems": len(items), "ncc:files": len(files.names)}
    true |= {
        "ncc:depth": max(_levels(items), default=0),
        "ncc:maxPageNormal": max(pages, default=0),
    }
    for name, count in true.items():
        for value in said.get(name, []):
            if value != str(count):
                yield "count", NCC, f"{name} is “{value}”, and there are {count}"
    if kinds.count("noteref") and "ncc:footnotes" not in said:
        yield "count", NCC, "there are notes, and no ncc:footnotes"
    if len(pages) != kinds.count("page-normal"):
        yield "count", NCC, "the number of a normal page is not a number"


def _smil_faults(files: TalkingFiles, smils: Sequence[str]) -> Iterator[Fault]:
    """The form of a SMIL file (2.2): one sequence of events, which have their ids."""
    for smil in smils:
        root = files.xml(smil)
        if metas(root).get("dc:format") != ["Daisy 2.02"]:
            yield "meta", smil, "dc:format is not there once, as “Daisy 2.02”"
        if [etree.QName(e).localname for e in root.iterfind("{*}body/*")] != ["seq"]:
            yield "smil", smil, "its body is not one sequence"
        if root.find("{*}head/{*}layout/{*}region[@id]") is None:
            yield "smil", smil, "it has no region for the text"
        yield from par_faults(files, smil)
        for media in root.iter("{*}text", "{*}audio"):
            if not media.get("id"):
                yield "smil", smil, "a text or a sound has no id"
        for par in root.iter("{*}par"):
            if par.get("endsync") != "last" or par.get("system-required") not in _SKIPPED:
                yield "smil", smil, f"{par.get('id')} does not end with its last part"


def _link_faults(
    files: TalkingFiles, items: Sequence[etree._Element], events: Sequence[Played]
) -> Iterator[Fault]:
    """Each item leads to an event, and the items stand in the order of their events."""
    at = {f"{e.smil}#{own}": number for number, e in enumerate(events) for own in e.ids}
    order = [at[_href(item)] for item in items if _href(item) in at]
    for item in items:
        if _href(item) not in at:
            yield "link", NCC, f"“{_href(item)}” leads to no event"
    if order != sorted(order):
        yield "order", NCC, "its items are not in the order in which they are heard"
    reached = {e.smil for e in events} | {MASTER}
    for smil in (name for name in files.names if name.endswith(".smil")):
        if smil not in reached:
            yield "link", smil, "no item of the NCC leads to it"


def _text_heading_faults(
    files: TalkingFiles, items: Sequence[etree._Element], events: Sequence[Played]
) -> Iterator[Fault]:
    """The headings of the texts are those of the NCC, of the same levels, in the same order."""
    texts = dict.fromkeys(e.par.document for e in events if e.par.document in files.names)
    found = [level for text in texts for level in _levels(list(files.xml(text).iter("*")))]
    if found != _levels(items):
        yield "heading", NCC, "its headings are not those of the text"


def _time_faults(
    files: TalkingFiles,
    smils: Sequence[str],
    events: Sequence[Played],
    said: Mapping[str, list[str]],
) -> Iterator[Fault]:
    """Each SMIL file says how long it is and what came before, and the NCC says their sum."""
    before = 0.0
    for smil in smils:
        own = [event for event in events if event.smil == smil]
        length = sum(event.length for event in own)
        told = metas(files.xml(smil))
        times = {
            "the sequence": [s.get("dur", "") for s in files.xml(smil).iterfind("{*}body/{*}seq")],
            "ncc:timeInThisSmil": told.get("ncc:timeInThisSmil", [""]),
        }
        for name, values in times.items():
            if any(apart(play_time(value), length) for value in values):
                yield "time", smil, f"{name} is {values[0]}, and its clips last {length:.0f} ms"
        for value in told.get("ncc:totalElapsedTime", [""]):
            if apart(play_time(value), before, len(events)):
                yield (
                    "time",
                    smil,
                    f"{value} is said to be before it, and there are {before:.0f} ms",
                )
        before += length
    for value in said.get("ncc:totalTime", []):
        if abs(play_time(value) - before) > _SECOND:
            yield "time", NCC, f"ncc:totalTime is {value}, and all clips last {before:.0f} ms"


def _master_faults(files: TalkingFiles, smils: Sequence[str]) -> Iterator[Fault]:
    """The master SMIL, where there is one, lists the others in their order."""
    if MASTER not in files.names:
        return
    listed = [ref.get("src") for ref in files.xml(MASTER).iter("{*}ref")]
    if listed != list(smils):
        yield "master", MASTER, "it does not list the SMIL files in the order of the NCC"
