"""The elements of feeds, under one name each: whatever namespace, prefix and case a feed has."""

import base64
import html
from collections.abc import Iterator

from lxml import etree

from pipeline.readers.shared.chars import one_line

# The namespaces of RSS itself have no prefix here, nor has Atom's: a feed of one kind may use an
# element of the other.
_PREFIXES = {
    "": "",
    "http://backend.userland.com/rss": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://example.com/newformat": "",
    "http://example.com/necho": "",
    "http://purl.org/echo": "",
    "uri/of/echo/namespace": "",
    "http://purl.org/pie": "",
    "http://purl.org/atom/ns": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/rss/1.0/modules/rss091": "",
    "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss091": "",
    "http://backend.userland.com/rss092": "",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://schemas.google.com/blogger/2018": "blogger",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "http://www.w3.org/2007/app": "app",
    "http://purl.org/atom/app": "app",
}
_XML = "{http://www.w3.org/XML/1998/namespace}"


def name(element: etree._Element) -> str:
    """The name of an element as `prefix:local` in lower case; "" for a comment and the like."""
    if not isinstance(element.tag, str):
        return ""
    space, _, local = element.tag.rpartition("}")
    space = space.lstrip("{").lower().rstrip("/#")
    prefix = _PREFIXES.get(space, (element.prefix or "").lower() if space else "")
    return f"{prefix}:{local.lower()}" if prefix else local.lower()


class Children:
    """The child elements of one entry or feed, by name, each name's in the order of the file."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self._found: dict[str, list[etree._Element]] = {}
        for child in _children(element):
            self._found.setdefault(name(child), []).append(child)

    def all(self, *names: str) -> list[etree._Element]:
        """The elements of some names, by the order of the names."""
        return [element for key in names for element in self._found.get(key, ())]

    def texts(self, *names: str) -> list[str]:
        """The texts of elements on one line each, without empty ones."""
        return [said for element in self.all(*names) if (said := text(element))]

    def text(self, *names: str) -> str:
        """The first text of some names that is not empty; or ""."""
        return next(iter(self.texts(*names)), "")


def _children(element: etree._Element) -> Iterator[etree._Element]:
    """The children, and those of `media:group`, which only holds them together."""
    for child in element:
        yield child
        if name(child) == "media:group":
            yield from child


def text(element: etree._Element) -> str:
    """All words in an element, on one line."""
    return one_line(words(element))


def words(element: etree._Element) -> str:
    """All text in an element as it is written, without comments."""
    return etree.tostring(element, encoding="unicode", method="text", with_tail=False)


def attribute(element: etree._Element, key: str) -> str:
    """The value of an attribute without a namespace, in whatever case its name is; or ""."""
    direct = element.get(key)
    if direct is None:
        direct = next((str(said) for k, said in element.items() if str(k).lower() == key), "")
    return direct.strip()


def language(element: etree._Element) -> str:
    """What `xml:lang` says of an element, or of the nearest one around it; or ""."""
    around = (element, *element.iterancestors())
    return next((said for one in around if (said := one.get(f"{_XML}lang"))), "")


def is_text(element: etree._Element) -> bool:
    """Whether an Atom text is plain text and no markup (RFC 4287, 3.1.1)."""
    return attribute(element, "type").lower() in {"text", "text/plain"}


def markup(element: etree._Element) -> str:
    """The HTML in an element: escaped in its text, or as elements of its own."""
    kind, mode = attribute(element, "type").lower(), attribute(element, "mode").lower()
    inner = _serialised(element)
    if kind in {"xhtml", "application/xhtml+xml"} or mode == "xml" or _has_elements(element):
        return inner
    said = _decoded(words(element)) if mode == "base64" else words(element)
    return html.escape(said, quote=False) if is_text(element) else said


def _decoded(said: str) -> str:
    """The text in Atom 0.3's base64; itself where it is none."""
    try:
        return base64.b64decode(said, validate=False).decode()
    except ValueError:
        return said


def _has_elements(element: etree._Element) -> bool:
    return any(isinstance(child.tag, str) for child in element)


def _serialised(element: etree._Element) -> str:
    """The inside of an element as HTML; prefixes are dropped."""
    for inner in element.iterdescendants():
        if isinstance(inner.tag, str):
            inner.tag = etree.QName(inner).localname.rpartition(":")[2].lower()
    etree.cleanup_namespaces(element)
    parts = [html.escape(element.text or "", quote=False)]
    parts += [etree.tostring(child, encoding="unicode", method="html") for child in element]
    return "".join(parts)
