"""The main rules of DAISY 3 (ANSI/NISO Z39.86-2005) that a document type does not say."""

import re
from collections.abc import Iterator, Mapping, Sequence

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

_SUFFIXES = (".opf", ".ncx", ".smil", ".xml", ".res")
_SMIL, _TEXT = "application/smil", "application/x-dtbook+xml"
_TYPES = {
    ".opf": "text/xml",
    ".ncx": "application/x-dtbncx+xml",
    ".smil": _SMIL,
    ".xml": _TEXT,
    ".res": "application/x-dtbresource+xml",
    ".mp3": "audio/mpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}
_DUBLIN_CORE = ("Title", "Publisher", "Date", "Format", "Identifier", "Language")
_ONCE = ("dtb:multimediaType", "dtb:multimediaContent", "dtb:totalTime")
_NCX_ONCE = ("dtb:uid", "dtb:depth", "dtb:totalPageCount", "dtb:maxPageNumber")


def faults(files: TalkingFiles) -> Iterator[Fault]:
    """Everything that is wrong in a book, by code, file and message."""
    yield from name_faults(files)
    broken = list(xml_faults(files, _SUFFIXES))
    yield from broken
    packages = [name for name in files.names if name.endswith(".opf")]
    tables = [name for name in files.names if name.endswith(".ncx")]
    if len(packages) != 1 or len(tables) != 1:
        yield "package", "", "it has not one package file and one NCX"
        return
    if any(code == "xml" for code, _, _ in broken):
        return
    yield from _book_faults(files, packages[0], tables[0])


def _book_faults(files: TalkingFiles, opf: str, ncx: str) -> Iterator[Fault]:
    package = files.xml(opf)
    items = {item.get("id", ""): item for item in package.iter("{*}item")}
    spine = [items[i.get("idref", "")].get("href", "") for i in package.iter("{*}itemref")]
    smils = [smil for smil in spine if smil in files.names]
    uid = "".join(e.text or "" for e in package.iter("{*}Identifier"))
    yield from _metadata_faults(package, opf)
    yield from _manifest_faults(files, opf, list(items.values()))
    if spine != [n for n in files.names if n.endswith(".smil")]:
        yield "spine", opf, "the spine does not have each SMIL file once"
    events = [e for smil in smils for e in played(files, smil, "clipBegin", "clipEnd")]
    texts = [name for name in files.names if name.endswith(".xml")]
    for name in (ncx, *smils, *texts):
        if metas(files.xml(name)).get("dtb:uid") != [uid]:
            yield "uid", name, "dtb:uid is not the identifier of the package, once"
    yield from (*_smil_faults(files, smils), *text_faults(files, events))
    yield from (*sound_faults(files, events), *picture_faults(files, texts))
    yield from _back_faults(files, texts, events)
    yield from _time_faults(files, smils, events, metas(package))
    yield from _ncx_faults(files, ncx, events)
    yield from _test_faults(files, ncx, smils)


def _metadata_faults(package: etree._Element, opf: str) -> Iterator[Fault]:
    """The metadata that is required (3.2)."""
    core = {etree.QName(e).localname: e.text or "" for e in package.iterfind(".//{*}dc-metadata/*")}
    for name in _DUBLIN_CORE:
        if not core.get(name, "").strip():
            yield "meta", opf, f"dc:{name} is not there, or says nothing"
    if core.get("Format") != "ANSI/NISO Z39.86-2005":
        yield "meta", opf, "dc:Format is not “ANSI/NISO Z39.86-2005”"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", core.get("Date", "")):
        yield "meta", opf, "dc:Date is not a year, a month and a day"
    said = metas(package)
    for name in _ONCE:
        if len(said.get(name, [])) != 1:
            yield "meta", opf, f"{name} is there {len(said.get(name, []))} times, not once"
    own = [i.get("id") for i in package.iter("{*}Identifier")]
    if package.get("unique-identifier") not in own:
        yield "meta", opf, "its unique-identifier is no identifier"


def _manifest_faults(
    files: TalkingFiles, opf: str, items: Sequence[etree._Element]
) -> Iterator[Fault]:
    """The manifest has each file of the book, with its type."""
    listed = {item.get("href", ""): item.get("media-type", "") for item in items}
    for name in sorted(listed.keys() ^ set(files.names)):
        where = "the manifest lists it, and it is not there"
        yield "manifest", name or opf, where if name in listed else "the manifest does not list it"
    for name, kind in listed.items():
        if _TYPES.get(name[name.rfind(".") :]) != kind:
            yield "manifest", name, f"its type is said to be {kind}"
    if "ncx" not in [item.get("id") for item in items]:
        yield "manifest", opf, "the NCX has not the id “ncx”"


def _smil_faults(files: TalkingFiles, smils: Sequence[str]) -> Iterator[Fault]:
    """Events and structures have ids; a structure that can be left says how it ends (7.4.4)."""
    for smil in smils:
        yield from par_faults(files, smil)
        for container in files.xml(smil).iter("{*}par", "{*}seq"):
            if not container.get("id"):
                yield "smil", smil, "an event or a structure has no id"
            end = container.get("end")
            last = container[-1].get("id") if len(container) else None
            if end is not None and (
                end != f"DTBuserEscape;{last}.end" or not container.get("class")
            ):
                yield "escape", smil, f"{container.get('id')} can't be left by its last part"


def _back_faults(
    files: TalkingFiles, texts: Sequence[str], events: Sequence[Played]
) -> Iterator[Fault]:
    """Each element that is played leads to its event, and no other does."""
    at = {(e.par.document, e.par.place): {f"{e.smil}#{i}" for i in e.ids} for e in events}
    for text in texts:
        for element in files.xml(text).iter("*"):
            there = at.get((text, element.get("id", "")))
            back = element.get("smilref")
            if (back is not None or there) and back not in (there or ()):
                yield "back", text, f"{element.get('id')} leads to “{back}”, where it is not played"


def _time_faults(
    files: TalkingFiles,
    smils: Sequence[str],
    events: Sequence[Played],
    said: Mapping[str, list[str]],
) -> Iterator[Fault]:
    """Each SMIL file says what came before it, and the package says the sum."""
    before = 0.0
    for smil in smils:
        length = sum(event.length for event in events if event.smil == smil)
        for value in metas(files.xml(smil)).get("dtb:totalElapsedTime", [""]):
            if apart(play_time(value), before, len(smils)):
                yield (
                    "time",
                    smil,
                    f"{value} is said to be before it, and there are {before:.0f} ms",
                )
        for sequence in files.xml(smil).iterfind("{*}body/{*}seq"):
            if apart(play_time(sequence.get("dur", "")), length, len(smils)):
                yield (
                    "time",
                    smil,
                    f"it is {sequence.get('dur')}, and its clips last {length:.0f} ms",
                )
        before += length
    for value in said.get("dtb:totalTime", []):
        if apart(play_time(value), before, len(smils)):
            yield "time", "", f"dtb:totalTime is {value}, and all clips last {before:.0f} ms"


def _ncx_faults(files: TalkingFiles, ncx: str, events: Sequence[Played]) -> Iterator[Fault]:
    """The NCX counts what it has, and its places are numbered in the order of their events."""
    root, said = files.xml(ncx), metas(files.xml(ncx))
    for name in _NCX_ONCE:
        if len(said.get(name, [])) != 1:
            yield "meta", ncx, f"{name} is there {len(said.get(name, []))} times, not once"
    pages = list(root.iter("{*}pageTarget"))
    depth = max(
        (len(list(p.iterancestors("{*}navPoint"))) + 1 for p in root.iter("{*}navPoint")), default=0
    )
    true = {
        "dtb:depth": depth,
        "dtb:totalPageCount": len(pages),
        "dtb:maxPageNumber": max((int(page.get("value", "0")) for page in pages), default=0),
    }
    for name, count in true.items():
        if said.get(name, [""])[0] != str(count):
            yield "count", ncx, f"{name} is “{said.get(name)}”, and there are {count}"
    at = {f"{e.smil}#{own}": number for number, e in enumerate(events) for own in e.ids}
    places: dict[int, set[int]] = {}
    for place in root.iter("{*}navPoint", "{*}pageTarget"):
        content = place.find("{*}content")
        target = "" if content is None else content.get("src", "")
        if target not in at:
            yield "link", ncx, f"“{target}” leads to no event"
        else:
            places.setdefault(int(place.get("playOrder", "0")), set()).add(at[target])
    times = [times for _, times in sorted(places.items())]
    firsts = [min(time) for time in times]
    if sorted(places) != [*range(1, len(places) + 1)] or firsts != sorted(set(firsts)):
        yield "order", ncx, "its places are not numbered in the order in which they are heard"
    elif any(len(time) > 1 for time in times):
        yield "order", ncx, "two places of one number are heard at different times"
    yield from _label_faults(files, ncx)


def _label_faults(files: TalkingFiles, ncx: str) -> Iterator[Fault]:
    """The sound of a label lies in a sound of the book."""
    lengths: dict[str, float] = {}
    for audio in files.xml(ncx).iter("{*}audio"):
        sound = audio.get("src", "")
        if sound not in files.names:
            yield "sound", ncx, f"there is no {sound}"
            continue
        length = lengths.setdefault(sound, files.length(sound))
        begin, end = play_time(audio.get("clipBegin", "")), play_time(audio.get("clipEnd", ""))
        if not 0 <= begin < end <= length + 1:
            yield "clip", ncx, f"a label is heard from {begin:.0f} to {end:.0f} ms of {length:.0f}"


def _test_faults(files: TalkingFiles, ncx: str, smils: Sequence[str]) -> Iterator[Fault]:
    """What can be skipped is declared where it is used, and in the NCX (7.4.2 and 8.4)."""
    known = {test.get("id") for test in files.xml(ncx).iter("{*}smilCustomTest")}
    for smil in smils:
        root = files.xml(smil)
        declared = {test.get("id") for test in root.iter("{*}customTest")}
        used = {e.get("customTest") for e in root.iter("*") if e.get("customTest")}
        for test in sorted(filter(None, used - (declared & known))):
            yield "skip", smil, f"“{test}” can be skipped, and is not declared in it and in the NCX"
