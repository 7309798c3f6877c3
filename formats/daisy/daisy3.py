"""DAISY 3: a package, an NCX, SMIL 2 and DTBook (ANSI/NISO Z39.86-2005)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from lxml import etree

from formats.clock import smil
from formats.daisy.book import GENERATOR, BookFile, TalkingBook, packed, talking_book
from formats.daisy.dtbook import dtbook
from formats.daisy.ncx import ncx
from formats.daisy.talking_post import TalkingPost, TalkingSection
from formats.markup import escape
from formats.model import Edition
from formats.smil.clips import AudioClip
from formats.smil.events import Event, Structure
from formats.smil.metadata import Facts
from formats.words import added, words
from formats.words.talking_book import talking_book as talking_book_words

PACKAGE = "package.opf"
NCX = "book.ncx"
RESOURCES = "text.res"

_PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" \
"http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd">
<package xmlns="http://openebook.org/namespaces/oeb-package/1.0/" unique-identifier="uid">
<metadata>
<dc-metadata xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:oebpackage="http://openebook.org/namespaces/oeb-package/1.0/">
{dublin_core}</dc-metadata>
<x-metadata>
{metas}</x-metadata>
</metadata>
<manifest>
{items}</manifest>
<spine>
{spine}</spine>
</package>
"""

_SMIL = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE smil PUBLIC "-//NISO//DTD dtbsmil 2005-2//EN" \
"http://www.daisy.org/z3986/2005/dtbsmil-2005-2.dtd">
<smil xmlns="http://www.w3.org/2001/SMIL20/">
<head>
<meta name="dtb:uid" content="{identifier}"/>
<meta name="dtb:generator" content="{generator}"/>
<meta name="dtb:totalElapsedTime" content="{elapsed}"/>{tests}
</head>
<body>
<seq id="main" dur="{duration}">
{events}
</seq>
</body>
</smil>
"""

_TESTS = """
<customAttributes>
<customTest id="note" defaultState="true" override="visible"/>
</customAttributes>"""

_RESOURCES = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE resources PUBLIC "-//NISO//DTD resource 2005-1//EN" \
"http://www.daisy.org/z3986/2005/resource-2005-1.dtd">
<resources xmlns="http://www.daisy.org/z3986/2005/resource/" version="2005-1">
<scope nsuri="http://www.daisy.org/z3986/2005/ncx/">
{tests}
</scope>
<scope nsuri="http://www.w3.org/2001/SMIL20/">
{classes}
</scope>
</resources>
"""

_CLASSES = {"list": "list", "table": "table", "footnote": "note"}
"""The structures that a listener can leave; the notes can be skipped as well."""

_KINDS = {
    ".smil": "application/smil",
    ".xml": "application/x-dtbook+xml",
    ".mp3": "audio/mpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}


def pack(
    facts: Facts, editions: Sequence[Edition], *, has_posts: bool
) -> Callable[[BinaryIO], None]:
    """What writes a book into an open file: of one post, or of those of a blog."""

    def text(tree: etree._Element, edition: Edition, events: Mapping[str, str]) -> bytes:
        return dtbook(tree, edition, events, facts.identifier)

    book = talking_book(facts, editions, ".xml", text, has_posts=has_posts)
    smils = [(s.file, _smil(book, post, s, begun)) for post, s, begun in book.sections()]
    control = [(NCX, ncx(book)), (RESOURCES, _resources(facts.language))]
    files = [*book.texts(), *smils]
    return packed(book, [(PACKAGE, _package(book, files)), *control, *files])


# --- SMIL -------------------------------------------------------------------------------


def _smil(book: TalkingBook, post: TalkingPost, section: TalkingSection, begun: int) -> bytes:
    """The events of a section."""
    return _SMIL.format(
        identifier=escape(book.facts.identifier),
        generator=GENERATOR,
        elapsed=smil(begun),
        tests=_TESTS if any(map(_skips, section.events)) else "",
        duration=smil(section.sound.duration),
        events=_events(section.events, post, section.sound.heard),
    ).encode()


def _skips(event: Event) -> bool:
    return isinstance(event, Structure) and event.kind == "footnote"


def _events(events: Iterable[Event], post: TalkingPost, heard: Mapping[str, AudioClip]) -> str:
    return "\n".join(_event(event, post, heard) for event in events)


def _event(event: Event, post: TalkingPost, heard: Mapping[str, AudioClip]) -> str:
    if isinstance(event, str):
        return _par(event, post, heard[event])
    inner = _events(event.events, post, heard)
    if event.kind not in _CLASSES:
        return inner
    skip = ' customTest="note"' if _skips(event) else ""
    end = f'end="DTBuserEscape;{_last(event.events[-1])}.end"'
    kind = _CLASSES[event.kind]
    return f'<seq id="seq-{event.id}" class="{kind}"{skip} {end}>\n{inner}\n</seq>'


def _last(event: Event) -> str:
    """The id of what a structure ends with, as it is written."""
    if isinstance(event, str):
        return event
    return f"seq-{event.id}" if event.kind in _CLASSES else _last(event.events[-1])


def _par(unit: str, post: TalkingPost, clip: AudioClip) -> str:
    times = f'clipBegin="{smil(clip.begin)}" clipEnd="{smil(clip.end)}"'
    return (
        f'<par id="{unit}"><text src="{post.text}#{unit}"/>'
        f'<audio src="{clip.sound}" {times}/></par>'
    )


# --- the package ------------------------------------------------------------------------


def _package(book: TalkingBook, files: Sequence[BookFile]) -> bytes:
    """The package file: what the book is, its files, and their order."""
    named = [*(name for name, _ in files), *book.others()]
    items = [(PACKAGE, "opf", "text/xml"), (NCX, "ncx", "application/x-dtbncx+xml")]
    items += [(RESOURCES, "resource", "application/x-dtbresource+xml")]
    items += [(name, name.replace(".", "-"), _KINDS[name[name.rindex(".") :]]) for name in named]
    lines = (f'<item id="{own}" href="{name}" media-type="{kind}"/>\n' for name, own, kind in items)
    spine = (
        f'<itemref idref="{section.file.replace(".", "-")}"/>\n'
        for _, section, _ in book.sections()
    )
    return _PACKAGE.format(
        dublin_core="".join(_dublin_core(book.facts)),
        metas="".join(_metas(book)),
        items="".join(lines),
        spine="".join(spine),
    ).encode()


def _dublin_core(facts: Facts) -> Iterator[str]:
    yield f'<dc:Identifier id="uid">{escape(facts.identifier)}</dc:Identifier>\n'
    said = [
        ("Title", facts.title),
        *(("Creator", creator) for creator in facts.creators),
        ("Publisher", facts.publisher or GENERATOR),
        ("Date", f"{facts.published or facts.modified:%Y-%m-%d}"),
        ("Format", "ANSI/NISO Z39.86-2005"),
        ("Language", facts.language),
        *(("Subject", subject) for subject in facts.subjects),
        ("Description", facts.description),
        ("Rights", facts.rights),
        ("Source", facts.source),
    ]
    yield from (f"<dc:{name}>{escape(value)}</dc:{name}>\n" for name, value in said if value)


def _metas(book: TalkingBook) -> Iterator[str]:
    pictures = any(post.pictures for post in book.posts)
    voices = (voice for post in book.posts for voice in post.edition.narration.voices)
    said = [
        ("dtb:multimediaType", "audioFullText"),
        ("dtb:multimediaContent", "audio,text,image" if pictures else "audio,text"),
        ("dtb:totalTime", smil(book.duration)),
        ("dtb:audioFormat", "MP3"),
        *(("dtb:narrator", voice) for voice in dict.fromkeys(voices)),
        ("prod:ai-content", "true"),
    ]
    yield from (f'<meta name="{name}" content="{escape(value)}"/>\n' for name, value in said)


def _resources(language: str) -> bytes:
    """The names of what can be skipped or left, which players show."""
    ours = words(language)
    own = talking_book_words(ours)
    named = {"list": own.listing, "table": own.table, "note": own.note}
    selected = [(f"//seq[@class='{kind}']", name) for kind, name in named.items()]
    tests = [("//smilCustomTest[@bookStruct='NOTE']", own.note)]
    tag = added(language)
    return _RESOURCES.format(
        tests=_node_sets("test", tests, tag), classes=_node_sets("class", selected, tag)
    ).encode()


def _node_sets(kind: str, named: Iterable[tuple[str, str]], language: str) -> str:
    return "\n".join(
        f'<nodeSet id="{kind}-{number}" select="{select}"><resource xml:lang="{escape(language)}">'
        f"<text>{escape(name)}</text></resource></nodeSet>"
        for number, (select, name) in enumerate(named, 1)
    )
