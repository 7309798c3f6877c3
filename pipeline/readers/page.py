"""A web page: one file, one post, without menus, footers and the like."""

import re
from dataclasses import replace
from pathlib import PurePath

from bs4 import BeautifulSoup, Tag

from pipeline import dates
from pipeline.findings import Finding
from pipeline.readers.html import hidden
from pipeline.readers.html.articles import drafts
from pipeline.readers.html.classes import is_gone
from pipeline.readers.html.conversion import hidden_text
from pipeline.readers.html.document import draft, parse
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.files import beginning, decode
from pipeline.readers.shared.listing import quoted
from pipeline.readers.shared.reading import (
    Article,
    Defaults,
    File,
    FileContents,
    Meta,
    TextFile,
    note,
)
from pipeline.readers.web import place, said
from pipeline.readers.web.furniture import Furniture, date_in, name_in

_MOST_SHOWN = 5  # passages quoted of what was left out

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
_WHOLE = re.compile(r"<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
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
    """The post in a web page, or the posts; `ReadError` where it has no title or no text."""
    text = decode(file)
    soup = parse(text.text)
    source = replace(text, base=said.base(soup, text.text))
    unseen = hidden.clear(soup)
    told = (hidden_text(unseen, source),) if unseen else ()
    if not _WHOLE.search(text.text):
        root = soup.body or soup
        return _post(soup, root, replace(source, findings=(*text.findings, *told)), defaults)
    several = place.several(soup)
    if several:
        found = _several(soup, several, file, defaults, source.base)
        return replace(found, findings=(*text.findings, *told, *found.findings))
    return _post_in(soup, replace(source, findings=(*text.findings, *told)), defaults)


def _several(
    soup: BeautifulSoup, roots: list[Tag], file: File, defaults: Defaults, base: str
) -> FileContents:
    """Each post of a page that has several in full, as the front page of a blog."""
    language = said.meta(soup, roots[0]).language
    articles = []
    for root in roots:
        outside = Furniture()
        title = _own_title(root)
        meta = replace(said.meta(BeautifulSoup("", "lxml"), root), title=title, language=language)
        box = place.content(root)
        if box is not None:
            outside.around(root, box)
        outside.inside(box or root, named=box is not None)
        line = root.sourceline or 0
        articles.append(Article(_with_byline(meta, outside), str(box or root), line, base))
    return drafts(articles, file, defaults)


def _own_title(root: Tag) -> str:
    """The heading of one of several posts, taken out of it."""
    heading = root.find(["h1", "h2", "h3"])
    return one_line(heading.extract().get_text(" ")) if heading else ""


def _post_in(soup: BeautifulSoup, source: TextFile, defaults: Defaults) -> FileContents:
    """The post of a whole page, without what stands around it."""
    root = place.article(soup)
    box = place.content(root)
    meta = said.meta(soup, root)
    outside = Furniture()
    if box is None and root.name == "body":
        outside.before_title(root)
    _without_title(root, meta.title)
    if box is not None:
        outside.around(root, box)
    elif root.name in {"body", "[document]"}:
        inner = place.found(root, source.text)
        if inner is not root:
            outside.around(root, inner)
            box = inner
    post = root if box is None else box
    outside.inside(post, named=box is not None)
    meta = replace(_with_byline(meta, outside), original=said.original(soup, source.text))
    found = draft(post, meta, source, defaults.language)
    return replace(found, findings=(*found.findings, *_told(outside, source)))


def _post(soup: BeautifulSoup, root: Tag, source: TextFile, defaults: Defaults) -> FileContents:
    """The post in a part of a page, which is kept whole but for its menus."""
    outside = Furniture()
    for tag in root.find_all("nav"):
        if not is_gone(tag):
            outside.remove(tag)
    found = draft(root, said.meta(soup, root), source, defaults.language)
    return replace(found, findings=(*found.findings, *_told(outside, source)))


def _without_title(root: Tag, title: str) -> None:
    """Take out the first heading that repeats the title, wherever it stands above the text."""
    for heading in root.find_all(["h1", "h2", "h3"], limit=3):
        if one_line(heading.get_text(" ")).casefold() == title.casefold():
            heading.decompose()
            return


def _with_byline(meta: Meta, outside: Furniture) -> Meta:
    """Author and date from the bylines that were left out, where the page says neither."""
    name = "" if meta.authors else name_in(outside.lines)
    published = meta.published or dates.parse(date_in(outside.lines))
    return replace(meta, authors=(name,) if name else meta.authors, published=published)


def _told(outside: Furniture, source: TextFile) -> tuple[Finding, ...]:
    """One note on all that was left out."""
    left = outside.left_out
    if not left:
        return ()
    shown = quoted(left, _MOST_SHOWN)
    message = f"Parts of the page that are not the post were left out: {shown}."
    return (note("page-furniture", source.start, message, "If words are missing, tell us."),)
