"""Which links are the marks of notes, in the shapes in which programs write them."""

import re
from urllib.parse import unquote

from bs4 import Tag

from pipeline.readers.html.classes import class_names

# EPUB (DPUB-ARIA, epub:type), pandoc, Sphinx, LibreOffice, Word, Substack, WordPress plug-ins.
_SAID = frozenset({"doc-noteref", "noteref", "footnote-ref"})
_CLASSES = frozenset({
    "footnote-ref", "footnote-reference", "footnote-anchor", "footnoteref", "fn", "fnref", "fn-ref",
    "noteref", "note-ref", "note-link", "sdfootnoteanc", "sdendnoteanc", "easy-footnote",
    "footnote", "footnote-link", "footnote_plugin_tooltip_text", "msofootnotereference",
    "msoendnotereference", "modern-footnotes-footnote", "simple-footnote", "endnote-ref",
    "reference", "footnotes-ref",
})  # fmt: skip
_NAMED = re.compile(
    r"(?:foot|end)[-_]?notes?|cite[-_]note|(?:^|[-_:.#])(?:fn|ftn|edn|en|n|note)[-_:.]*\w{0,20}\d",
    re.IGNORECASE,
)
_BACK = re.compile(r"ref|anc(?:hor)?\b|back|src|text", re.IGNORECASE)

_SIGN = r"(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,4})"
_LABEL = re.compile(
    rf"[\[(【]?\s*(?:(?:foot|end)?note|fn\.?|n\.|nodyn)?\s*({_SIGN})\s*[\])】]?", re.IGNORECASE
)
_BRACKETED = re.compile(r"[\[(【].*[\])】]", re.DOTALL)


def label(tag: Tag) -> str:
    """The number or sign that a mark shows, without brackets; "" for any other words."""
    found = _LABEL.fullmatch("".join(tag.get_text().split()))
    return found[1] if found else ""


def fragment(link: Tag) -> str:
    """The place in a page that a link leads to, or ""."""
    return unquote(str(link.get("href", "")).partition("#")[2])


def is_named(link: Tag) -> bool:
    """Whether the address is one that programs give to notes, and not to their marks."""
    name = fragment(link)
    return bool(_NAMED.search(name)) and not _BACK.search(name)


def says_so(link: Tag) -> bool:
    """Whether a link, or what raises it, is marked as the mark of a note."""
    outer = [parent for parent in list(link.parents)[:2] if parent.name in {"sup", "span"}]
    return any(map(_says_so, (link, *link.find_all(["sup", "span"]), *outer)))


def _says_so(tag: Tag) -> bool:
    said = {str(tag.get("role", "")), *str(tag.get("epub:type", "")).split()}
    rel = set(tag.get_attribute_list("rel")) & {"footnote", "endnote"}
    return bool(said & _SAID or rel) or not _CLASSES.isdisjoint(map(str.lower, class_names(tag)))


def is_raised(link: Tag) -> bool:
    """Whether a link is a raised figure: in `<sup>`, or around it."""
    return link.find("sup") is not None or any(
        parent.name == "sup" for parent in list(link.parents)[:3]
    )


def is_attached(link: Tag) -> bool:
    """Whether a link follows a word or a stop without a space, or is in brackets."""
    if _BRACKETED.fullmatch(link.get_text().strip()):
        return True
    before = link.previous_sibling
    text = str(before) if before is not None else ""
    return bool(text) and not text[-1].isspace() and not isinstance(before, Tag)
