"""Footnotes in HTML: taken out of the tree before it is converted, numbered in order.

A mark becomes an element `MARK`, which says the number of its note, or only what it shows where
the page does not have the note.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from pipeline.readers.html import note_marks
from pipeline.readers.html.classes import class_names, elements, is_gone
from pipeline.readers.shared.chars import one_line

MARK = "note mark"
"""The element in place of a mark: `number` of its note, or "", and the `label` that it shows.

No page can have an element with a space in its name.
"""

_LISTS = frozenset({
    "footnote", "footnotes", "endnotes", "footnote-list", "footnotes-list", "wp-block-footnotes",
    "easy-footnotes-wrapper", "modern-footnotes-list", "footnote-definitions", "mw-references-wrap",
    "footnotes_reference_container", "simple-footnotes", "notes-list",
})  # fmt: skip
_SAID_LISTS = frozenset({"doc-endnotes", "footnotes", "endnotes", "rearnotes"})
_SAID_NOTES = frozenset({"doc-footnote", "footnote", "endnote", "rearnote", "doc-endnote"})
# Notes that stand at their place in the text: beside it, or in a box that opens.
_BESIDE = frozenset({"sidenote", "marginnote", "margin-note", "modern-footnotes-footnote__note",
                     "inline-footnote"})  # fmt: skip
_TWICE = frozenset({"footnote_tooltip", "sidenote-number", "margin-toggle"})

_BACK_CLASSES = {"footnote-backref", "reversefootnote", "footnote-back", "easy-footnote-to-top",
                 "fn-backref", "footnote-number", "mw-cite-backlink"}  # fmt: skip
_ARROW = re.compile(r"[\s↩↑⤴⏎^⬆↵⮐⇑\ufe0e\ufe0f\[\]()]+")
_BACK_WORDS = re.compile(
    r"[\s\W]*(?:back(?: to (?:the )?(?:text|content|top|article|post|reference))?|return"
    r"(?: to (?:the )?text)?|jump(?: back)?(?: up)?|go back|up)[\s\W]*",
    re.IGNORECASE,
)
_BLOCKS = ("li", "p", "dd", "div", "aside", "blockquote", "section")
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_LONGEST = 3000  # signs of a note that only its place shows to be one

_TITLES = re.compile(
    r"(?:foot|end)?notes?|(?:notes (?:and|&) )?references|references (?:and|&) notes|"
    r"(?:troed)?nodiadau|fu(?:ß|ss)noten|anmerkungen|notes de (?:bas de page|fin)|notas"
    r"(?: al pie)?|note(?: a piè di pagina)?|(?:voet|eind)noten|脚注|注釈?|"
    r"notas de rodapé",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lifted:
    """The notes of a post in their order, and what marks without a note show."""

    notes: tuple[Tag, ...]
    lost: tuple[str, ...]


def lift(root: Tag) -> Lifted:
    """Take the notes out of a tree, without their links back, and mark where they belong."""
    return _Lifting(root).all()


class _Lifting:
    """The places of a tree's elements, its notes by identity, and the marks that lead to them."""

    def __init__(self, root: Tag) -> None:
        self._root = root
        tags = elements(root)
        self._at = {id(tag): n for n, tag in enumerate(tags)}
        self._named: dict[str, Tag] = {}
        for tag in tags:
            for name in (tag.get("id"), tag.get("name") if tag.name == "a" else None):
                if name:
                    self._named.setdefault(str(name), tag)
        self._links = [tag for tag in tags if tag.name == "a"]
        self._listed = self._from_lists(tags)
        self._notes = {id(note): note for note in self._listed}
        self._inside = _descendants(self._listed)
        self._marks: list[tuple[Tag, Tag | None, str]] = []
        self._beside = [tag for tag in tags if not _BESIDE.isdisjoint(class_names(tag))]
        self._twice = [tag for tag in tags if not _TWICE.isdisjoint(class_names(tag))]

    def all(self) -> Lifted:
        for link in self._links:
            self._look_at(link)
        self._sides()
        notes = sorted(self._notes.values(), key=lambda note: self._at[id(note)])
        notes = [note for note in notes if not any(id(p) in self._notes for p in note.parents)]
        numbers = {id(note): n for n, note in enumerate(notes, 1)}
        for place, note, label in self._marks:
            _put_mark(place, numbers.get(id(note)) if note is not None else None, label)
        labels = {id(note): label for _, note, label in reversed(self._marks)}
        for note in notes:
            self._take(note, labels.get(id(note), ""))
        lost = dict.fromkeys(label for _, note, label in self._marks if note is None)
        return Lifted(tuple(notes), tuple(lost))

    # --- lists of notes --------------------------------------------------------------------

    def _from_lists(self, tags: Iterable[Tag]) -> list[Tag]:
        """The notes in lists that say what they are."""
        found: dict[int, Tag] = {}
        for tag in tags:
            one = _says(tag, _SAID_NOTES) and tag.name in _BLOCKS
            if not (one or _is_list(tag)) or any(id(parent) in found for parent in tag.parents):
                continue
            found |= {id(note): note for note in ([tag] if one else _items(tag))}
        return list(found.values())

    # --- marks -----------------------------------------------------------------------------

    def _look_at(self, link: Tag) -> None:
        """Whether a link is a mark, and of which note."""
        name = note_marks.fragment(link)
        said = note_marks.says_so(link)
        shown = note_marks.label(link)
        if id(link) in self._inside or not (name or said) or not (shown or said):
            return
        target = self._named.get(name) if name else None
        note = self._note_of(target, link) if target is not None else None
        if note is not None and self._belongs(note, link, said=said):
            self._notes.setdefault(id(note), note)
            self._marks.append((link, note, shown or one_line(link.get_text())))
        elif target is None and shown and self._is_lost(link, said=said):
            self._marks.append((link, None, shown))

    def _note_of(self, target: Tag, link: Tag) -> Tag | None:
        """The note at a place that follows its mark."""
        if self._at[id(target)] < self._at.get(id(link), 0):
            return None
        for tag in (target, *target.parents):
            if id(tag) in self._notes:
                return tag
            if tag is self._root or tag.name == "body":
                break
        return _block_of(target, self._root)

    def _belongs(self, note: Tag, link: Tag, *, said: bool) -> bool:
        """Whether a place is a note, and the link its mark."""
        if id(note) in self._notes:
            return said or note_marks.is_raised(link) or bool(note_marks.label(link))
        if any(parent is note for parent in link.parents) or note.find(_HEADINGS) is not None:
            return False
        if not said and not note_marks.is_raised(link) and not note_marks.is_attached(link):
            return False
        text = one_line(note.get_text())
        known = said or note_marks.is_named(link) or self._leads_to(note, link)
        return len(text) <= _LONGEST and (known or _begins(text, note_marks.label(link)))

    def _leads_to(self, note: Tag, link: Tag) -> bool:
        """Whether a note has a link back to a mark."""
        near = {str(tag.get("id", "")) for tag in (link, *list(link.parents)[:3])} - {""}
        return any(note_marks.fragment(a) in near for a in note.find_all("a"))

    @staticmethod
    def _is_lost(link: Tag, *, said: bool) -> bool:
        """Whether a link that leads nowhere is the mark of a note that the page has not."""
        raised = note_marks.is_raised(link)
        named = note_marks.is_named(link)
        return said or raised or (named and note_marks.is_attached(link))

    def _sides(self) -> None:
        """Notes beside the text: their mark is where they stand."""
        for tag in self._twice:
            if not is_gone(tag) and tag.name != "a":
                tag.decompose()
        for tag in self._beside:
            if not is_gone(tag) and id(tag) not in self._inside:
                tag.insert_before(place := self._new_place())
                self._notes.setdefault(id(tag), tag)
                self._marks.append((place, tag, ""))

    def _new_place(self) -> Tag:
        return Tag(name=MARK, attrs={"number": "", "label": ""})

    # --- taking out ------------------------------------------------------------------------

    def _take(self, note: Tag, label: str) -> None:
        """Remove a note from the tree, and clear it of its own number and its links back."""
        place = note.parent if note.name == "td" and note.parent is not None else note
        around, before = place.parent, _before(place)
        if note.name == "dd" and before is not None and note_marks.label(before):
            term, before = before, _before(before)
            term.extract()
        _extract(place)
        for link in note.find_all("a"):
            if self._leads_back(link, note):
                space = link.previous_sibling
                link.extract()
                if isinstance(space, NavigableString):  # often one that does not break
                    space.replace_with(NavigableString(space.rstrip()))
        _strip(note, label)
        _clear_up(around, before)

    def _leads_back(self, link: Tag, note: Tag) -> bool:
        names = set(class_names(link))
        if names & _BACK_CLASSES or link.get("role") == "doc-backlink":
            return True
        inside = str(link.get("href", "")).startswith("#")
        if not inside:
            return False
        text = link.get_text()
        if not text.strip() or _ARROW.fullmatch(text) or _BACK_WORDS.fullmatch(text):
            return True
        target = self._named.get(note_marks.fragment(link))
        before = target is None or self._at[id(target)] <= self._at.get(id(note), 0)
        return before and bool(note_marks.label(link))


def _descendants(tags: Iterable[Tag]) -> set[int]:
    return {id(inner) for tag in tags for inner in elements(tag)}


def _says(tag: Tag, words: frozenset[str]) -> bool:
    if not tag.attrs:
        return False
    return bool({str(tag.get("role", "")), *str(tag.get("epub:type", "")).split()} & words)


def _is_list(tag: Tag) -> bool:
    if tag.name in {"a", "sup", "span", "p"}:
        return False
    return _says(tag, _SAID_LISTS) or not _LISTS.isdisjoint(class_names(tag))


def _items(tag: Tag) -> list[Tag]:
    """The notes of a list: its items, or its parts with a name."""
    if tag.name == "dl":
        terms = tag.find_all("dt", recursive=False)
        return [dd for dt in terms if (dd := _definition(dt)) is not None]
    items = [li for li in tag.find_all("li") if _is_outer(li, tag)]
    if items:
        named = any(li.get("id") or li.find(id=True) is not None for li in items)
        return items if named or _says(tag, _SAID_LISTS) else []
    parts = tag.find_all(["p", "div", "aside"], recursive=False)
    named_parts = [part for part in parts if _has_name(part)]
    if named_parts:
        return named_parts
    return [tag] if _has_name(tag) and tag.find("a") is not None else []


def _is_outer(li: Tag, around: Tag) -> bool:
    """Whether an item of a list is not inside another item of it."""
    for parent in li.parents:
        if parent is around:
            return True
        if parent.name == "li":
            return False
    return False


def _has_name(tag: Tag) -> bool:
    return bool(tag.get("id")) or tag.find("a", id=True) is not None


def _definition(term: Tag) -> Tag | None:
    """What follows the term of a note in `<dl>`."""
    found = term.find_next_sibling()
    return found if isinstance(found, Tag) and found.name == "dd" else None


def _block_of(target: Tag, root: Tag) -> Tag | None:
    """The block that a place is in, or is: the note, if it is one."""
    for tag in (target, *target.parents):
        if tag is root or tag.name in {"body", "article", "main", "table"}:
            return None
        if tag.name == "dt":
            return _definition(tag)
        if tag.name in {"td", "th", "tr"}:
            row = tag if tag.name == "tr" else tag.find_parent("tr")
            return row.find_all("td")[-1] if row is not None and row.find("td") else None
        if tag.name in _BLOCKS:
            return _whole(tag, root)
    return None


_OF_NOTE = re.compile(r"(?:foot|end)note|ftn|edn|^fn", re.IGNORECASE)


def _whole(part: Tag, root: Tag) -> Tag:
    """The box of one note where a place is only its first paragraph, as office programs write."""
    box = part.parent
    if box is None or box is root or box.name not in {"div", "li", "aside"}:
        return part
    named = any(map(_OF_NOTE.search, (str(box.get("id", "")), *class_names(box))))
    places = [a for a in box.find_all("a") if a.get("id") or a.get("name")]
    return box if named and len(places) <= 1 else part


def _begins(text: str, label: str) -> bool:
    """Whether a text begins with the number or sign of a note."""
    return (
        bool(label)
        and re.match(rf"[\[(]?{re.escape(label)}(?!\w)", text, re.IGNORECASE) is not None
    )


def _replace(old: PageElement | None, new: str) -> None:
    if old is not None:
        old.replace_with(NavigableString(new))


def _put_mark(place: Tag, number: int | None, label: str) -> None:
    """Replace a mark, without the brackets around it."""
    if place.parent is None:
        return
    before, after = place.previous_sibling, place.next_sibling
    between = isinstance(before, NavigableString) and isinstance(after, NavigableString)
    if between and f"{str(before)[-1:]}{str(after)[:1]}" in {"[]", "()"}:
        _replace(before, str(before)[:-1])
        _replace(after, str(after)[1:])
    mark = Tag(name=MARK, attrs={"number": "" if number is None else str(number), "label": label})
    place.replace_with(mark)


_NUMBER = r"(?:\d{1,3}|[a-z]|[*†‡§¶]{1,4})"
_LEADING = re.compile(rf"[\s\[\](){{}}.:^]*(?:{_NUMBER})?[\s\[\](){{}}.:^]*", re.IGNORECASE)
_STOPS = re.compile(r"[\s\].:)^]+")


def _strip(note: Tag, label: str) -> None:
    """Remove the number at the beginning of a note, and arrows wherever they stand."""
    numbered = note.name != "li"  # the number of an item is not in its text
    for text in list(note.find_all(string=True)):
        if numbered and _LEADING.fullmatch(text) and note.get_text().strip() != text.strip():
            text.extract()
        elif text.strip():
            bare = _without_number(text, label) if numbered else str(text)
            text.replace_with(NavigableString(bare))
            break
    for text in list(note.find_all(string=_ARROW)):
        if text.strip() and _ARROW.fullmatch(text):
            text.extract()


def _without_number(text: str, label: str) -> str:
    """The first words of a note, without its number or what is left of the brackets around it."""
    number = (
        re.match(rf"\s*[\[(]?{re.escape(label)}[\])]?[.:]?\s+", text, re.IGNORECASE)
        if label
        else None
    )
    stops = _STOPS.match(text)
    return text[number.end() :] if number else text[stops.end() if stops else 0 :]


def _extract(place: Tag) -> None:
    """Take an element out, and one of the two spaces that were around it.

    The spaces of a whole list would stay, and each search for what is before a note pass them all.
    """
    before, after = place.previous_sibling, place.next_sibling
    place.extract()
    if after is not None and _is_space(before) and _is_space(after):
        after.extract()


def _is_space(node: PageElement | None) -> bool:
    return type(node) is NavigableString and not node.strip(" \t\n")


def _clear_up(around: Tag | None, before: Tag | None) -> None:
    """Remove what is left of a list without notes: the list, its heading, the rule before it."""
    while before is not None and (before.name == "hr" or _is_title(before)):
        outer = _before(before)
        before.extract()
        before = outer
    if around is None or around.parent is None or around.name in {"body", "article", "main"}:
        return
    if around.find(name=True) is None and not around.get_text().strip():
        outer, parent = _before(around), around.parent
        around.extract()
        _clear_up(parent, outer)


def _before(tag: Tag) -> Tag | None:
    """The element before one."""
    found = tag.find_previous_sibling()
    return found if isinstance(found, Tag) else None


def _is_title(tag: Tag) -> bool:
    """Whether an element is the heading of notes: "Notes", "Fußnoten"."""
    words = one_line(tag.get_text()).rstrip(":.")
    return tag.name in {*_HEADINGS, "p", "div", "dt", "strong"} and bool(_TITLES.fullmatch(words))
