"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

import html

from formats.model import Picture
from pipeline import dates
from pipeline.readers.exports import texts, told
from pipeline.readers.exports.data import Json, Row, line, row, rows, string, strings
from pipeline.readers.exports.posts import ExportContents
from pipeline.readers.shared import links
from pipeline.readers.shared.reading import Article, Defaults, File, Meta


def find(value: Json, file: File, defaults: Defaults) -> ExportContents | None:
    """The posts of a JSON Feed; None where it is none."""
    feed = row(value)
    if "jsonfeed.org/version" not in string(feed, "version"):
        return None
    items = rows(feed.get("items"))
    articles = tuple(_article(item, feed, defaults) for item in items)
    recorded = sum(any(map(_is_recording, rows(item.get("attachments")))) for item in items)
    cut = sum(map(_is_cut, items))
    findings = (*told.beginnings(cut, file.name), *told.recordings(recorded, file.name))
    if not articles:
        findings = told.no_posts(file.name)
    return ExportContents(articles, findings, title=line(feed, "title"))


def _article(item: Row, feed: Row, defaults: Defaults) -> Article:
    link = string(item, "url", "id")
    published, updated = (dates.parse(string(item, f"date_{what}")) for what in _DATES)
    said = string(item, "language") or string(feed, "language")
    meta = Meta(
        title=html.escape(line(item, "title"), quote=False),
        slug=texts.slug_of(link),
        language=texts.language_of(said, defaults.language),
        authors=_authors(item) or _authors(feed),
        published=published or updated,
        updated=updated,
        summary="" if _is_cut(item) else html.escape(line(item, "summary"), quote=False),
        tags=strings(item.get("tags")),
        picture=_picture(item),
        original=links.web_address(link),
    )
    return Article(meta, _text(item), base=link or string(feed, "home_page_url"))


_DATES = ("published", "modified")


def _text(item: Row) -> str:
    """The HTML of an item, or its plain text as paragraphs, or its summary."""
    said = string(item, "content_html")
    if said:
        return texts.paragraphs(said)
    return texts.paragraphs(html.escape(string(item, "content_text", "summary"), quote=False))


def _authors(of: Row) -> tuple[str, ...]:
    """The names of authors: a list since version 1.1, one before."""
    people = rows(of.get("authors")) or [row(of.get("author"))]
    return tuple(name for person in people if (name := line(person, "name")))


def _picture(item: Row) -> Picture | None:
    src = string(item, "image", "banner_image")
    return Picture(src, None) if src and "<img" not in string(item, "content_html") else None


def _is_cut(item: Row) -> bool:
    """Whether an item has a summary, and no text."""
    whole = string(item, "content_html", "content_text")
    return not whole and bool(string(item, "summary"))


def _is_recording(attachment: Row) -> bool:
    return string(attachment, "mime_type").startswith(("audio/", "video/"))
