"""The navigation document: every post with its headings, and the landmarks.

The posts of a blog are in parts, one for each year.

It is narrated too, with the sound of the headings. It is not in the spine, so that nobody has
to hear it before the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from formats.epub.book_post import STYLE, TEXT, BookFacts
from formats.epub.contents import TocLine
from formats.epub.page_list import page_list
from formats.markup import escape, language_attributes
from formats.smil.clips import duration
from formats.smil.document import page_of, written
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


def navigation(title: str, language: str, posts: Sequence[BookFacts]) -> Navigation:
    """The navigation of a book of this title and language."""
    parts = [(year, [line for post in run for line in post.lines]) for year, run in _parts(posts)]
    heard = {item.id: item.clip for _, items in parts for item in items if item.clip}
    pages = "".join(page_list(post.folder + TEXT, post.pages) for post in posts)
    body = _contents(title, language, parts) + pages + _landmarks(posts)
    page = page_of(language, title, STYLE, body)
    name_structures(page)
    overlay = page_overlay(page, PAGE, heard) if heard else b""
    return Navigation(written(page), overlay, duration(heard))


def _parts(posts: Sequence[BookFacts]) -> list[tuple[str, list[BookFacts]]]:
    """The posts of each year, in their order; one part without a name where that is enough."""
    years = [str(post.post.placed.year) for post in posts]
    if len(set(years)) == 1 or not all(post.post.published for post in posts):
        return [("", list(posts))]
    return [
        (year, [p for p, y in zip(posts, years, strict=True) if y == year])
        for year in dict.fromkeys(years)
    ]


def _contents(title: str, language: str, parts: Sequence[tuple[str, Sequence[TocLine]]]) -> str:
    """The table of contents; its name is the book's title, which needs no translation."""
    name = f'aria-label="{escape(title)}"'
    lists = [(year, _list(items, language)) for year, items in parts]
    years = "\n".join(f"<li><span>{year}</span>\n{inner}</li>" for year, inner in lists)
    lines = f"<ol>\n{years}\n</ol>" if lists[0][0] else lists[0][1]
    return f'<nav id="toc" epub:type="toc" role="doc-toc" {name}>\n{lines}\n</nav>\n'


def _list(items: Sequence[TocLine], language: str) -> str:
    """Entries as a list, with those of deeper levels in lists inside it."""
    groups: list[list[TocLine]] = []
    for item in items:
        if groups and item.level > groups[-1][0].level:
            groups[-1].append(item)
        else:
            groups.append([item])
    lines = "\n".join(_item(group, language) for group in groups)
    return f"<ol>\n{lines}\n</ol>"


def _item(group: Sequence[TocLine], language: str) -> str:
    item, *below = group
    own = "" if item.language == language else language_attributes(item.language, xhtml=True)
    link = f'<a id="{item.id}" href="{item.href}">{escape(item.label)}</a>'
    inner = "\n" + _list(below, item.language) if below else ""
    return f"<li{own}>{link}{inner}</li>"


def _landmarks(posts: Sequence[BookFacts]) -> str:
    """Links to the text and, in the book of one post, to its notes.

    The contents can't be a landmark, which must be in the spine (EPUBCheck: RSC-011).
    """
    first = posts[0]
    text = f"{first.folder}{TEXT}"
    places = [("bodymatter", text, first.post.title)]
    if len(posts) == 1 and first.noted:
        notes = words(first.post.language).page.notes
        places.append(("endnotes", f"{text}#{ENDNOTES}", notes))
    items = "\n".join(
        f'<li><a epub:type="{kind}" href="{href}">{escape(label)}</a></li>'
        for kind, href, label in places
    )
    return f'<nav epub:type="landmarks" hidden="hidden">\n<ol>\n{items}\n</ol>\n</nav>'
