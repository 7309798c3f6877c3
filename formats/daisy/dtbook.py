"""The text of a post as DTBook, the XML of DAISY 3 (Z39.86-2005, 4; dtbook-2005-2.dtd)."""

from collections.abc import Mapping

from lxml import etree

from formats.daisy.markup import renamed, unwrap, whole_tables, written
from formats.languages import direction
from formats.markup import escape
from formats.model import Edition

_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE dtbook PUBLIC "-//NISO//DTD dtbook 2005-2//EN" \
"http://www.daisy.org/z3986/2005/dtbook-2005-2.dtd">
<dtbook xmlns="http://www.daisy.org/z3986/2005/dtbook/" version="2005-2"{language}>
<head>
<meta name="dtb:uid" content="{identifier}"/>
<meta name="dc:Title" content="{title}"/>
</head>
<book>
<bodymatter>
{body}
</bodymatter>
</book>
</dtbook>
"""

_RENAMED = {
    "section": "level1",
    "aside": "note",
    "figure": "imggroup",
    "figcaption": "caption",
    "ul": "list",
    "ol": "list",
    "pre": "p",
    "mark": "span",
    "del": "span",
    "ins": "span",
}
_HEADINGS = {f"h{level}": level for level in range(2, 7)}
_AS_CLASS = ("mark", "del", "ins")
_ATTRIBUTES = frozenset({"smilref", "type", "enum", "page", "idref", "external"})
_CELLS = ("th", "td")
_NEVER_EMPTY = ("div", "list", "dl", "table", "note")


def dtbook(
    tree: etree._Element, edition: Edition, events: Mapping[str, str], identifier: str
) -> bytes:
    """A post as DTBook; `events` are where each unit is played, for players to go there."""
    for element in tree.iter("*"):
        unit = element.get("id", "")
        if unit in events:
            element.set("smilref", events[unit])
    renamed(tree, _name, _ATTRIBUTES)
    for element in list(tree.iter("header", "hr", "sup")):
        _take_out(element)
    for group in list(tree.iter("imggroup")):
        _check_picture(group)
    whole_tables(tree)
    _drop_empty(tree)
    _nest(tree)
    post = edition.post
    return _PAGE.format(
        language=f' xml:lang="{escape(post.language)}" dir="{direction(post.language)}"',
        identifier=escape(identifier),
        title=escape(post.title),
        body=written(tree),
    ).encode()


def _name(element: etree._Element, name: str) -> str:
    """The name of an element in DTBook; its attributes are changed with it."""
    if name in _AS_CLASS:
        element.set("class", name)
    elif name in ("ul", "ol"):
        element.set("type", name)
    elif name == "span":
        return _span(element)
    elif name == "a":
        return _link(element)
    elif element.get("role") == "doc-endnotes":
        return "level2"
    return _RENAMED.get(name, "")


def _span(element: etree._Element) -> str:
    """A sentence, the number of a page, or just a stretch of text: so is a number in a cell."""
    if element.get("class") == "page-normal":
        if any(etree.QName(around).localname in _CELLS for around in element.iterancestors("*")):
            return "span"
        element.set("page", "normal")
        return "pagenum"
    return "sent" if element.get("smilref") and not element.get("class") else "span"


def _link(element: etree._Element) -> str:
    if element.get("role") != "doc-noteref":
        element.set("external", "true")
        return "a"
    element.set("idref", element.attrib.pop("href", ""))
    return "noteref"


def _take_out(element: etree._Element) -> None:
    """Take out what DTBook has no name for, but not what is in it: around a note's mark, too."""
    if element.tag != "sup" or element.find("noteref") is not None:
        unwrap(element)


def _check_picture(group: etree._Element) -> None:
    """A group of pictures holds one; words in place of a missing picture are a paragraph."""
    if group.find("img") is None:
        group.tag = "div"
        for child in group:
            child.tag = "p"


def _drop_empty(tree: etree._Element) -> None:
    """Take out containers of nothing, inner ones first: DTBook has none."""
    for element in reversed(list(tree.iter(*_NEVER_EMPTY))):
        parent = element.getparent()
        if not len(element) and parent is not None:
            parent.remove(element)


def _nest(tree: etree._Element) -> None:
    """Put each heading, and what follows it, into a level of its own.

    A level has more than a heading: an empty paragraph, where nothing follows.
    """
    opened = [tree]
    for child in list(tree):
        name = str(child.tag)
        if name in ("level2", "footer"):  # the notes, with their heading, and the closing
            del opened[1:]
        elif name in _HEADINGS:
            del opened[_HEADINGS[name] - 1 :]
            opened.append(etree.SubElement(opened[-1], f"level{_HEADINGS[name]}"))
        opened[-1].append(child)
    for footer in list(tree.iter("footer")):
        unwrap(footer)
    for level in tree.iter(*(f"level{n}" for n in _HEADINGS.values())):
        if len(level) == 1:
            etree.SubElement(level, "p")
