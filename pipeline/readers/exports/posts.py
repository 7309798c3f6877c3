"""What every export needs before its articles become posts: each has a title and a text."""

import html
import re
from dataclasses import dataclass, replace

from formats.slugs import slugify
from pipeline.errors import AllwaysError
from pipeline.findings import Finding
from pipeline.readers.exports import texts, told
from pipeline.readers.html.articles import drafts
from pipeline.readers.html.document import plain
from pipeline.readers.shared.chars import clean, one_line
from pipeline.readers.shared.reading import Article, Defaults, File, FileContents, Meta


@dataclass(frozen=True, slots=True)
class ExportContents:
    """What was found in an export: its posts, and what is told of everything else in it."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...] = ()
    errors: tuple[AllwaysError, ...] = ()
    title: str = ""


def contents(export: ExportContents, file: File, defaults: Defaults) -> FileContents:
    """The posts of an export, as every reader returns them.

    A post without a title gets one from its first words, its address or its date. One without
    any text is left out. Both are told, once for the file.
    """
    linked = [_without_lost_links(article) for article in export.articles]
    named = [_named(article) for article in linked]
    rows = [
        (new, old, _has_both(new), link.html != old.html)
        for new, link, old in zip(named, linked, export.articles, strict=True)
    ]
    public = [row for row in rows if not row[0].meta.withheld]
    kept = [new for new, _, whole, _ in rows if whole or new.meta.withheld]
    bare = [_name(new) for new, _, whole, _ in public if not whole]
    made = [plain(new.meta.title) for new, old, whole, _ in public if whole and not old.meta.title]
    lost = sum(lost for _, _, _, lost in public)
    found = drafts(kept, file, defaults)
    findings = (
        *export.findings,
        *told.untitled(made, file.name),
        *told.without_text(bare, file.name),
        *told.lost_links(lost, file.name),
        *found.findings,
    )
    return replace(
        found,
        findings=findings,
        errors=(*export.errors, *found.errors),
        title=plain(export.title),
    )


def _without_lost_links(article: Article) -> Article:
    """The article without links that start from an address which nobody says."""
    return article if article.base else replace(article, html=texts.without_lost(article.html))


def _has_both(article: Article) -> bool:
    return bool(article.meta.title) and not texts.is_empty(article.html)


def _name(article: Article) -> str:
    return plain(article.meta.title) or article.meta.slug or "a post without a title"


def _named(article: Article) -> Article:
    """The article with a title: its own, its first words, the words of its address, or its date."""
    article = replace(article, html=clean(article.html))
    meta = article.meta
    if meta.title:
        return replace(article, meta=_with_slug(meta))
    day = meta.published.date().isoformat() if meta.published else ""
    first = html.escape(texts.first_words(article.html), quote=False)
    title = first or _said_by(meta.slug) or day
    held = meta.slug or "A post without a title" if meta.withheld else ""
    return replace(article, meta=_with_slug(replace(meta, title=title or held)))


def _said_by(slug: str) -> str:
    """A title from the name in a post's address; "" where it has no two words."""
    found = re.findall(r"[^\W\d_]+", slug)
    return one_line(slug.replace("-", " ")).capitalize() if len(found) > 1 else ""


def _with_slug(meta: Meta) -> Meta:
    """The meta data with a slug from the title as people see it, where there is none."""
    return replace(meta, slug=slugify(meta.slug) or slugify(plain(meta.title)))
