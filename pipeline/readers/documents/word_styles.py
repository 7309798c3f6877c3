"""The styles of a Word document: what each means for the text that has it."""

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.readers.documents import style_names

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_LONGEST_CHAIN = 20  # styles that are based on each other

_DEEPER = re.compile(r"list (?:bullet|number) ([2-5])")
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
            role = style_names.role(_name(found)) or outline(found.find(f"{W}pPr"))
            if role:
                return role
        return ""

    def depth(self, style: str) -> int:
        """How deep in a list a paragraph style puts its text: “List Bullet 2” is level 1."""
        found = self._styles.get(style)
        deep = _DEEPER.fullmatch(_name(found).lower()) if found is not None else None
        return int(deep[1]) - 1 if deep else 0

    def is_code(self, style: str) -> bool:
        """Whether a character style is for program text."""
        return any(style_names.is_code(_name(found)) for found in self.chain(style))

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


def _name(style: etree._Element) -> str:
    return value(style.find(f"{W}name"))


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
