"""The styles of an OpenDocument text: what each means for the text that has it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.readers.documents import style_names

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_EXTENDED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

_LONGEST_CHAIN = 20  # styles that are based on each other
_BOLD = {"bold", "600", "700", "800", "900"}


@dataclass(frozen=True, slots=True)
class ListLevel:
    """A level of a list: whether it is numbered, and the first number."""

    numbered: bool
    start: int


class OdtStyles:
    """The styles of a document, named and automatic ones, by family and name."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
            for style in root.iter(f"{STYLE}default-style"):
                self._defaults[style.get(f"{STYLE}family", "")] = style
            for style in root.iter(f"{TEXT}list-style"):
                self._lists[style.get(f"{STYLE}name", "")] = _levels(style)

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get((family, name))
            if found is None:
                return
            yield found
            name = found.get(f"{STYLE}parent-style-name", "")

    def role(self, name: str) -> str:
        """What a paragraph style makes of its text: "title", "quote" and so on; or ""."""
        for style in self._chain("paragraph", name):
            role = style_names.role(_shown(style))
            if role:
                return role
        return ""

    def first(self, family: str, name: str, attribute: str) -> str:
        """The value of a text property in a style, or in those that it is based on; or ""."""
        for style in self._chain(family, name):
            properties = style.find(f"{STYLE}text-properties")
            said = "" if properties is None else properties.get(attribute, "")
            if said:
                return said
        return ""

    def elements(self, name: str) -> list[str]:
        """The elements of HTML that a character style stands for."""
        position = self.first("text", name, f"{STYLE}text-position")
        raised = position.partition(" ")[0]
        signs = {
            "code": any(style_names.is_code(_shown(style)) for style in self._chain("text", name)),
            "strong": self.first("text", name, f"{_FO}font-weight") in _BOLD,
            "em": self.first("text", name, f"{_FO}font-style") in {"italic", "oblique"},
            "del": self.first("text", name, f"{STYLE}text-line-through-style") not in {"", "none"},
            "sup": raised == "super" or (raised[:1].isdigit() and not raised.startswith("0")),
            "sub": raised == "sub" or raised.startswith("-"),
        }
        return [element for element, has in signs.items() if has]

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether text of a style is not shown."""
        return self.first(family, name, f"{TEXT}display") == "none"

    def is_decoration(self, name: str) -> bool:
        """Whether a picture's style says that it is only decoration."""
        styles = (
            style.find(f"{STYLE}graphic-properties") for style in self._chain("graphic", name)
        )
        return any(s is not None and s.get(f"{_EXTENDED}decorative") == "true" for s in styles)

    def language(self, family: str, name: str) -> str:
        """The language of a style, or ""."""
        said = self.first(family, name, f"{_FO}language")
        country = self.first(family, name, f"{_FO}country")
        return _tag(said, country)

    def default_language(self) -> str:
        """The language of all text that says no other."""
        style = self._defaults.get("paragraph")
        properties = None if style is None else style.find(f"{STYLE}text-properties")
        if properties is None:
            return ""
        return _tag(properties.get(f"{_FO}language", ""), properties.get(f"{_FO}country", ""))

    def level(self, name: str, depth: int) -> ListLevel:
        """A level of a list style, from 0; one with bullets where the style is not known."""
        return self._lists.get(name, {}).get(depth + 1, ListLevel(numbered=False, start=1))

    def list_of(self, paragraph_style: str) -> str:
        """The list style that a paragraph style names, or ""."""
        names = (
            s.get(f"{STYLE}list-style-name", "") for s in self._chain("paragraph", paragraph_style)
        )
        return next(filter(None, names), "")


def _levels(style: etree._Element) -> dict[int, ListLevel]:
    return {
        number(level.get(f"{TEXT}level"), 1): ListLevel(
            etree.QName(level).localname == "list-level-style-number"
            and bool(level.get(f"{STYLE}num-format")),
            number(level.get(f"{TEXT}start-value"), 1),
        )
        for level in style
        if isinstance(level.tag, str)
    }


def _shown(style: etree._Element) -> str:
    return style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name", "").replace("_20_", " ")


def _tag(language: str, country: str) -> str:
    if language in {"", "none", "zxx"}:
        return ""
    return language if country in {"", "none"} else f"{language}-{country}"


def number(said: str | None, instead: int) -> int:
    """A number in an attribute, or another where there is none."""
    return int(said) if said and said.isascii() and said.isdecimal() and len(said) < 9 else instead
