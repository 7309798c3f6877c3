"""Posts as WordPress' programming interface (REST, v2) gives them: a list, or one."""

import html
from urllib.parse import unquote

from formats.model import Picture
from pipeline import dates
from pipeline.readers.exports import texts, told
from pipeline.readers.exports.captions import figures
from pipeline.readers.exports.data import Json, Row, row, rows, string, truth
from pipeline.readers.exports.posts import ExportContents
from pipeline.readers.exports.wordpress_terms import NO_CATEGORY, STATUSES
from pipeline.readers.shared import links
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import Article, Defaults, File, Meta

_ATTACHED = {"attachment", "revision", "nav_menu_item", "wp_block", "wp_template"}


def find(value: Json, file: File, defaults: Defaults) -> ExportContents | None:
    """The posts of WordPress in a value; None where there are none."""
    listed = [one for one in (rows(value) or [row(value)]) if _is_post(one)]
    if not listed:
        return None
    posts = [one for one in listed if defaults.pages or string(one, "type") != "page"]
    articles = tuple(_article(post) for post in posts)
    return ExportContents(articles, told.pages(len(listed) - len(posts), file.name))


def _is_post(one: Row) -> bool:
    rendered = "rendered" in row(one.get("title")) and "rendered" in row(one.get("content"))
    return rendered and string(one, "type") not in _ATTACHED


def _article(post: Row) -> Article:
    link = string(post, "link")
    terms = [term for group in _embedded_lists(post, "wp:term") for term in rows(group)]
    tags = [
        string(term, "name")
        for term in terms
        if string(term, "taxonomy") in {"category", "post_tag"}
        and not {string(term, "slug").lower(), string(term, "name").lower()} & NO_CATEGORY
    ]
    text = figures(_rendered(post, "content"))
    meta = Meta(
        title=_rendered(post, "title"),
        slug=unquote(string(post, "slug")) or texts.slug_of(link),
        authors=_authors(post),
        published=dates.parse(string(post, "date_gmt", "date")),
        updated=dates.parse(string(post, "modified_gmt", "modified")),
        summary=_summary(post),
        tags=tuple(one_line(html.unescape(tag)) for tag in tags if tag),
        picture=None if "<img" in text else _picture(post),
        withheld=_withheld(post),
        original=links.web_address(link),
    )
    return Article(meta, text, base=link)


def _rendered(post: Row, key: str) -> str:
    return string(row(post.get(key)), "rendered")


def _embedded(post: Row, key: str) -> list[Row]:
    return rows(row(post.get("_embedded")).get(key))


def _embedded_lists(post: Row, key: str) -> list[Json]:
    found = row(post.get("_embedded")).get(key)
    return found if isinstance(found, list) else []


def _authors(post: Row) -> tuple[str, ...]:
    names = (one_line(html.unescape(string(one, "name"))) for one in _embedded(post, "author"))
    return tuple(filter(None, names))


def _summary(post: Row) -> str:
    """The excerpt; not the one that WordPress cuts from the text, which breaks off."""
    said = texts.words(_rendered(post, "excerpt"))
    return "" if said.endswith(("[…]", "…", "[...]")) else html.escape(said, quote=False)


def _picture(post: Row) -> Picture | None:
    for media in _embedded(post, "wp:featuredmedia"):
        src = string(media, "source_url")
        if src:
            return Picture(src, one_line(string(media, "alt_text")) or None)
    return None


def _withheld(post: Row) -> str:
    if truth(row(post.get("content")).get("protected")):
        return "is protected by a password"
    status = string(post, "status")
    return STATUSES.get(status, "") if status else ""
