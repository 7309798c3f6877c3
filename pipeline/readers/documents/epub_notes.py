"""The notes of a book, which may be in another file than their marks → one list in the chapter."""

import copy
import re
from collections.abc import Callable

from bs4 import BeautifulSoup, Tag

from pipeline.readers.documents.epub_package import target, types

_SIGN = re.compile(r"\W*(?:\d{1,4}|[a-z*†‡§])?\W*", re.IGNORECASE)
_NOTES = {"footnote", "endnote", "rearnote", "note", "biblioentry"}
_BLOCKS = ["aside", "li", "p", "div", "dd", "td", "section"]
_LONGEST = 8000  # characters; what is longer is a chapter, and no note

Find = Callable[[str, str], Tag | None]
"""The element with an id in a page of the book, by the page's path and the id."""


class BookNotes:
    """The notes of a book, each given to the chapter that has its first mark.

    `used` has the paths of pages that gave notes to other pages.
    """

    def __init__(self, find: Find) -> None:
        self.used: set[str] = set()
        self._find = find
        self._given: list[Tag] = []

    def gather(self, body: Tag, path: str) -> None:
        """Put the notes of a chapter into a list at its end, from wherever they are."""
        maker = BeautifulSoup("", "lxml")
        listed: dict[tuple[str, str], Tag] = {}
        given = {id(note) for note in self._given}
        for mark in body.find_all("a", href=True):
            if mark.decomposed or any(id(tag) in given for tag in mark.parents):
                continue
            there = target(path, str(mark["href"]))
            note = None if there in listed else _note(mark, path, there, self._find)
            if note is not None:
                listed[there] = self._given_to(path, note, there, maker)
                listed[there]["id"] = f"note-{len(listed)}"
            if there in listed:
                mark["href"] = f"#{listed[there]['id']}"
        if listed:
            ordered = maker.new_tag("ol")
            ordered["class"] = "footnotes"
            ordered.extend(listed.values())
            body.append(ordered)

    def _given_to(self, path: str, note: Tag, there: tuple[str, str], maker: BeautifulSoup) -> Tag:
        """A copy of a note for a chapter; it is gone from the chapter's own text."""
        entry = _entry(note, path, there, maker)
        if there[0] == path:
            note.decompose()
        else:
            self.used.add(there[0])
            self._given.append(note)
        return entry


def _note(mark: Tag, path: str, there: tuple[str, str], find: Find) -> Tag | None:
    """The element that a mark's note is, or None if the link is no mark of a note."""
    if not there[1] or not (_SIGN.fullmatch(mark.get_text()) or "noteref" in types(mark)):
        return None
    if "backlink" in types(mark):
        return None
    found = find(*there)
    block = found if found is None or found.name in _BLOCKS else found.find_parent(_BLOCKS)
    if block is None or len(block.get_text()) > _LONGEST or mark in block.find_all("a"):
        return None
    typed = "noteref" in types(mark) or any(types(tag) & _NOTES for tag in (block, found) if tag)
    return block if typed or _leads_back(block, there[0], mark, path) else None


def _leads_back(block: Tag, where: str, mark: Tag, path: str) -> bool:
    """Whether a link in a note leads to its mark, or to something right around it."""
    around = {str(tag["id"]) for tag in [mark, *mark.parents][:3] if tag.get("id")}
    around |= {str(tag["id"]) for tag in mark.find_all(id=True)}
    links = (target(where, str(link["href"])) for link in block.find_all("a", href=True))
    return any(there[0] == path and there[1] in around for there in links)


def _entry(note: Tag, path: str, there: tuple[str, str], maker: BeautifulSoup) -> Tag:
    """A copy of a note as an item, without the links back and its own number."""
    entry = maker.new_tag("li")
    taken = copy.copy(note)
    for link in taken.find_all("a", href=True):
        if target(there[0], str(link["href"]))[0] == path and (
            _SIGN.fullmatch(link.get_text()) or "backlink" in types(link)
        ):
            link.decompose()
    entry.extend(list(taken.contents) if taken.name != "p" else [taken])
    for own in entry.find_all(id=True):
        del own["id"]
    return entry
