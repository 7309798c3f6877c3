"""What an EPUB says about itself: its title and authors, its chapters, its table of contents.

EPUB 3.3 for the package and the navigation document; EPUB 2.0.1 for the NCX and the guide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from lxml import etree

from pipeline import dates
from pipeline.errors import ReadError
from pipeline.readers.documents import properties
from pipeline.readers.documents.packages import Package, path_from
from pipeline.readers.documents.xml_trees import text_of
from pipeline.readers.html.document import parse
from pipeline.readers.shared import languages
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import Meta

_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml"}
_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_EMPTY = re.compile(
    r"<(title|script|style|a|div|span|p|i|b|em|strong|td|th|textarea|iframe|h[1-6])"
    r"(\s[^<>]*)?/>"
)
_NOT_PUBLISHED = {"modification", "creation"}


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the table of contents: where it leads, and how deep it is."""

    title: str
    path: str
    fragment: str
    depth: int


@dataclass(frozen=True, slots=True)
class Book:
    """A book: what it says about itself, and its chapters as paths in the order of reading.

    `asides` are paths that are not read in that order; `kinds` says what some paths are for.
    """

    meta: Meta
    spine: tuple[str, ...]
    asides: frozenset[str]
    contents: tuple[ContentsLine, ...]
    kinds: dict[str, str] = field(default_factory=dict)


def book(package: Package, where: str) -> Book:
    """The book in a package; `ReadError` where it is none, or locked."""
    path = _root(package, where)
    opf = package.xml(path)
    _refuse_locked(package, where)
    items = {item.get("id", ""): item for item in opf.iter("{*}item")}
    paths = {
        name: path_from(path, item.get("href", ""))
        for name, item in items.items()
        if item.get("media-type") in _PAGES
    }
    refs = [r for r in opf.iter("{*}itemref") if paths.get(r.get("idref", ""), "") in package]
    kinds = {
        paths[name]: "toc"
        for name, item in items.items()
        if name in paths and "nav" in item.get("properties", "").split()
    }
    kinds |= {
        path_from(path, way.get("href", "")): way.get("type", "")
        for way in opf.iterfind("{*}guide/{*}reference")
    }
    return Book(
        meta=_meta(opf),
        spine=tuple(dict.fromkeys(paths[ref.get("idref", "")] for ref in refs)),
        asides=frozenset(paths[r.get("idref", "")] for r in refs if r.get("linear") == "no"),
        contents=tuple(_contents(package, path, items)),
        kinds=kinds,
    )


class Pages:
    """The pages of a book as trees, each parsed once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._pages: dict[str, BeautifulSoup] = {}
        self._ids: dict[str, dict[str, Tag]] = {}

    def page(self, path: str) -> BeautifulSoup:
        """A whole page; XHTML lets any element be empty, which HTML does not."""
        if path not in self._pages:
            self._pages[path] = _parsed(self._package.read(path))
        return self._pages[path]

    def body(self, path: str) -> Tag:
        """The body of a page."""
        page = self.page(path)
        return page.body or page

    def language(self, path: str) -> str:
        """The language that a page says, or ""."""
        page = self.page(path)
        roots = [tag for tag in (page.body, page.html) if tag is not None]
        said = (str(tag.get("lang") or tag.get("xml:lang") or "") for tag in roots)
        return next(filter(None, map(languages.tag, said)), "") or ""

    def find(self, path: str, name: str) -> Tag | None:
        """The element with an id in a page, if there is one."""
        if path not in self._package:
            return None
        if path not in self._ids:
            tags = self.page(path).find_all(id=True)
            self._ids[path] = {str(tag["id"]): tag for tag in reversed(tags)}
        found = self._ids[path].get(name)
        return None if found is None or found.decomposed else found


def _parsed(data: bytes) -> BeautifulSoup:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16" if wide else "utf-8-sig", "replace")
    return parse(_EMPTY.sub(r"<\1\2></\1>", text))


def target(path: str, href: str) -> tuple[str, str]:
    """The path and the id in it that a link in a page leads to; ("", "") if out of the book."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return "", ""
    if parts.scheme or parts.netloc:
        return "", ""
    return (path_from(path, parts.path) if parts.path else path), unquote(parts.fragment)


def types(tag: Tag) -> set[str]:
    """What an element is for, by `epub:type` and `role`."""
    said = f"{tag.get('epub:type', '')} {tag.get('role', '')}".lower().split()
    return {word.removeprefix("doc-") for word in said}


def _root(package: Package, where: str) -> str:
    container = package.xml("META-INF/container.xml")
    root = next(container.iter("{*}rootfile"), None)
    path = path_from("", root.get("full-path", "")) if root is not None else ""
    if path not in package:
        raise ReadError(
            "There is no book in this file, whatever its name says.",
            where=where,
            remedy="Open it in the program that made it, and export it again as EPUB.",
        )
    return path


def _refuse_locked(package: Package, where: str) -> None:
    """Refuse a book whose text is encrypted; typefaces alone may be."""
    name = "META-INF/encryption.xml"
    methods = package.xml(name).iter("{*}EncryptionMethod") if name in package else ()
    if any(method.get("Algorithm", "") not in _OBFUSCATION for method in methods):
        raise ReadError(
            "The book is locked by its shop (DRM), and can't be read.",
            where=where,
            remedy="Take the file that the book was made from, or ask its publisher for one that"
            " is not locked.",
        )


def _meta(opf: etree._Element) -> Meta:
    titles = properties.named(opf, "title")
    return Meta(
        title=titles[0] if titles else "",
        language=properties.language(opf),
        authors=properties.people(properties.named(opf, "creator")),
        published=next(filter(None, map(dates.parse, _days(opf))), None),
        tags=tuple(dict.fromkeys(filter(None, properties.named(opf, "subject")))),
    )


def _days(opf: etree._Element) -> Iterator[str]:
    for element in opf.iter("{http://purl.org/dc/elements/1.1/}date"):
        if element.get("{http://www.idpf.org/2007/opf}event") not in _NOT_PUBLISHED:
            yield text_of(element)


# --- the table of contents --------------------------------------------------------------


def _contents(
    package: Package, opf: str, items: dict[str, etree._Element]
) -> Iterator[ContentsLine]:
    """The lines of the navigation document, or of the NCX of an older book."""
    for item in items.values():
        path = path_from(opf, item.get("href", ""))
        if "nav" in item.get("properties", "").split() and path in package:
            yield from _nav(_parsed(package.read(path)), path)
            return
    for item in items.values():
        path = path_from(opf, item.get("href", ""))
        if item.get("media-type") == "application/x-dtbncx+xml" and path in package:
            yield from _ncx(package.parsed(_without_doctype(package.read(path)), path), path)
            return


def _without_doctype(data: bytes) -> bytes:
    return re.sub(rb"<!DOCTYPE[^>\[]*>", b"", data, count=1)


def _nav(soup: BeautifulSoup, path: str) -> Iterator[ContentsLine]:
    navs = soup.find_all("nav")
    listed = next((nav for nav in navs if "toc" in types(nav)), navs[0] if navs else None)
    for link in listed.find_all("a", href=True) if listed is not None else ():
        depth = len(link.find_parents("ol")) - 1
        yield ContentsLine(one_line(link.get_text(" ")), *target(path, str(link["href"])), depth)


def _ncx(root: etree._Element, path: str) -> Iterator[ContentsLine]:
    for point in root.iter("{*}navPoint"):
        content, label = point.find("{*}content"), point.find("{*}navLabel")
        depth = sum(1 for _ in point.iterancestors("{*}navPoint"))
        if content is not None:
            yield ContentsLine(
                one_line(text_of(label)), *target(path, content.get("src", "")), depth
            )
