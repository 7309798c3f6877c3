"""The navigation document: every post with its headings, and the landmarks.

It is narrated too, with the sound of the headings themselves; it stands outside the spine,
so that nobody has to hear it before the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from formats import walk
from formats.epub.document import STYLE, page_of, written
from formats.epub.leaf import TEXT, Leaf
from formats.markup import escape, language_attributes
from formats.model import Notes, Sentences
from formats.smil.clips import Clip, duration
from formats.smil.overlay import page_overlay
from formats.smil.structure import ENDNOTES, name_structures
from formats.words import words

PAGE = "nav.xhtml"


@dataclass(frozen=True, slots=True)
class Navigation:
    """The navigation document and its overlay; `duration` in milliseconds."""

    page: bytes
    overlay: bytes
    duration: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the table of contents: `level` is 1 for a post, more for its headings."""

    id: str
    level: int
    label: str
    href: str
    language: str
    clip: Clip


def navigation(title: str, language: str, leaves: Sequence[Leaf]) -> Navigation:
    """The navigation of a book of this title and language."""
    entries = [entry for leaf in leaves for entry in _entries(leaf)]
    heard = {entry.id: entry.clip for entry in entries}
    body = _contents(title, language, entries) + _landmarks(leaves)
    page = page_of(language, title, STYLE, body)
    name_structures(page)
    return Navigation(written(page), page_overlay(page, PAGE, heard), duration(heard))


def _entries(leaf: Leaf) -> Iterator[_Entry]:
    yield _entry(leaf, 1, leaf.edition.opening[:1])
    for heading in walk.headings(leaf.edition.post):
        if walk.text(heading.sentences):
            yield _entry(leaf, heading.level, heading.sentences)


def _entry(leaf: Leaf, level: int, sentences: Sentences) -> _Entry:
    post = leaf.edition.post
    unit = sentences[0].id
    first, last = leaf.heard[unit], leaf.heard[sentences[-1].id]
    return _Entry(
        f"toc-{post.slug}-{unit}",
        level,
        " ".join(walk.text(sentences).split()) or post.slug,
        f"{leaf.folder}{TEXT}#{unit}",
        post.language,
        replace(first, sound=leaf.folder + first.sound, end=last.end),
    )


def _contents(title: str, language: str, entries: Sequence[_Entry]) -> str:
    """The table of contents; its name is the book's title, which needs no translation."""
    name = f'aria-label="{escape(title)}"'
    lines = _list(entries, language)
    return f'<nav id="toc" epub:type="toc" role="doc-toc" {name}>\n{lines}\n</nav>\n'


def _list(entries: Sequence[_Entry], language: str) -> str:
    """Entries as a list, with each one's deeper followers in a list below it."""
    groups: list[list[_Entry]] = []
    for entry in entries:
        if groups and entry.level > groups[-1][0].level:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    items = "\n".join(_item(group, language) for group in groups)
    return f"<ol>\n{items}\n</ol>"


def _item(group: Sequence[_Entry], language: str) -> str:
    entry, *below = group
    own = "" if entry.language == language else language_attributes(entry.language, xhtml=True)
    link = f'<a id="{entry.id}" href="{entry.href}">{escape(entry.label)}</a>'
    inner = "\n" + _list(below, entry.language) if below else ""
    return f"<li{own}>{link}{inner}</li>"


def _landmarks(leaves: Sequence[Leaf]) -> str:
    """Where the text and, in the book of one post, its notes begin.

    The contents are no landmark: a landmark has to be in the spine (EPUBCheck: RSC-011).
    """
    first = leaves[0]
    text = f"{first.folder}{TEXT}"
    places = [("bodymatter", text, first.edition.post.title)]
    if len(leaves) == 1 and any(isinstance(b, Notes) for b in first.edition.post.blocks):
        notes = words(first.edition.post.language).page.notes
        places.append(("endnotes", f"{text}#{ENDNOTES}", notes))
    items = "\n".join(
        f'<li><a epub:type="{kind}" href="{href}">{escape(label)}</a></li>'
        for kind, href, label in places
    )
    return f'<nav epub:type="landmarks" hidden="hidden">\n<ol>\n{items}\n</ol>\n</nav>'
