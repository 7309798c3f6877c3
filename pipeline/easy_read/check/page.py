"""A page of the edition as its readers get it: its elements, and its style sheet as a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html
from lxml.etree import _Element

from formats.model import Edition, OutputFile

Element = _Element


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration of a style sheet; `media` is "" outside of any @media."""

    media: str
    selector: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page that was made, with the edition that it was made of."""

    path: str
    root: Element
    style: tuple[Declared, ...]
    edition: Edition

    def found(self, path: str) -> list[Element]:
        """The elements that an XPath finds."""
        found = self.root.xpath(path)
        return (
            [one for one in found if isinstance(one, _Element)] if isinstance(found, list) else []
        )

    def style_of(self, selector: str, name: str, media: str = "") -> str:
        """The value that counts for a selector, as it is written, in a medium; "" for none."""
        fitting = (
            one.value
            for one in self.style
            if one.selector == selector and one.name == name and one.media in ("", media)
        )
        return next(reversed(list(fitting)), "")


def page_of(file: OutputFile, edition: Edition) -> MadePage:
    """A page from its file."""
    data = file.data
    root = html.document_fromstring(data.decode())
    sheets = "".join(str(element.text or "") for element in root.iter("style"))
    return MadePage(file.path, root, tuple(declared(sheets)), edition)


def words_of(element: Element) -> str:
    """All words of an element."""
    return " ".join("".join(map(str, element.itertext())).split())


_BLOCK = re.compile(r"(?P<head>[^{}]+)\{(?P<body>(?:[^{}]|\{[^{}]*\})*)\}")


def declared(css: str, media: str = "") -> Iterator[Declared]:
    """The declarations of a style sheet with at most one level of @media, in their order."""
    for block in _BLOCK.finditer(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        head, body = " ".join(block["head"].split()), block["body"]
        if head.startswith("@media"):
            yield from declared(body, head.removeprefix("@media").strip())
            continue
        for selector in head.split(","):
            yield from _of_block(selector.strip(), body, media)


def _of_block(selector: str, body: str, media: str) -> Iterator[Declared]:
    for inner in re.finditer(r"(@[\w-]+)\s*\{([^}]*)\}", body):
        yield from _of_block(f"{selector} {inner[1]}", inner[2], media)
    for declaration in re.sub(r"@[\w-]+\s*\{[^}]*\}", "", body).split(";"):
        name, _, value = declaration.partition(":")
        if value.strip():
            yield Declared(media, selector, name.strip().lower(), " ".join(value.split()))
