"""A web page: one file, one post, without menus, footers and the like."""

import re
from dataclasses import replace
from pathlib import PurePath

from bs4 import BeautifulSoup, Tag

from formats.model import Picture
from pipeline.findings import Finding
from pipeline.readers.html.document import draft, parse
from pipeline.readers.shared import dates, languages
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.files import beginning, decode
from pipeline.readers.shared.reading import Defaults, File, FileContents, Meta, TextFile, note

_FURNITURE = ("nav", "aside", "form", "header", "footer")
_SHOWN = 60  # characters quoted of what was left out

_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".md", ".markdown", ".txt")  # Markdown may begin with HTML; plain text does not

# What may come before the first tag of a page; matched possessively, since each comment could
# otherwise end at any later "-->".
_BEFORE = r"(?>(?:\s+|<!--.*?-->|<\?xml.*?\?>)*)"
_DOCUMENT = re.compile(rf"{_BEFORE}<(?:!doctype html|html)[\s>]", re.IGNORECASE | re.DOTALL)
_PART = re.compile(
    rf"{_BEFORE}<(?:!doctype html|html|head|title|body|main|article|section|div|h1|p)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[a-z!/?]", re.IGNORECASE)


def claims(name: str, head: bytes) -> bool:
    """A text that begins like a web page, or is named as one and has any tag."""
    text, suffix = beginning(head), PurePath(name).suffix.lower()
    if suffix in _PAGES:
        return not _is_plain(text)
    return bool(suffix in _TEXTS and (_DOCUMENT if suffix != ".txt" else _PART).match(text))


def _is_plain(text: str) -> bool:
    """Whether the beginning of a file has words before any tag or front matter."""
    return bool(text.strip()) and not _TAG.search(text) and not text.lstrip().startswith("---")


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a web page; `ReadError` where it has no title or no text."""
    source = decode(file)
    soup = parse(source.text)
    root = _root(soup)
    meta = _meta(soup, root)
    if not _heading(root):
        meta = replace(meta, title=meta.title or _head_title(soup))
    furniture = _clear(root, source)
    found = draft(root, meta, source, defaults.language)
    return replace(found, findings=(*furniture, *found.findings))


def _root(soup: BeautifulSoup) -> Tag:
    """The article, or the most similar element."""
    articles = soup.find_all("article")
    if len(articles) == 1:
        return articles[0]
    return soup.find("main") or soup.find(role="main") or soup.body or soup


def _meta(soup: BeautifulSoup, root: Tag) -> Meta:
    html = soup.find("html")
    author = root.find(rel="author") or root.find(itemprop="author")
    name = _content(soup, "author") or (one_line(author.get_text()) if author else "")
    return Meta(
        title=_content(soup, "og:title") or _heading(root),
        language=languages.tag(str(html.get("lang", ""))) or "" if html else "",
        authors=(name,) if name else (),
        published=dates.parse(_published(soup, root)),
        updated=dates.parse(_content(soup, "article:modified_time")),
        summary=_content(soup, "description") or _content(soup, "og:description"),
        tags=tuple(str(tag.get("content", "")) for tag in _metas(soup, "article:tag")),
        picture=_picture(soup),
    )


def _metas(soup: BeautifulSoup, name: str) -> list[Tag]:
    return [
        *soup.find_all("meta", attrs={"property": name}),
        *soup.find_all("meta", attrs={"name": name}),
    ]


def _content(soup: BeautifulSoup, name: str) -> str:
    """The content of the first meta element with a name, or ""."""
    return next((one_line(str(tag.get("content", ""))) for tag in _metas(soup, name)), "")


def _heading(root: Tag) -> str:
    heading = root.find("h1")
    return one_line(heading.get_text()) if heading else ""


def _head_title(soup: BeautifulSoup) -> str:
    return one_line(soup.title.get_text()) if soup.title else ""


def _published(soup: BeautifulSoup, root: Tag) -> str:
    time = root.find("time", datetime=True)
    said = _content(soup, "article:published_time") or _content(soup, "date")
    return said or (str(time["datetime"]) if time else "")


def _picture(soup: BeautifulSoup) -> Picture | None:
    src = _content(soup, "og:image")
    return Picture(src, _content(soup, "og:image:alt") or None) if src else None


def _clear(root: Tag, source: TextFile) -> tuple[Finding, ...]:
    """Remove what is not the post, with a note for each; a title in a header stays."""
    told = []
    for part in root.find_all(_FURNITURE):
        if part.decomposed or part.find_parent(["blockquote", "figure"]):
            continue
        heading = part.find("h1")
        if heading:
            part.insert_before(heading.extract())
        words = one_line(part.get_text(" "))
        shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        if words:
            message = f"The page's <{part.name}> was left out: “{shown}”."
            told.append(note("page-furniture", source.place(f"<{part.name}"), message))
        part.decompose()
    return tuple(told)
