"""Whether a file is a packaged eBraille 1.0 publication: the rules that DAISY's checker has.

What EPUBCheck checks of EPUB is not repeated, except what a reading device needs to open it.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from lxml import etree

from pipeline.judges.opened_book import OPF, join

_DC = "{http://purl.org/dc/elements/1.1/}"
_HTML = "{http://www.w3.org/1999/xhtml}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_XHTML = "application/xhtml+xml"
_MIMETYPE = b"application/epub+zip"

_ONE = {
    f"{_DC}format": r"eBraille 1\.0",
    "dcterms:modified": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "a11y:brailleCellType": r"6|8|6, ?8|8, ?6",
    "a11y:completeTranscription": r"true|false",
    "a11y:tactileGraphics": r"none|(PNG|SVG|PDF|JPG)(, ?(PNG|SVG|PDF|JPG))*",
    f"{_DC}date": r"\d{4}(-\d\d){0,2}.*",
}
"""Metadata that stands there once, and how its value looks (5.3.3)."""

_SOME = {
    f"{_DC}title": r".+",
    f"{_DC}creator": r".+",
    f"{_DC}identifier": r".+",
    f"{_DC}language": r"[A-Za-z]{2,3}-Brai(-.+)?",
    "dcterms:dateCopyrighted": r"\d{4}(-\d\d){0,2}",
    "a11y:brailleSystem": r".+ (grade[0-2]|no-grade)( \w+)?",
    "a11y:producer": r".+",
}
"""Metadata that stands there once or more often."""

_NOT_BRAILLE = re.compile("[^\u2800-\u28ff\t\n\r \xa0\xad]")
_READ_OUT = ("title", "alt", "aria-label", "abbr")
"""Attributes that readers get to know, and that are braille, too."""

_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|/)", re.IGNORECASE)

Problem = tuple[str, str]


def faults(path: Path) -> Iterator[Problem]:
    """What is wrong with a file, with the code of each fault."""
    with zipfile.ZipFile(path) as archive:
        yield from _container(archive)
        names = set(archive.namelist())
        lost = [name for name in ("package.opf", "index.html") if name not in names]
        for name in lost:
            yield "ebrl-container", f"there is no {name} at its root (4.2)"
        if lost:
            return
        package = etree.fromstring(archive.read("package.opf"))
        yield from _metadata(package)
        yield from _manifest(package, names)
        yield from _navigation(etree.fromstring(archive.read("index.html")))
        for name in sorted(name for name in names if name.endswith(".html")):
            yield from _document(archive, name)


def _container(archive: zipfile.ZipFile) -> Iterator[Problem]:
    first = archive.infolist()[0]
    stored = first.compress_type == zipfile.ZIP_STORED
    if first.filename != "mimetype" or not stored or archive.read(first) != _MIMETYPE:
        yield "ebrl-container", "it does not begin with the type of an EPUB (4.7)"
    try:
        container = archive.read("META-INF/container.xml").decode()
    except KeyError:
        container = ""
    if 'full-path="package.opf"' not in container:
        yield "ebrl-container", "META-INF/container.xml does not lead to package.opf (4.2)"


def _metadata(package: etree._Element) -> Iterator[Problem]:
    found: dict[str, list[str]] = {}
    for element in package.iterfind(f"{OPF}metadata/*"):
        name = element.get("property", str(element.tag))
        found.setdefault(name, []).append((element.text or "").strip())
    for name, pattern in (_ONE | _SOME).items():
        values = found.get(name, [])
        short = name.replace(_DC, "dc:")
        if not values or (name in _ONE and len(values) > 1):
            yield "ebrl-metadata", f"{short} stands there {len(values)} times (5.3.3)"
        for value in values:
            if not re.fullmatch(pattern, value):
                yield "ebrl-metadata", f"{short} is “{value}” (5.3.3)"
    for name in sorted(name for name in found if name.startswith("rendition:")):
        yield "ebrl-unsupported", f"{name} is for fixed layouts (7)"


def _manifest(package: etree._Element, names: set[str]) -> Iterator[Problem]:
    items = {item.get("id", ""): item for item in package.iter(f"{OPF}item")}
    hrefs = {item.get("href", "") for item in items.values()}
    held = {name for name in names if name not in ("mimetype", "package.opf")}
    for href in sorted(hrefs ^ {name for name in held if not name.startswith("META-INF/")}):
        yield "ebrl-manifest", f"{href} is either not there, or not listed (5.4)"
    nav = [i.get("href") for i in items.values() if "nav" in i.get("properties", "").split()]
    if nav != ["index.html"]:
        yield "ebrl-manifest", "index.html is not the one navigation document (8.2)"
    for item in items.values():
        if item.get("fallback") or "remote-resources" in item.get("properties", ""):
            yield "ebrl-unsupported", f"{item.get('href')} has a fallback, or is remote (3.4, 3.5)"
    spine = [ref.get("idref", "") for ref in package.iter(f"{OPF}itemref")]
    kinds = [items[ref].get("media-type") if ref in items else None for ref in spine]
    if not spine or any(kind != _XHTML for kind in kinds):
        yield "ebrl-spine", "the spine is empty, or has something other than XHTML (6.1)"
    for name in ("guide", "collection", "bindings"):
        if package.find(f"{OPF}{name}") is not None:
            yield "ebrl-unsupported", f"it has a {name} (5.6)"


def _navigation(page: etree._Element) -> Iterator[Problem]:
    navs = {nav.get(_TYPE, ""): nav for nav in page.iter(f"{_HTML}nav")}
    if "toc" not in navs or navs["toc"].get("role") != "doc-toc":
        yield "ebrl-navigation", "index.html has no table of contents with its role (8.3.1)"
    pages = navs.get("page-list")
    if pages is None:
        return
    if pages.get("role") != "doc-pagelist":
        yield "ebrl-navigation", "the list of pages has not its role (8.3.2)"
    if any(not link.get("title") for link in pages.iter(f"{_HTML}a")):
        yield "ebrl-navigation", "a page of the list has no number in print (8.3.2)"


def _document(archive: zipfile.ZipFile, name: str) -> Iterator[Problem]:
    data = archive.read(name)
    page = etree.fromstring(data)
    if (page.getroottree().docinfo.encoding or "UTF-8").upper() != "UTF-8":
        yield "ebrl-encoding", f"{name} is not in UTF-8 (3.8)"
    for element in page.iter(f"{_HTML}script", f"{_HTML}form"):
        yield "ebrl-unsupported", f"{name} has a {etree.QName(element).localname} (6.2.3)"
    told = [*map(str, page.itertext()), *_attributes(page)]
    strange = _NOT_BRAILLE.search("".join(told))
    if strange:
        yield "ebrl-character", f"{name} has “{strange[0]}”, which is no braille (6.2.1)"
    ids = cache(partial(_ids, archive))
    for element in page.iter(f"{_HTML}*"):
        for reference in (element.get("src", ""), element.get("href", "")):
            yield from _reference(name, reference, ids)


def _attributes(page: etree._Element) -> Iterator[str]:
    """What readers get to know from attributes, except the printed numbers of pages (8.3.2)."""
    listed = {
        link
        for nav in page.iter(f"{_HTML}nav")
        if nav.get(_TYPE) == "page-list"
        for link in nav.iter(f"{_HTML}a")
    }
    for element in page.iter(f"{_HTML}*"):
        if element not in listed:
            yield from (element.get(name, "") for name in _READ_OUT)


def _reference(
    name: str, reference: str, ids: Callable[[str], frozenset[str] | None]
) -> Iterator[Problem]:
    """A reference leads to something in the file (3.5, 4.4)."""
    if not reference:
        return
    if _OUTSIDE.match(reference):
        yield "ebrl-link", f"{name} leads out of the file: {reference} (3.5)"
        return
    path, _, place = reference.partition("#")
    target = join(name, path) if path else name
    there = ids(target)
    if there is None or (place and place not in there):
        yield "ebrl-link", f"{name} leads to {reference}, where nothing is"


def _ids(archive: zipfile.ZipFile, name: str) -> frozenset[str] | None:
    """The ids in a file, for what leads there; None for a file that is not there."""
    if name not in archive.namelist():
        return None
    if not name.endswith(".html"):
        return frozenset()
    elements = etree.fromstring(archive.read(name)).iter("*")
    return frozenset(element.get("id", "") for element in elements)
