"""WXR, the file that WordPress exports: RSS 2.0 with elements of its own (versions 1.0 to 1.2).

A whole file is read by expat, in one pass, without a tree: exports may have 50 MB. Nothing in it
can make the program open or fetch anything, and entities are not expanded. A file that is not
well-formed XML is cut at its items, as WordPress's own importer does, so that one stray sign does
not cost the blog; a post that is cut off is an error of its own.
"""

import codecs
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from xml.parsers import expat

# Elements of an item or channel of which the text is kept.
_KEPT = frozenset(
    {
        "title", "link", "language", "pubDate", "dc:creator", "content:encoded",
        "excerpt:encoded", "wp:post_id", "wp:post_date", "wp:post_date_gmt",
        "wp:post_modified_gmt", "wp:post_name", "wp:status", "wp:post_parent", "wp:menu_order",
        "wp:post_type", "wp:post_password", "wp:attachment_url", "wp:base_blog_url",
    }
)  # fmt: skip
_METAS = frozenset({"_thumbnail_id", "_wp_attachment_image_alt", "enclosure", "footnotes"})
_AUTHOR = ("wp:author_login", "wp:author_display_name", "wp:author_first_name",
           "wp:author_last_name")  # fmt: skip

# Types of which there is nothing to read, and much to hold in memory.
_PASSED_OVER = frozenset(
    {
        "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
        "user_request", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation",
        "wp_font_family", "wp_font_face", "acf-field", "acf-field-group", "wpcf7_contact_form",
        "jp_pay_order", "feedback", "elementor_library", "amp_validated_url",
    }
)  # fmt: skip

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_LONGEST_HEAD = 65536  # bytes that may stand above an export, such as warnings of its server
_CONTROLS = bytes(n for n in range(32) if n not in b"\t\n\r")
_URI = re.compile(r"https?://wordpress\.org/export/[\w.]+/(excerpt/)?")
_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}


@dataclass(frozen=True, slots=True)
class Category:
    """A term of an item: its taxonomy ("category", "post_tag"), its name in addresses, its name."""

    domain: str
    nicename: str
    name: str


@dataclass(frozen=True, slots=True)
class ExportItem:
    """A post, page or attachment: its fields by the name of their element.

    `first` is the line of the file on which its text begins; `whole` says that its end is there.
    """

    fields: Mapping[str, str]
    metas: Mapping[str, str]
    categories: tuple[Category, ...]
    first: int
    whole: bool = True

    def get(self, name: str) -> str:
        """A field without white space around it, or ""."""
        return self.fields.get(name, "").strip()

    @property
    def kind(self) -> str:
        """Its type; "post" where it names none, as for WordPress's importer."""
        return self.get("wp:post_type") or "post"


@dataclass(frozen=True, slots=True)
class Fault:
    """Where and how a file is not well-formed XML."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Export:
    """An export: the channel's fields, the authors' names by login, and the items in order."""

    channel: Mapping[str, str]
    authors: Mapping[str, str]
    items: tuple[ExportItem, ...]
    fault: Fault | None = None


def parse(data: bytes) -> Export:
    """The contents of an export."""
    data = _utf8(data)
    start = max(data.find(b"<?xml", 0, _LONGEST_HEAD), 0)
    before = data.count(b"\n", 0, start)  # what a server printed above the file, or a blank line
    body = data[start:].translate(None, _CONTROLS)
    try:
        return _Whole(before).parse(body)
    except expat.ExpatError as error:
        return _broken(body, before, Fault(before + error.lineno, expat.ErrorString(error.code)))


def _utf8(data: bytes) -> bytes:
    """The file as UTF-8, from UTF-16 or the encoding that it declares."""
    said = _DECLARED.search(data, 0, _LONGEST_HEAD)
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    name = "utf-16" if marked else said[1].decode("ascii") if said else "utf-8"
    try:
        known = codecs.lookup(name).name
        return data if known == "utf-8" else data.decode(known, "replace").encode()
    except (LookupError, UnicodeError):
        return data


# --- a well-formed file -----------------------------------------------------------------


class _Whole:
    """Collects what expat finds."""

    def __init__(self, lines_before: int) -> None:
        self._before = lines_before
        self._channel: dict[str, str] = {}
        self._authors: dict[str, str] = {}
        self._items: list[ExportItem] = []
        self._path: list[str] = []
        self._text: list[str] = []
        self._start_item()
        self._parser = parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.EntityDeclHandler = self._entity

    def parse(self, data: bytes) -> Export:
        """Everything in a file; `ExpatError` where it is not well-formed."""
        self._parser.Parse(data, True)  # noqa: FBT003 (expat's own order)
        return Export(self._channel, self._authors, tuple(self._items))

    def _start_item(self) -> None:
        self._fields: dict[str, str] = {}
        self._metas: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        self._terms: list[Category] = []
        self._term = ("", "")
        self._first = 0

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = _name(qualified)
        self._path.append(name)
        self._text.clear()
        if name == "item":
            self._start_item()
        elif name == "category":
            self._term = (attributes.get("domain", ""), attributes.get("nicename", ""))
        elif name == "content:encoded":
            self._first = self._before + self._parser.CurrentLineNumber
        elif name in ("wp:author", "wp:postmeta"):
            self._parts = {}

    def _end(self, _name: str) -> None:
        name, text = self._path.pop(), "".join(self._text)
        self._text.clear()
        parent = self._path[-1] if self._path else ""
        match parent, name:
            case "item", "category":
                self._terms.append(Category(*self._term, text.strip()))
            case "item", "wp:postmeta":
                _keep_meta(self._parts, self._metas)
            case "item", _ if name in _KEPT:
                self._fields.setdefault(name, text)
            case (("wp:author" | "wp:postmeta"), _):
                self._parts.setdefault(name, text)
            case "channel", "wp:author":
                _keep_author(self._parts, self._authors)
            case _, "item":
                self._keep(ExportItem(self._fields, self._metas, tuple(self._terms), self._first))
            case "channel", _ if name in _KEPT:
                self._channel.setdefault(name, text)
            case _:
                pass

    def _keep(self, item: ExportItem) -> None:
        if item.kind not in _PASSED_OVER:
            self._items.append(item)

    def _entity(self, *_declaration: object) -> None:
        """An export declares no entities; a file that does is read without expanding them."""
        error = expat.ExpatError("entity declared")
        error.code, error.lineno = _UNDEFINED_ENTITY, self._parser.CurrentLineNumber
        raise error


_UNDEFINED_ENTITY = 11  # XML_ERROR_UNDEFINED_ENTITY


def _name(qualified: str) -> str:
    """An element's name with the prefix that WordPress writes, whatever the file's own."""
    uri, _, local = qualified.rpartition(" ")
    if not uri:
        return local
    own = _URI.fullmatch(uri)
    if own:
        return f"excerpt:{local}" if own[1] else f"wp:{local}"
    return f"{_PREFIXES.get(uri, 'other:')}{local}"


def _keep_meta(parts: Mapping[str, str], metas: dict[str, str]) -> None:
    key = parts.get("wp:meta_key", "").strip()
    if key in _METAS:
        metas.setdefault(key, parts.get("wp:meta_value", ""))


def _keep_author(parts: Mapping[str, str], authors: dict[str, str]) -> None:
    login, shown, first, last = (parts.get(part, "").strip() for part in _AUTHOR)
    if login:
        authors.setdefault(login, shown or f"{first} {last}".strip() or login)


# --- a file that is not well-formed -----------------------------------------------------

_ITEM = re.compile(rb"(?:(?<=[\s>])|^)<item(?:\s[^<>]*)?>")
_ATTRIBUTE = re.compile(r"(domain|nicename)\s*=\s*[\"']([^\"']*)[\"']")


def _broken(data: bytes, lines_before: int, fault: Fault) -> Export:
    """What can be read of a file by the names of its elements alone."""
    starts = [found.start() for found in _ITEM.finditer(data)]
    head = data[: starts[0]] if starts else data
    items, line, at = [], lines_before + 1, 0
    for start, stop in pairwise([*starts, len(data)]):
        line += data.count(b"\n", at, start)
        at = start
        items.append(_cut_item(data[start:stop], line))
    authors: dict[str, str] = {}
    for _, part in _all("wp:author", head):
        _keep_author(_fields(part, _AUTHOR), authors)
    kept = tuple(item for item in items if item.kind not in _PASSED_OVER)
    return Export(_fields(head, ("title", "link", "language")), authors, kept, fault)


def _cut_item(data: bytes, line: int) -> ExportItem:
    """An item between its first tag and the next item's."""
    whole = b"</item" in data
    post, *comments = data.split(b"<wp:comment>")
    data = post + b"".join(comment.partition(b"</wp:comment>")[2] for comment in comments)
    metas: dict[str, str] = {}
    for _, part in _all("wp:postmeta", data):
        _keep_meta(_fields(part, ("wp:meta_key", "wp:meta_value")), metas)
    terms = []
    for tag, name in _all("category", data):
        said = dict(_ATTRIBUTE.findall(tag.decode("utf-8", "replace")))
        term = Category(said.get("domain", ""), said.get("nicename", ""), _plain(name).strip())
        terms.append(term)
    first = line + data.count(b"\n", 0, max(data.find(b"<content:encoded"), 0))
    return ExportItem(_fields(data, _KEPT), metas, tuple(terms), first, whole)


def _fields(data: bytes, names: frozenset[str] | tuple[str, ...]) -> dict[str, str]:
    found = {name: next(_all(name, data), None) for name in sorted(names)}
    return {name: _plain(pair[1]) for name, pair in found.items() if pair}


def _all(name: str, data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The elements with a name: the tag and the content of each."""
    tag = re.escape(name.encode())
    opening, closing = re.compile(rb"<%b(?:\s[^<>]*)?>" % tag), re.compile(rb"</%b\s*>" % tag)
    at = 0
    while (begun := opening.search(data, at)) and (ended := closing.search(data, begun.end())):
        yield begun[0], data[begun.end() : ended.start()]
        at = ended.end()


def _plain(raw: bytes) -> str:
    """The text of an element: of its CDATA sections as it is, or else with references resolved."""
    text = raw.decode("utf-8", _AS_WINDOWS_1252).replace("\r\n", "\n").replace("\r", "\n")
    bare = text.strip().replace("]]]]><![CDATA[>", "]]>")
    if bare.startswith("<![CDATA["):
        return bare.removeprefix("<![CDATA[").removesuffix("]]>")
    return html.unescape(text)


_AS_WINDOWS_1252 = "bytes-as-windows-1252"


def _one_byte(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are not UTF-8 are nearly always from an older database, in Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_AS_WINDOWS_1252, _one_byte)
