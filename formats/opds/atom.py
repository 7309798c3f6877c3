"""OPDS 1.2: an acquisition feed, in Atom (RFC 4287)."""

from datetime import UTC, datetime
from uuid import UUID, uuid5

from lxml import etree

from formats.about import ATOM, CATALOG, CATALOG_JSON, JSON
from formats.model import Publication
from formats.opds.entries import CatalogEntry, address, line
from formats.opds.pages import SIZE, CatalogPage

MIME = "application/atom+xml"

_NAMESPACES = {
    "": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/terms/",
    "opensearch": "http://a9.com/-/spec/opensearch/1.1/",
}
_EMPTY = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/terms/"
xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"/>"""
_CLOSED = b"\n</feed>"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_OPEN = "http://opds-spec.org/acquisition/open-access"
_IMAGE = "http://opds-spec.org/image"
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of an empty catalog: Atom wants one."""


def feed(blog: Publication, page: CatalogPage) -> bytes:
    """One page of the catalog."""
    root = etree.fromstring(_EMPTY)
    root.set(_LANGUAGE, blog.language)
    _add(root, "id", uuid5(UUID(blog.guid), page.name).urn)
    _add(root, "title", line(blog.title))
    if blog.description:
        _add(root, "subtitle", line(blog.description))
    _add(root, "updated", _moment(max((e.updated for e in page.entries), default=_NEVER)))
    _person(root, blog.author or blog.title)
    _link(root, "self", address(blog, page.name), ATOM)
    _link(root, "start", address(blog, CATALOG), ATOM)
    _link(root, "alternate", blog.base_url, "text/html")
    _link(root, "alternate", address(blog, CATALOG_JSON), JSON)
    for relation, name in page.others():
        _link(root, relation, address(blog, name), ATOM)
    _add(root, "opensearch:totalResults", str(page.total))
    _add(root, "opensearch:itemsPerPage", str(SIZE))
    etree.indent(root)
    around = etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
    begin, closed, end = around.rpartition(_CLOSED)
    return b"".join((begin, *(entry.atom for entry in page.entries), closed, end))


def element_of(blog: Publication, entry: CatalogEntry) -> bytes:
    """An entry as it stands on a page, with the space before it."""
    root = etree.fromstring(_EMPTY)
    _entry(_add(root, "entry"), blog, entry)
    etree.indent(root)
    whole = etree.tostring(root, encoding="UTF-8")
    return whole[whole.index(b">") + 1 : whole.rindex(_CLOSED)]


def _entry(element: etree._Element, blog: Publication, entry: CatalogEntry) -> None:
    post = entry.post
    element.set(_LANGUAGE, post.language)
    _add(element, "id", entry.id)
    _add(element, "title", line(post.title))
    _add(element, "updated", _moment(entry.updated))
    for name in post.authors:
        _person(element, name)
    _add(element, "dc:language", post.language)
    if post.published:
        _add(element, "dc:issued", post.published.date().isoformat())
    if blog.licence:
        _add(element, "rights", line(blog.licence))
    for tag in post.tags:
        etree.SubElement(element, _tag("category"), term=line(tag), label=line(tag))
    if post.summary:
        _add(element, "summary", line(post.summary)).set("type", "text")
    _link(element, "alternate", entry.page, "text/html")
    _link(element, _IMAGE, entry.image.address, entry.image.mime)
    for file in entry.files:
        _link(element, _OPEN, file.address, file.mime).set("length", str(file.size))


def _person(parent: etree._Element, name: str) -> None:
    author = _add(parent, "author")
    _add(author, "name", line(name))


def _link(parent: etree._Element, relation: str, href: str, mime: str) -> etree._Element:
    return etree.SubElement(parent, _tag("link"), rel=relation, href=href, type=mime)


def _add(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, _tag(name))
    if text:
        element.text = text
    return element


def _tag(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def _moment(moment: datetime) -> str:
    """A moment in UTC as Atom writes it (RFC 3339); `isoformat` fills the year with noughts."""
    return moment.isoformat()
