"""DAISY 2.02: a navigation page (NCC), SMIL 1.0 and XHTML 1.0 (DAISY 2.02 Specification, 2001)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO

from lxml import etree

from formats.clock import vtt
from formats.daisy.book import GENERATOR, BookFile, TalkingBook, packed, talking_book
from formats.daisy.markup import renamed, whole_tables, written
from formats.daisy.talking_post import BookPlace, TalkingPost, TalkingSection
from formats.markup import escape, language_attributes
from formats.model import Edition
from formats.smil.events import Event
from formats.smil.metadata import Facts

NCC = "ncc.html"
MASTER = "master.smil"
FORMAT = "Daisy 2.02"

_XHTML = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" \
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"{language}>
<head>
<title>{title}</title>
<meta http-equiv="Content-type" content="text/html; charset=utf-8"/>
{metas}</head>
<body>
{body}
</body>
</html>
"""

_SMIL = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">
<smil>
<head>
{metas}<layout><region id="txtView"/></layout>
</head>
<body>
{body}
</body>
</smil>
"""

_BLOCKS = ("section", "header", "footer", "aside", "figure")
_RENAMED = {**dict.fromkeys(_BLOCKS, "div"), "figcaption": "p", "mark": "span"}
_CLASSES = {"page": "page-normal", "noteref": "noteref"}


def pack(
    facts: Facts, editions: Sequence[Edition], *, has_posts: bool
) -> Callable[[BinaryIO], None]:
    """What writes a book into an open file: of one post, or of those of a blog."""
    book = talking_book(facts, editions, ".html", _text, has_posts=has_posts)
    smils = [(s.file, _smil(book, post, s, begun)) for post, s, begun in book.sections()]
    files = [*book.texts(), *smils, (MASTER, _master(book))]
    return packed(book, [(NCC, _ncc(book, files)), *files])


# --- the text ---------------------------------------------------------------------------


def _text(
    tree: etree._Element,
    edition: Edition,
    events: Mapping[str, str],  # noqa: ARG001 (SMIL leads to the text, not the reverse)
) -> bytes:
    """The text of a post as XHTML 1.0."""
    renamed(tree, _name, ("lang",))
    whole_tables(tree)
    attributes = language_attributes(edition.post.language, xhtml=True)
    title = escape(edition.post.title)
    return _XHTML.format(language=attributes, title=title, metas="", body=written(tree)).encode()


def _name(element: etree._Element, name: str) -> str:
    if name in ("mark", "figure"):
        element.set("class", name)
    return _RENAMED.get(name, "")


# --- SMIL -------------------------------------------------------------------------------


def _smil(book: TalkingBook, post: TalkingPost, section: TalkingSection, begun: int) -> bytes:
    """The events of a section: text and sound of each unit, one after the other."""
    length = section.sound.duration
    metas = [
        ("dc:title", book.facts.title),
        ("title", _title(post, section)),
        ("ncc:totalElapsedTime", vtt(begun)),
        ("ncc:timeInThisSmil", vtt(length)),
    ]
    pars = "\n".join(_par(post, section, *one) for one in _flat(section.events, ""))
    body = f'<seq dur="{length / 1000:.3f}s">\n{pars}\n</seq>'
    return _SMIL.format(metas=_smil_metas(book, metas), body=body).encode()


def _smil_metas(book: TalkingBook, metas: Iterable[tuple[str, str]]) -> str:
    common = [
        ("dc:format", FORMAT),
        ("dc:identifier", book.facts.identifier),
        ("ncc:generator", GENERATOR),
    ]
    return _metas([*common, *metas])


def _title(post: TalkingPost, section: TalkingSection) -> str:
    """The heading with which a section begins."""
    named = {place.unit: place.label for place in post.places if place.kind == "heading"}
    return next((named[unit] for unit in section.sound.heard if unit in named), "")


def _flat(events: Iterable[Event], skip: str) -> Iterator[tuple[str, str]]:
    """Each unit, and the attribute by which a listener who skips notes does not hear it."""
    for event in events:
        if isinstance(event, str):
            yield event, skip
        else:
            note = event.kind == "footnote"
            yield from _flat(event.events, ' system-required="footnote-on"' if note else skip)


def _par(post: TalkingPost, section: TalkingSection, unit: str, skip: str) -> str:
    """One unit. Links lead to its text, and its sound is in a sequence: so players know them."""
    clip = section.sound.heard[unit]
    times = f'clip-begin="{_npt(clip.begin)}" clip-end="{_npt(clip.end)}"'
    return (
        f'<par endsync="last" id="{unit}-par"{skip}>\n'
        f'<text src="{post.text}#{unit}" id="{unit}"/>\n'
        f'<seq><audio src="{clip.sound}" {times} id="{unit}-sound"/></seq>\n</par>'
    )


def _npt(milliseconds: int) -> str:
    return f"npt={milliseconds / 1000:.3f}s"


def _master(book: TalkingBook) -> bytes:
    """The list of the other SMIL files, which some players read."""
    metas = [("dc:title", book.facts.title), ("ncc:timeInThisSmil", vtt(book.duration))]
    refs = "\n".join(
        f'<ref src="{section.file}" title="{escape(_title(post, section))}"'
        f' id="{section.file.removesuffix(".smil")}"/>'
        for post, section, _ in book.sections()
    )
    return _SMIL.format(metas=_smil_metas(book, metas), body=refs).encode()


# --- the NCC ----------------------------------------------------------------------------


def _ncc(book: TalkingBook, files: Sequence[BookFile]) -> bytes:
    """The navigation page, by which players know the book."""
    items = list(_items(book))
    counted = len(files) + len(list(book.others())) + 1
    lines = "\n".join(_item(n, place, href) for n, (place, href) in enumerate(items, 1))
    metas = [
        *_about(book.facts),
        *_counts(book, [p for p, _ in items]),
        ("ncc:files", str(counted)),
    ]
    tag = escape(book.facts.language)
    return _XHTML.format(
        language=f' lang="{tag}" xml:lang="{tag}"',
        title=escape(book.facts.title),
        metas=_metas(metas),
        body=lines,
    ).encode()


def _items(book: TalkingBook) -> Iterator[tuple[BookPlace, str]]:
    """The places of the book in its order, and where each is heard.

    The first one has to name the book. The title of a whole blog is not spoken, so it stands
    before that of the first post: an item of its own would play that title twice.
    """
    for post in book.posts:
        for place in post.places:
            title = book.has_posts and post is book.posts[0] and place is post.places[0]
            label = f"{book.facts.title}: {place.label}" if title else place.label
            yield replace(place, label=label), post.events[place.unit]


def _item(number: int, place: BookPlace, href: str) -> str:
    if place.kind != "heading":
        name, kind = "span", f' class="{_CLASSES[place.kind]}"'
    else:
        name, kind = f"h{place.level}", ' class="title"' if number == 1 else ""
    link = f'<a href="{href}">{escape(place.label)}</a>'
    return f'<{name}{kind} id="ncc-{number}">{link}</{name}>'


def _about(facts: Facts) -> Iterator[tuple[str, str]]:
    """The metadata of the work. A creator, a publisher and a date are required."""
    yield "dc:title", facts.title
    for creator in facts.creators or (facts.publisher,):
        yield "dc:creator", creator
    yield "dc:date", f"{facts.published or facts.modified:%Y-%m-%d}"
    yield "dc:format", FORMAT
    yield "dc:identifier", facts.identifier
    yield "dc:language", facts.language
    yield "dc:publisher", facts.publisher or GENERATOR
    yield from (("dc:subject", subject) for subject in facts.subjects)
    others = (
        ("description", facts.description),
        ("rights", facts.rights),
        ("source", facts.source),
    )
    yield from ((f"dc:{name}", value) for name, value in others if value)


def _counts(book: TalkingBook, places: Sequence[BookPlace]) -> Iterator[tuple[str, str]]:
    kinds = [place.kind for place in places]
    pages = [int(place.label) for place in places if place.kind == "page"]
    yield "ncc:charset", "utf-8"
    yield "ncc:generator", GENERATOR
    yield "ncc:multimediaType", "audioFullText"
    voices = (v for post in book.posts for v in post.edition.narration.voices)
    yield from (("ncc:narrator", voice) for voice in dict.fromkeys(voices))
    yield "prod:ai-content", "true"
    yield "ncc:depth", str(max(place.level for place in places))
    yield "ncc:footnotes", str(kinds.count("noteref"))
    yield "ncc:maxPageNormal", str(max(pages, default=0))
    yield "ncc:pageFront", "0"
    yield "ncc:pageNormal", str(len(pages))
    yield "ncc:pageSpecial", "0"
    yield "ncc:prodNotes", "0"
    yield "ncc:sidebars", "0"
    yield "ncc:setInfo", "1 of 1"
    yield "ncc:tocItems", str(len(places))
    yield "ncc:totalTime", vtt(book.duration + 500)[:-4]


def _metas(metas: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<meta name="{name}" content="{escape(value)}"/>\n' for name, value in metas)
