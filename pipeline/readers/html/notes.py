"""Footnotes in HTML: taken out of the tree before it is converted, numbered in order."""

import re

from bs4 import Tag
from bs4.element import NavigableString

_CLASSES = {"footnote", "footnotes", "endnotes"}
_BACK_CLASSES = {"footnote-backref", "reversefootnote", "footnote-back"}
_ARROW = re.compile(r"[\s↩↑⤴⏎^\ufe0e\ufe0f]+")


def lift(root: Tag) -> list[Tag]:
    """The notes of a post, removed from its tree and without their links back."""
    lists = [ol for box in root.find_all(_holds_notes) for ol in box.find_all("ol") if _free(ol)]
    lists += [ol for ol in root.find_all("ol") if _holds_notes(ol) and ol not in lists]
    found = [li for ol in lists for li in ol.find_all("li", recursive=False) if li.get("id")]
    for ol in lists:
        _remove(ol)
    for note in found:
        _drop_backlinks(note)
    return found


def _free(ol: Tag) -> bool:
    """Whether a list is the list of notes, and not one inside a note."""
    return not any(parent.name == "li" for parent in ol.parents)


def _holds_notes(tag: Tag) -> bool:
    names = set(class_names(tag))
    noted = bool(names & _CLASSES) or tag.get("role") == "doc-endnotes"
    return noted and tag.find("li", id=True) is not None


def _remove(ol: Tag) -> None:
    """Remove the list, and the rule that separates it from the text."""
    rule = ol.find_previous_sibling()
    if rule is not None and rule.name == "hr":
        rule.extract()
    ol.extract()


def _drop_backlinks(note: Tag) -> None:
    for link in note.find_all("a", href=True):
        if not _leads_back(link):
            continue
        before = link.previous_sibling
        if isinstance(before, NavigableString):
            before.replace_with(NavigableString(before.rstrip()))
        link.extract()


def _leads_back(link: Tag) -> bool:
    names = set(class_names(link))
    arrow = _ARROW.fullmatch(link.get_text()) and str(link["href"]).startswith("#")
    return bool(names & _BACK_CLASSES or arrow) or link.get("role") == "doc-backlink"


def class_names(tag: Tag) -> list[str]:
    """The classes of an element."""
    return " ".join(filter(None, tag.get_attribute_list("class"))).split()
