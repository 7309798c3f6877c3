"""OPDS 2.0: the catalog as JSON, in the terms of the Readium Web Publication Manifest."""

import json

from formats.about import ATOM, CATALOG, CATALOG_JSON, JSON
from formats.model import Publication
from formats.opds.entries import EPUB, CatalogEntry, CatalogFile, address, line
from formats.opds.pages import SIZE, CatalogPage

MIME = JSON

_PLACE = "here"
"""Stands, last of all, where the entries will."""

_OPEN = "http://opds-spec.org/acquisition/open-access"
_BOOK, _AUDIOBOOK = "http://schema.org/EBook", "http://schema.org/Audiobook"


def feed(blog: Publication, page: CatalogPage) -> bytes:
    """One page of the catalog."""
    links = [
        _link("self", address(blog, page.name), JSON),
        _link("start", address(blog, CATALOG_JSON), JSON),
        _link("alternate", address(blog, CATALOG), ATOM),
        _link("alternate", blog.base_url, "text/html"),
        *(_link(relation, address(blog, name), JSON) for relation, name in page.others()),
    ]
    about = {"description": line(blog.description)} if blog.description else {}
    value = {
        "metadata": {
            "title": line(blog.title),
            **about,
            "numberOfItems": page.total,
            "itemsPerPage": SIZE,
            "currentPage": page.number,
        },
        "links": links,
        "publications": [_PLACE] if page.entries else [],
    }
    around = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    if not page.entries:
        return around.encode()
    begin, _, end = around.rpartition(json.dumps(_PLACE))
    return (begin + ",\n    ".join(entry.json for entry in page.entries) + end).encode()


def object_of(entry: CatalogEntry) -> str:
    """An entry as it stands in the list of a page."""
    return json.dumps(_publication(entry), indent=2, ensure_ascii=False).replace("\n", "\n    ")


def _publication(entry: CatalogEntry) -> dict[str, object]:
    links: list[dict[str, object]] = [_file(file, entry) for file in entry.files]
    links.append(_link("alternate", entry.page, "text/html"))
    width, height = entry.pixels
    size = {"width": width, "height": height} if width and height else {}
    return {
        "metadata": _metadata(entry),
        "links": links,
        "images": [{"href": entry.image.address, "type": entry.image.mime, **size}],
    }


def _metadata(entry: CatalogEntry) -> dict[str, object]:
    post = entry.post
    has_book = any(file.mime == EPUB for file in entry.files)
    known: dict[str, object] = {
        "@type": _BOOK if has_book else _AUDIOBOOK,
        "title": line(post.title),
        "identifier": entry.id,
        "language": post.language,
        "author": [line(name) for name in post.authors],
        "modified": entry.updated.isoformat(),
        "published": post.published.date().isoformat() if post.published else "",
        "description": line(post.summary),
        "subject": [line(tag) for tag in post.tags],
    }
    return {key: value for key, value in known.items() if value}


def _file(file: CatalogFile, entry: CatalogEntry) -> dict[str, object]:
    """An acquisition link; the sound with its length in seconds."""
    found = _link(_OPEN, file.address, file.mime)
    return found if file.mime == EPUB else found | {"duration": max(1, entry.duration // 1000)}


def _link(relation: str, href: str, mime: str) -> dict[str, object]:
    return {"rel": relation, "href": href, "type": mime}
