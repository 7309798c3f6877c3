"""A WordPress export (WXR): one file, all posts of a blog.

Published are posts, and pages where the settings say so. What is not public in WordPress is
withheld: drafts, scheduled, private and protected posts, and posts that do not say what they are
(WordPress's own importer makes those drafts). Comments are never published.
"""

import html
import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import chain
from urllib.parse import unquote, urljoin

from formats.model import Picture
from pipeline import dates
from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.exports import texts, told, wxr
from pipeline.readers.exports.attachments import Library
from pipeline.readers.exports.posts import ExportContents, contents
from pipeline.readers.exports.rendering import Rendering, Site
from pipeline.readers.exports.wordpress_terms import NO_CATEGORY, STATUSES
from pipeline.readers.exports.wxr import Export, ExportItem
from pipeline.readers.html.document import plain
from pipeline.readers.shared import languages, links
from pipeline.readers.shared.chars import clean, one_line
from pipeline.readers.shared.files import beginning
from pipeline.readers.shared.reading import (
    Article,
    Defaults,
    File,
    FileContents,
    Meta,
    note,
)
from pipeline.readers.text.shortcodes import Shortcodes

_NAMESPACE = re.compile(r"<rss\b[^>]*\sxmlns:wp\s*=\s*[\"']https?://wordpress\.org/export/")
_COMMENT = "This is a WordPress eXtended RSS file"
_NAMED = (".xml", ".rss", ".wxr")

_TAXONOMIES = frozenset({"", "category", "post_tag", "tag"})
_HTTP = ("http://", "https://")

# A comment that the blog showed; the others wait, or are spam.
_SHOWN_COMMENT = re.compile(rb"<wp:comment_approved>\s*(?:<!\[CDATA\[)?1(?=\]|\s|<)")


def claims(name: str, head: bytes) -> bool:
    """An export by its own words, whatever its name; Markdown may only quote one."""
    text = beginning(head).lstrip()
    said = _COMMENT in text or _NAMESPACE.search(text) is not None
    return said and (text.startswith(("<?xml", "<rss", "<!--")) or name.lower().endswith(_NAMED))


def read(file: File, defaults: Defaults) -> FileContents:
    """The posts of an export; `ReadError` where nothing in the file can be read."""
    export = wxr.parse(file.data)
    if export.fault and not export.items:
        raise ReadError(
            "No posts can be read in this export: it breaks the rules of XML "
            f"({export.fault.reason}).",
            where=f"{file.name}:{export.fault.line}",
            remedy="In WordPress, choose Tools, Export, and make the file again.",
        )
    blog = _blog(export, file, defaults)
    wanted = [item for item in export.items if item.kind in _kinds(defaults)]
    made = [blog.article(item) for item in wanted if item.whole]
    around = (*_faults(export, file), *_left_out(export, file, defaults))
    findings = tuple(chain(around, *(findings for _, findings in made)))
    cut = tuple(_cut_off(item, file) for item in wanted if not item.whole)
    articles = tuple(article for article, _ in made)
    title = export.channel.get("title", "")
    return contents(ExportContents(articles, findings, cut, title), file, defaults)


def _kinds(defaults: Defaults) -> frozenset[str]:
    return frozenset({"post", "page"} if defaults.pages else {"post"})


def _blog(export: Export, file: File, defaults: Defaults) -> "_Blog":
    def beside(path: str) -> bool:
        # Whether it is inside the folder, and may be read, is asked when it is.
        return "\0" not in path and os.path.lexists(file.path.parent / path)

    library = Library((item for item in export.items if item.kind == "attachment"), beside)
    patterns = {
        item.get("wp:post_id"): item.fields.get("content:encoded", "")
        for item in export.items
        if item.kind == "wp_block" and item.get("wp:status") == "publish"
    }
    link = export.channel.get("link", "").strip()
    language = texts.language_of(export.channel.get("language", ""), defaults.language)
    return _Blog(file, link, language, Site(library, patterns), export)


@dataclass(frozen=True, slots=True)
class _Blog:
    """What all posts of an export have in common."""

    file: File
    link: str
    language: str
    site: Site
    export: Export

    def article(self, item: ExportItem) -> tuple[Article, tuple[Finding, ...]]:
        """The post that an item holds, and what is to be told of its text."""
        meta = self._meta(item)
        base = self._address(item)
        if meta.withheld:
            return Article(meta, "", item.first, base), ()
        rendering = Rendering(
            item.get("wp:post_id"),
            self.site,
            item.metas.get("footnotes", ""),
            lambda line: f"{self.file.name}:{max(item.first + line - 1, 1)}",
        )
        written = clean(item.fields.get("content:encoded", "")).replace("<![CDATA[", "&lt;![CDATA[")
        text = rendering.html(written)
        text += _episode(item, text)
        return Article(meta, text, item.first, base), rendering.findings

    def _address(self, item: ExportItem) -> str:
        """Where the post is on the web, from which its links start; "" if nobody says."""
        return urljoin(self.link, item.get("link")) if self.link.startswith(_HTTP) else ""

    def _meta(self, item: ExportItem) -> Meta:
        published = _published(item)
        return Meta(
            title=one_line(item.get("title")),
            slug=_slug(item),
            language=_own_language(item) or self.language,
            authors=self._authors(item),
            published=published,
            updated=_updated(item, published),
            summary=_summary(item),
            tags=_tags(item),
            picture=self._picture(item),
            withheld=_withheld(item),
            original=links.web_address(self._address(item)),
        )

    def _authors(self, item: ExportItem) -> tuple[str, ...]:
        """The names that readers know, not those to log in with; an e-mail address is no name."""
        several = [term.name for term in item.categories if term.domain == "author"]
        logins = several or [item.get("dc:creator")]
        names = [one_line(self.export.authors.get(login, login)) for login in logins]
        return tuple(dict.fromkeys(name for name in names if name and "@" not in name))

    def _picture(self, item: ExportItem) -> Picture | None:
        one = self.site.library.numbered(item.metas.get("_thumbnail_id", ""))
        return Picture(self.site.library.local(one.url), one.alt or None) if one else None


# --- what a post says about itself ------------------------------------------------------


def _withheld(item: ExportItem) -> str:
    status = item.get("wp:status")
    if item.get("wp:post_password"):
        return "is protected by a password"
    if status == "publish":
        return ""
    return STATUSES.get(status, f"has the status “{status}”, which is not public")


def _slug(item: ExportItem) -> str:
    """The name in the post's address; WordPress writes other letters than ASCII as %-codes."""
    name = unquote(item.get("wp:post_name")).strip("/")
    return re.sub(r"\.html?$", "", name.rpartition("/")[2])


def _published(item: ExportItem) -> datetime | None:
    """The moment of publication, with the site's own time zone where both of its times are there.

    Where there is none yet stands "0000-00-00 00:00:00", or the year -0001.
    """
    here, there = dates.parse(item.get("wp:post_date")), dates.parse(item.get("wp:post_date_gmt"))
    if here and there:
        ahead = here - there
        is_zone = abs(ahead) <= timedelta(hours=14) and not ahead % timedelta(minutes=15)
        return there.astimezone(timezone(ahead)) if is_zone and ahead else there
    said = item.get("pubDate")
    return there or (None if " -0001 " in said else dates.parse(said)) or here


def _updated(item: ExportItem, published: datetime | None) -> datetime | None:
    """The last change, unless it was made within a day, as typing mistakes are corrected."""
    changed = dates.parse(item.get("wp:post_modified_gmt"))
    late = changed and published and changed - published > timedelta(days=1)
    return changed if late else None


def _tags(item: ExportItem) -> tuple[str, ...]:
    terms = [term for term in item.categories if term.domain in _TAXONOMIES]
    names = [
        plain(term.name)
        for term in terms
        if not {unquote(term.nicename).lower(), term.name.lower()} & NO_CATEGORY
    ]
    return tuple({name.casefold(): name for name in reversed(names) if name}.values())[::-1]


def _own_language(item: ExportItem) -> str:
    """The post's own language, as the plug-in Polylang exports it; or ""."""
    said = [term.nicename for term in item.categories if term.domain == "language"]
    return (languages.tag(said[0]) or "") if said else ""


def _summary(item: ExportItem) -> str:
    return texts.words(Shortcodes({}, str).without(item.get("excerpt:encoded")))


# --- its text ---------------------------------------------------------------------------


def _episode(item: ExportItem, text: str) -> str:
    """A player for the sound of a podcast's post, which its plug-in would show."""
    url = item.metas.get("enclosure", "").strip().partition("\n")[0].strip()
    sound = "audio/" in item.metas.get("enclosure", "") and url.startswith(_HTTP)
    return f'\n<p><audio src="{html.escape(url)}"></audio></p>' if sound and url not in text else ""


# --- what is told of the whole file -----------------------------------------------------


def _faults(export: Export, file: File) -> Iterable[Finding]:
    if export.fault:
        yield from told.broken(f"{file.name}:{export.fault.line}", export.fault.reason)


def _left_out(export: Export, file: File, defaults: Defaults) -> Iterable[Finding]:
    """Notes for the items that are not posts, and for an export without any."""
    counts = Counter(item.kind for item in export.items)
    yield from told.comments(len(_SHOWN_COMMENT.findall(file.data)), file.name)
    yield from told.pages(0 if defaults.pages else counts["page"], file.name)
    others = sorted(set(counts) - {"post", "page", "attachment", "wp_block"})
    if others:
        shown = ", ".join(f"{counts[kind]} “{one_line(kind)}”" for kind in others[:10])
        yield note("export-others", file.name, f"These are no posts, and were left out: {shown}.")
    if not counts.keys() & {"post", "page"}:
        yield from told.no_posts(file.name, "In WordPress, choose Tools, Export, All content.")


def _cut_off(item: ExportItem, file: File) -> ReadError:
    title = plain(item.get("title"))
    return ReadError(
        f"The export breaks off in “{title}”, so this post was left out.",
        where=f"{file.name}:{item.first}",
        remedy="In WordPress, choose Tools, Export, and make the file again.",
    )
