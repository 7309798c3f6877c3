"""The structures that a listener can escape from or skip (EPUB 3.3, 9), by their markup."""

from collections import Counter

from lxml import etree

_ESCAPABLE = {"ul": "list", "ol": "list", "dl": "list", "table": "table", "figure": "figure"}

_PARTS = {
    ("list", "li"): "list-item",
    ("table", "tr"): "table-row",
    ("table", "th"): "table-cell",
    ("table", "td"): "table-cell",
}

ENDNOTES = "endnotes-1"
"""The id of a post's notes."""

_FLAT = "flat"
"""Inside of an escapable structure that is itself inside of one."""


def kind_of(element: etree._Element, inside: str) -> tuple[str, str]:
    """(the `epub:type` of the element's `seq` or "", the value of `inside` for its children).

    `inside` is "" at the top. Escapable structures are not nested, because a player could not
    tell which one to leave (EPUB Accessibility Techniques 1.1): the sentences of a list in a
    list belong to the outer one. Notes can be skipped one by one.
    """
    tag = etree.QName(element).localname
    escapable = _ESCAPABLE.get(tag, "")
    match inside, tag:
        case "", "section":
            return _section(element)
        case "endnotes", "aside":
            return "footnote", ""
        case "endnotes", _:
            return "", "endnotes"
        case "", _:
            return escapable, escapable
        case _:
            return _PARTS.get((inside, tag), ""), _FLAT if escapable else inside


def _section(element: etree._Element) -> tuple[str, str]:
    match element.get("role"):
        case "doc-chapter":
            return "chapter", ""
        case "doc-endnotes":
            return "endnotes", "endnotes"
        case _:
            return "", ""


def name_structures(page: etree._Element) -> None:
    """Give an id to every structure that has none: a `seq` refers to its element by id."""
    _name(page, "", Counter())


def _name(element: etree._Element, inside: str, seen: "Counter[str]") -> None:
    kind, within = kind_of(element, inside)
    if kind and "id" not in element.attrib:
        seen[kind] += 1
        element.set("id", f"{kind}-{seen[kind]}")
    for child in element.iterchildren("*"):
        _name(child, within, seen)
