"""The styles of a Word document: what each means for the text that has it.

Word keeps the English names of its own styles in the file, whatever language its menus are in;
LibreOffice, Google Docs, Pages and Pandoc write names of their own.
"""

import re
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_LONGEST_CHAIN = 20  # styles that are based on each other

_ROLES = {
    **dict.fromkeys(("title", "titel"), "title"),
    **dict.fromkeys(("quote", "intense quote", "block text", "quotations"), "quote"),
    **dict.fromkeys(
        (
            *("html preformatted", "preformatted text", "source code", "macro text", "macro"),
            *("code", "code block"),
        ),
        "code",
    ),
    **dict.fromkeys(("caption", "image caption", "table caption", "figure", "illustration"),
                    "caption"),
    **dict.fromkeys(("toc heading", "table of figures", "contents heading"), "contents"),
    **dict.fromkeys((f"toc {n}" for n in range(1, 10)), "contents"),
    **dict.fromkeys((f"contents {n}" for n in range(1, 11)), "contents"),
    "author": "author",
    "date": "date",
}  # fmt: skip
_HEADING = re.compile(r"heading(?: ([1-9]))?")
_DEEPER = re.compile(r"list (?:bullet|number) ([2-5])")
_CODE = {"html code", "source text", "code", "inline code", "verbatim char", "html sample",
         "html typewriter", "code char", "html preformatted char"}  # fmt: skip
_OFF = {"0", "false", "off", "none"}


class Styles:
    """The styles of a document by their ids; `default` holds what every text has."""

    def __init__(self, root: etree._Element | None) -> None:
        self.default: etree._Element | None = None
        self._styles: dict[str, etree._Element] = {}
        self._found: dict[tuple[str, str], etree._Element | None] = {}
        if root is not None:
            self.default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            for style in root.findall(f"{W}style"):  # of two with one id, the first counts
                self._styles.setdefault(style.get(f"{W}styleId", ""), style)

    def chain(self, style: str) -> Iterator[etree._Element]:
        """A style, the one that it is based on, and so on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = value(found.find(f"{W}basedOn"))

    def role(self, style: str) -> str:
        """What a paragraph style makes of its text: "h1" to "h6", "title", "quote"; or ""."""
        for found in self.chain(style):
            name = value(found.find(f"{W}name")).lower()
            heading = _HEADING.fullmatch(name)
            if heading:
                return f"h{min(int(heading[1] or 1), 6)}"
            role = _ROLES.get(name) or outline(found.find(f"{W}pPr"))
            if role:
                return role
        return ""

    def depth(self, style: str) -> int:
        """How deep in a list a paragraph style puts its text: “List Bullet 2” is level 1."""
        found = self._styles.get(style)
        name = value(found.find(f"{W}name")).lower() if found is not None else ""
        deep = _DEEPER.fullmatch(name)
        return int(deep[1]) - 1 if deep else 0

    def is_code(self, style: str) -> bool:
        """Whether a character style is for program text."""
        return any(value(s.find(f"{W}name")).lower() in _CODE for s in self.chain(style))

    def first(self, style: str, path: str) -> etree._Element | None:
        """The first element at a path in a style and those that it is based on."""
        if (style, path) not in self._found:
            found = (s.find(path) for s in self.chain(style))
            self._found[style, path] = next((one for one in found if one is not None), None)
        return self._found[style, path]

    def has_header_row(self, style: str) -> bool:
        """Whether a table style draws the first row as a header."""
        looks = (look for s in self.chain(style) for look in s.findall(f"{W}tblStylePr"))
        return any(look.get(f"{W}type") == "firstRow" and len(look) for look in looks)


def outline(properties: etree._Element | None) -> str:
    """The heading that an outline level makes of a paragraph, or "" (17.3.1.20)."""
    said = value(properties.find(f"{W}outlineLvl")) if properties is not None else ""
    return f"h{min(int(said) + 1, 6)}" if said.isdecimal() and int(said) < 9 else ""


def value(element: etree._Element | None) -> str:
    """The value of a property, or "" where there is none."""
    return element.get(f"{W}val", "") if element is not None else ""


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that is on or off is on: it is, if it is there without a value."""
    return element is not None and value(element).lower() not in _OFF
