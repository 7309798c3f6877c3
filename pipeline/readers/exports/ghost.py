"""Ghost's own export, from 0.11 to today, and what its programming interface gives.

Ghost keeps a post three times: in its editor's own form (Lexical, before that Mobiledoc, before
that Markdown), and as HTML, which is made of that when the post is saved. The HTML is read; where
an export has none, the editor's form is.
"""

import html
from dataclasses import replace
from datetime import UTC, datetime

from formats.clock import writable
from formats.model import Picture
from pipeline import dates
from pipeline.errors import AllwaysError, ReadError, guarded
from pipeline.readers.exports import data, texts, told
from pipeline.readers.exports.data import Json, Row, line, row, rows, string, truth
from pipeline.readers.exports.ghost_cards import card, from_markdown
from pipeline.readers.exports.ghost_html import cleaned
from pipeline.readers.exports.ghost_lexical import from_lexical
from pipeline.readers.exports.ghost_mobiledoc import from_mobiledoc
from pipeline.readers.exports.posts import ExportContents
from pipeline.readers.shared import links
from pipeline.readers.shared.reading import Article, Defaults, File, Meta

_SITE = "__GHOST_URL__"  # stands for the blog's address, which an export does not name
_WITHHELD = {
    "draft": "is a draft",
    "scheduled": "is not published yet",
    "sent": "was sent by e-mail only",
}
_PUBLIC = {"", "public"}


def find(value: Json, file: File, defaults: Defaults) -> ExportContents | None:
    """The posts of a Ghost export; None where it is none."""
    tables = _tables(value)
    if tables is None:
        return None
    posts = rows(tables.get("posts"))
    pages = [post for post in posts if _is_page(post)]
    wanted = posts if defaults.pages else [post for post in posts if not _is_page(post)]
    blog = _Blog(tables, defaults)
    made = [guarded(file.name, _article, post, blog, file) for post in wanted]
    articles = tuple(one for one in made if isinstance(one, Article))
    errors = tuple(one for one in made if isinstance(one, AllwaysError))
    findings = told.pages(0 if defaults.pages else len(pages), file.name)
    clean = tuple(map(_without_site, articles))
    return ExportContents(clean, findings, errors, blog.title)


def _tables(value: Json) -> Row | None:
    """The tables of an export: in `db`, in `data`, or as the programming interface has them."""
    whole = row(value)
    first = next(iter(rows(whole.get("db"))), whole)
    tables = row(first.get("data")) or first
    posts = rows(tables.get("posts"))
    exported = "meta" in first or "db" in whole
    served = any("comment_id" in post or "uuid" in post for post in posts[:1])
    return tables if posts and (exported or served) and "title" in posts[0] else None


def _is_page(post: Row) -> bool:
    return string(post, "type") == "page" or truth(post.get("page"))


def _without_site(article: Article) -> Article:
    """The article without its blog's placeholder: pictures are sought beside the export.

    Links, which then lead nowhere, are left out as in every export without an address.
    """
    picture = article.meta.picture
    if picture and _SITE in picture.src:
        picture = Picture(picture.src.replace(_SITE, ""), picture.alt)
    meta = replace(article.meta, picture=picture)
    return replace(article, meta=meta, html=article.html.replace(_SITE, ""))


def _article(post: Row, blog: "_Blog", file: File) -> Article | AllwaysError:
    """One post; an error names the file and the post."""
    try:
        return blog.article(post)
    except ReadError as error:
        message = f"“{line(post, 'title')}”: {error.message}"
        return ReadError(message, where=file.name, remedy=error.remedy)


class _Blog:
    """The tables of an export that say more about a post than its own row does."""

    def __init__(self, tables: Row, defaults: Defaults) -> None:
        self._users = data.by_id(tables.get("users"))
        self._tags = data.by_id(tables.get("tags"))
        self._authors_of = data.grouped(tables.get("posts_authors"), "post_id", "author_id")
        self._tags_of = data.grouped(tables.get("posts_tags"), "post_id", "tag_id")
        self._more = {string(one, "post_id"): one for one in rows(tables.get("posts_meta"))}
        settings = {
            string(one, "key"): string(one, "value") for one in rows(tables.get("settings"))
        }
        self.title = settings.get("title", "")
        said = settings.get("locale") or settings.get("lang") or settings.get("default_locale", "")
        self._language = texts.language_of(said, defaults.language)

    def article(self, post: Row) -> Article:
        """One post."""
        more = self._more.get(string(post, "id"), {})
        text = "" if _withheld(post, more) else _captioned(post, more) + _text(post)
        meta = Meta(
            title=_title(post),
            slug=string(post, "slug"),
            language=self._language,
            authors=self._people(post),
            published=_moment(post, "published_at", "created_at"),
            updated=_moment(post, "updated_at"),
            summary=html.escape(line(post, "custom_excerpt", "meta_description"), quote=False),
            tags=self._names(post),
            picture=_picture(post, more),
            withheld=_withheld(post, more),
            original=links.web_address(string(post, "canonical_url", "url")),
        )
        return Article(meta, text)

    def _people(self, post: Row) -> tuple[str, ...]:
        ids = self._authors_of.get(string(post, "id")) or [string(post, "author_id", "author")]
        found = rows(post.get("authors")) or [self._users.get(one, {}) for one in ids]
        return tuple(name for one in found if (name := line(one, "name")))

    def _names(self, post: Row) -> tuple[str, ...]:
        """The tags that readers see: one that begins with "#" is for the theme."""
        ids = self._tags_of.get(string(post, "id"), [])
        found = rows(post.get("tags")) or [self._tags.get(one, {}) for one in ids]
        names = (line(one, "name") for one in found)
        return tuple(name for name in names if name and not name.startswith("#"))


def _title(post: Row) -> str:
    said = line(post, "title")
    return "" if said == "(Untitled)" else html.escape(said, quote=False)


def _text(post: Row) -> str:
    """The HTML of a post, from the first of its forms that has any."""
    rendered = string(post, "html")
    if rendered:
        return cleaned(rendered)
    forms = (("lexical", from_lexical), ("mobiledoc", from_mobiledoc), ("markdown", from_markdown))
    made = (convert(said) for key, convert in forms if (said := string(post, key)))
    return next(filter(None, made), "") or html.escape(string(post, "plaintext"), quote=False)


def _withheld(post: Row, more: Row) -> str:
    held = _WITHHELD.get(string(post, "status"), "")
    if not held and truth(more.get("email_only")):
        held = _WITHHELD["sent"]
    members = string(post, "visibility") not in _PUBLIC
    return held or ("is for members only" if members else "")


def _captioned(post: Row, more: Row) -> str:
    """The picture above a post that has words below it, as a part of the text."""
    picture = _picture(post, more)
    caption = string(post, "feature_image_caption") or string(more, "feature_image_caption")
    if not picture or not caption:
        return ""
    return card("image", {"src": picture.src, "alt": picture.alt, "caption": caption})


def _picture(post: Row, more: Row) -> Picture | None:
    src = string(post, "feature_image", "image")
    alt = line(post, "feature_image_alt") or line(more, "feature_image_alt")
    return Picture(src, alt or None) if src else None


def _moment(post: Row, *keys: str) -> datetime | None:
    """A date as text, or in milliseconds, as Ghost wrote it before 1.0."""
    for key in keys:
        said = post.get(key)
        if isinstance(said, int) and not isinstance(said, bool) and 0 < said < _FARTHEST:
            return writable(datetime.fromtimestamp(said / 1000, UTC))
        if isinstance(said, str) and (found := dates.parse(said)):
            return found
    return None


_FARTHEST = 4_000_000_000_000  # milliseconds: the year 2096
