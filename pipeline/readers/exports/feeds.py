"""Feeds: RSS from 0.90 to 2.0, Atom 0.3 and 1.0, and the backups of Blogger, which are Atom.

A feed is a stream of entries, recognised by its root element whatever its name is. It is read as
people publish it, and not only as the specifications have it: any namespace, names in any case,
ill-formed XML as far as it can be read.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from lxml import etree

from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.exports import elements, feed_entry, ghost_html, substack_html, told
from pipeline.readers.exports.captions import figures
from pipeline.readers.exports.code_tables import plain_code
from pipeline.readers.exports.feed_entry import FeedEntry, FeedHead
from pipeline.readers.exports.posts import ExportContents, contents
from pipeline.readers.exports.xml_text import parse
from pipeline.readers.shared.files import beginning
from pipeline.readers.shared.reading import (
    Article,
    Defaults,
    File,
    FileContents,
)

# What may come before the root element; possessive, since each comment could end at any "-->".
_BEFORE = r"(?>(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*)"
_ROOT = re.compile(
    rf"{_BEFORE}<(?:[\w.-]+:)?(?:(rss|feed|channel|entry)|(rdf))\b", re.IGNORECASE | re.DOTALL
)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
_RDF_FEED = re.compile(r"purl\.org/rss/1\.0|my\.netscape\.com/(?:rdf|publish)|<item\b|<channel\b")
_WORDPRESS = "wordpress.org/export/"

_ENTRIES = {"item", "entry"}
_MOST = 50_000  # entries of a feed, with the comments in a backup
_POSTS = {"post", "blogger:post"}

_FLARE = '<div class="feedflare">'
_HREF = re.compile(r"<a\b[^<>]*?\shref\s*=\s*[\"']([^\"'<>]*)[\"']", re.IGNORECASE)
_MEDIUM = "where people are continuing the conversation by highlighting and responding"
_SUBSTACK = "data-component-name="  # of its boxes, notes and pictures
_LONGEST_CLOSER = 1500  # characters


def claims(_name: str, head: bytes) -> bool:
    """An XML file whose root is that of a feed, and not the export of WordPress."""
    text = beginning(head).lstrip()
    if not text.startswith("<") or _WORDPRESS in text:
        return False
    root = _ROOT.match(text)
    if root is None:
        return bool(_DOCTYPE.search(text))
    return bool(root[1]) or bool(_RDF_FEED.search(text))


def read(file: File, defaults: Defaults) -> FileContents:
    """The posts of a feed; `ReadError` where nothing of the file can be read."""
    root, broken = parse(file)
    around = feed_entry.feed(root)
    listed = entries(root)
    if len(listed) > _MOST:
        raise ReadError(
            f"There are {len(listed):,} entries in this feed, of at most {_MOST:,}.",
            where=file.name,
            remedy="Export fewer posts at a time.",
        )
    found = [feed_entry.entry(one, around, defaults.language) for one in listed]
    kinds = _POSTS | ({"page"} if defaults.pages else set())
    posts = [one for one in found if one.kind in kinds]
    kept = [_without_closer(post, around) for post in posts]
    closed = sum(one.html != post.html for one, post in zip(kept, posts, strict=True))
    findings = (
        *broken,
        *_told(found, posts, file),
        *told.pages(0 if defaults.pages else sum(one.kind == "page" for one in found), file.name),
        *told.furniture(closed, "closing line or box", "closing lines or boxes", file.name),
    )
    articles = tuple(map(_article, kept))
    return contents(ExportContents(articles, findings, title=around.title), file, defaults)


def entries(root: etree._Element) -> list[etree._Element]:
    """The entries of a feed, in its order; an entry inside another belongs to that."""
    return [element for element in root.iter("*") if _is_entry(element) and not _inside(element)]


def _is_entry(element: etree._Element) -> bool:
    return elements.name(element) in _ENTRIES


def _inside(element: etree._Element) -> bool:
    return any(map(_is_entry, element.iterancestors()))


def _told(
    found: Sequence[FeedEntry], posts: Sequence[FeedEntry], file: File
) -> tuple[Finding, ...]:
    """What is told of a feed: of posts that may be incomplete, and of what was left out."""
    public = [post for post in posts if not post.meta.withheld]
    return (
        *_empty(found, file),
        *told.beginnings(sum(post.beginning for post in public), file.name),
        *told.recordings(sum(post.recording for post in public), file.name),
        *told.comments(sum(one.kind == "comment" for one in found), file.name),
    )


def _empty(found: Sequence[FeedEntry], file: File) -> tuple[Finding, ...]:
    if found:
        return ()
    return told.no_posts(file.name)


def _article(post: FeedEntry) -> Article:
    return Article(post.meta, figures(plain_code(post.html)), post.line, post.base)


# --- closing lines -------------------------------------------------------------------------


def _without_closer(post: FeedEntry, around: FeedHead) -> FeedEntry:
    """The entry without what its system adds: boxes, and "The post … appeared first on …"."""
    before, flare, after = post.html.rpartition(_FLARE)
    text = _without_boxes(before + after.partition("</div>")[2] if flare else post.html)
    at = text.lower().rfind("<p")
    last = text[at:] if at > 0 else ""
    if 0 < len(last) <= _LONGEST_CLOSER and (_leads_home(last, post, around) or _MEDIUM in last):
        text = text[:at].rstrip().removesuffix("<hr>").rstrip()
    return replace(post, html=text)


def _without_boxes(text: str) -> str:
    """HTML without the boxes that Ghost and Substack have in feeds as in their exports."""
    if "kg-card" in text:
        text = ghost_html.cleaned(text)
    if _SUBSTACK in text:
        text, _, _ = substack_html.cleaned(text)
    return text


def _leads_home(last: str, post: FeedEntry, around: FeedHead) -> bool:
    """Whether the last paragraph has two links only: to the post and to the blog."""
    links = [_bare(html.unescape(href)) for href in _HREF.findall(last)]
    home = {_bare(around.link), _host(post.base)}
    return len(links) == 2 and links[0] == _bare(post.base) != "" and links[1] in home


def _bare(address: str) -> str:
    """An address without scheme, query and last slash, to compare it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.netloc}{parts.path}".rstrip("/")


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
