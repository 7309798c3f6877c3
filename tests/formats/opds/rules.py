"""The rules of OPDS that a catalog of open books can break.

OPDS 1.2: those of its text and of its RELAX NG schema (appendix B), with what Atom requires
(RFC 4287, 4.1). OPDS 2.0: its JSON schema (drafts.opds.io/schema: feed, feed-metadata,
publication) and that of the Readium manifest for metadata and links.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

A = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/terms/}"
ACQUISITION = "http://opds-spec.org/acquisition"
IMAGE = "http://opds-spec.org/image"
CATALOG = "application/atom+xml;profile=opds-catalog;kind=acquisition"
PICTURES = {"image/gif", "image/jpeg", "image/png"}

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(?:\s*;\s*[\w-]+=[\w.-]+)*")
_UNSAFE = re.compile(r'[ <>{}|^`"\\\n\r\t]')
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


# --- 1.2 ------------------------------------------------------------------------------------


def feed_problems(root: etree._Element) -> list[str]:
    """What is wrong with an acquisition feed."""
    if root.tag != f"{A}feed":
        return ["the root is no atom:feed"]
    found = [*_once(root, "id", "title", "updated"), *_links(root), *_moments(root)]
    ids = [root.findtext(f"{A}id"), *(e.findtext(f"{A}id") for e in root.iter(f"{A}entry"))]
    if len(set(ids)) < len(ids):
        found.append("two ids are the same")
    authored = root.find(f"{A}author") is not None
    found += (
        f"no single {relation} link to an acquisition feed (2.3, 2.6)"
        for relation in ("self", "start")
        if [link.get("type") for link in _related(root, relation)] != [CATALOG]
    )
    for entry in root.iter(f"{A}entry"):
        found += _entry_problems(entry, authored=authored)
    return found


def _entry_problems(entry: etree._Element, *, authored: bool) -> Iterator[str]:
    yield from _once(entry, "id", "title", "updated")
    if not authored and entry.find(f"{A}author") is None:
        yield "nobody is the author (RFC 4287, 4.1.2)"
    bought = [link for link in entry.iter(f"{A}link") if _rel(link).startswith(ACQUISITION)]
    if not bought:
        yield "no acquisition link (5.4)"
    if not all(link.get("type") for link in bought):
        yield "an acquisition link without a type (5.3)"
    images = [link for link in entry.iter(f"{A}link") if _rel(link).startswith(IMAGE)]
    if images and not any(link.get("type") in PICTURES for link in images):
        yield "no picture is GIF, JPEG or PNG (5.2.2)"
    for name in ("title", "creator", "subject", "rights", "description"):
        if entry.find(f"{DC}{name}") is not None:
            yield f"dc:{name} has a name in Atom (5.1.1)"
    summary = entry.find(f"{A}summary")
    if summary is not None and (summary.get("type", "text") != "text" or len(summary)):
        yield "a summary that is not text (5.1.3)"


def _once(element: etree._Element, *names: str) -> Iterator[str]:
    for name in names:
        texts = [child.text or "" for child in element.findall(f"{A}{name}")]
        if len(texts) != 1 or not texts[0].strip():
            yield f"not exactly one {name}"


def _links(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{A}feed", f"{A}entry"):
        alternates = [(x.get("type"), x.get("hreflang")) for x in _related(element, "alternate")]
        if len(set(alternates)) < len(alternates):
            yield "two alternate links of one type (RFC 4287, 4.1.1)"
    for link in root.iter(f"{A}link"):
        href = link.get("href", "")
        if not href or _UNSAFE.search(href):
            yield f"no address: {href!r}"
        if not _TYPE.fullmatch(link.get("type", "a/a")):
            yield f"no media type: {link.get('type')}"
        if _rel(link) == f"{ACQUISITION}/buy":
            yield "something to buy without a price"


def _moments(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{A}updated", f"{A}published"):
        if not _MOMENT.fullmatch(element.text or ""):
            yield f"no moment (RFC 3339): {element.text}"
    for element in root.iter(f"{DC}issued"):
        if not _DAY.fullmatch(element.text or ""):
            yield f"no day: {element.text}"


def _rel(link: etree._Element) -> str:
    return link.get("rel", "alternate")


def _related(element: etree._Element, relation: str) -> list[etree._Element]:
    return [link for link in element.findall(f"{A}link") if _rel(link) == relation]


# --- 2.0 ------------------------------------------------------------------------------------


def catalog_problems(value: Any) -> list[str]:
    """What is wrong with a catalog in JSON."""
    found: list[str] = []
    for key, kind in (("metadata", dict), ("links", list), ("publications", list)):
        if not isinstance(value.get(key), kind):
            found.append(f"{key} is missing, or of another kind")
    if found:
        return found
    found += _catalog_metadata(value["metadata"])
    found += (problem for link in value["links"] for problem in _link_problems(link))
    if not any(_has(link, {"self"}) for link in value["links"]):
        found.append("no link to itself")
    for publication in value["publications"]:
        found += _publication_problems(publication)
    return found


def _catalog_metadata(metadata: Any) -> Iterator[str]:
    if not isinstance(metadata.get("title"), str) or not metadata["title"]:
        yield "the catalog has no title"
    for key, least in (("numberOfItems", 0), ("itemsPerPage", 1), ("currentPage", 1)):
        if key in metadata and not (isinstance(metadata[key], int) and metadata[key] >= least):
            yield f"{key} is no number"


def _publication_problems(publication: Any) -> Iterator[str]:
    metadata, links = publication.get("metadata", {}), publication.get("links", [])
    images = publication.get("images", [])
    if not isinstance(metadata.get("title"), str) or not metadata["title"]:
        yield "a publication has no title"
    if not _LANGUAGE.fullmatch(metadata.get("language", "en")):
        yield f"no language: {metadata['language']}"
    for key in ("identifier", "@type"):
        if not urlsplit(metadata.get(key, "urn:x")).scheme:
            yield f"{key} is no address"
    if "modified" in metadata and not _MOMENT.fullmatch(metadata["modified"]):
        yield f"modified: {metadata['modified']}"
    if "published" in metadata and not _DAY.fullmatch(metadata["published"]):
        yield f"published: {metadata['published']}"
    if not any(_has(link, {ACQUISITION, f"{ACQUISITION}/open-access"}) for link in links):
        yield "no acquisition link"
    if not any(image.get("type") in PICTURES for image in images):
        yield "no picture that every program can show"
    for link in (*links, *images):
        yield from _link_problems(link)


def _link_problems(link: Any) -> Iterator[str]:
    if not isinstance(link.get("href"), str) or not link["href"] or _UNSAFE.search(link["href"]):
        yield f"no address: {link.get('href')!r}"
    if not _TYPE.fullmatch(link.get("type", "a/a")):
        yield f"no media type: {link.get('type')}"
    for key in ("width", "height", "duration"):
        if key in link and not (isinstance(link[key], int) and link[key] > 0):
            yield f"{key} is no number above 0"


def _has(link: Any, relations: set[str]) -> bool:
    said = link.get("rel", [])
    return bool(relations & {*([said] if isinstance(said, str) else said)})
