"""What a web page says about its post: in its head, in JSON-LD, and around the text."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from formats.model import Picture
from pipeline import dates
from pipeline.readers.html.classes import class_names, elements
from pipeline.readers.shared import languages, links
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import Meta

_POSTS = re.compile(r"(?:Blog|News|Social\w*|Tech|Scholarly|Report)?(?:Article|Posting)")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
_SEPARATORS = r"\s*[|–—·•:»«-]\s*"
_BY = re.compile(
    r"(?:written |posted |published )?(?:by|par|von|por|di|gan|av|door)[\s:]+", re.IGNORECASE
)
_LONGEST_NAME = 80
_DEEPEST = 6


def meta(soup: BeautifulSoup, root: Tag) -> Meta:
    """What the page says about the post in `root`; its title is not yet compared with headings."""
    post = next(_posts(soup), {})
    page = _Page(soup, root)
    return Meta(
        title=_title(page, post),
        language=_language(page, root),
        authors=_authors(page, post),
        published=_published(page, post),
        updated=dates.parse(page.first("article:modified_time") or _text(post, "dateModified")),
        summary=page.first("description", "og:description"),
        tags=_tags(page),
        picture=_picture(page),
    )


def base(soup: BeautifulSoup, text: str) -> str:
    """The web address of a page, from which its relative links start; or ""."""
    address = original(soup, text)
    said = soup.find("base", href=True)
    if said is None:
        return address
    joined = _joined(address, str(said["href"]))
    return joined if _is_web(joined) else address


def original(soup: BeautifulSoup, text: str) -> str:
    """The address that a page says it has, or that a browser saved it from; or ""."""
    saved = _SAVED.search(text, 0, 5000)
    canonical = [str(link.get("href", "")) for link in soup.find_all("link", rel="canonical")]
    own = [*canonical, *_Page(soup, soup).all("og:url"), saved[1] if saved else ""]
    return next(filter(None, map(links.web_address, own)), "")


def _joined(address: str, href: str) -> str:
    try:
        return urljoin(address, href)
    except ValueError:
        return address


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


# --- JSON-LD -------------------------------------------------------------------------------


def _posts(soup: BeautifulSoup) -> Iterator[dict[str, object]]:
    """The posts that the page describes for search engines (schema.org)."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            found = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _items(found, 0) if _is_post(item))


def _items(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    match value:
        case list():
            for item in value:
                yield from _items(item, depth + 1)
        case dict():
            yield value
            yield from _items(value.get("@graph"), depth + 1)
            yield from _items(value.get("mainEntity"), depth + 1)
        case _:
            return


def _is_post(item: dict[str, object]) -> bool:
    said = item.get("@type")
    kinds = said if isinstance(said, list) else [said]
    return any(isinstance(kind, str) and _POSTS.fullmatch(kind) for kind in kinds)


def _text(item: dict[str, object], key: str) -> str:
    value = item.get(key)
    return one_line(value) if isinstance(value, str) else ""


def _people(value: object) -> tuple[str, ...]:
    match value:
        case str():
            return (one_line(value),)
        case {"name": str(name)}:
            return (one_line(name),)
        case {"name": [str(name), *_]}:
            return (one_line(name),)
        case list():
            return tuple(name for person in value for name in _people(person))
        case _:
            return ()


# --- the head ------------------------------------------------------------------------------


class _Page:
    """A page: what its `<meta>` elements say, by name, and its elements around the post."""

    def __init__(self, soup: BeautifulSoup, root: Tag) -> None:
        self.soup = soup
        self.inside = elements(root)
        self._said: dict[str, list[str]] = {}
        for tag in soup.find_all("meta"):
            content = one_line(str(tag.get("content", "")))
            for key in ("property", "name", "itemprop", "http-equiv"):
                if content and tag.get(key):
                    self._said.setdefault(str(tag[key]).lower(), []).append(content)

    def all(self, name: str) -> list[str]:
        """The contents of all meta elements with a name."""
        return self._said.get(name, [])

    def first(self, *names: str) -> str:
        """The content of the first meta element with one of these names, or ""."""
        return next((self.all(name)[0] for name in names if self.all(name)), "")

    def with_class(self, *names: str) -> list[Tag]:
        """The elements around the post that have one of these classes."""
        wanted = set(names)
        return [tag for tag in self.inside if not wanted.isdisjoint(class_names(tag))]

    def named(self, key: str, value: str) -> list[Tag]:
        """The elements around the post whose attribute `key` has the word `value`."""
        return [tag for tag in self.inside if value in (tag.get_attribute_list(key) or ())]


def _title(page: _Page, post: dict[str, object]) -> str:
    """The heading of the post, or what the head says without the name of the site."""
    headings = [one_line(tag.get_text(" ")) for tag in page.inside if tag.name == "h1"]
    head = one_line(page.soup.title.get_text()) if page.soup.title else ""
    said = page.first("og:title") or _text(post, "headline") or head
    if len(headings) == 1 and headings[0] and (not said or _alike(headings[0], said)):
        return headings[0]
    for site in filter(None, (page.first("og:site_name", "application-name"), _site(page.soup))):
        name = re.escape(site)
        bare = re.sub(rf"{_SEPARATORS}{name}$|^{name}{_SEPARATORS}", "", said, flags=re.IGNORECASE)
        if bare and bare != said:
            return bare
    return _as_heading(page.soup, said)


def _as_heading(soup: BeautifulSoup, said: str) -> str:
    """The part of a title before a dash or bar that is a heading of the page; or all of it."""
    parts = [said[: cut.start()] for cut in re.finditer(r"\s[|–—·•»-]\s", said)]
    if not parts:
        return said
    every = {one_line(tag.get_text(" ")) for tag in soup.find_all(["h1", "h2", "h3"])}
    return next((part for part in reversed(parts) if part in every), said)


def _alike(heading: str, said: str) -> bool:
    """Whether a heading and the title of the page name the same: most words are in both."""
    one, other = set(heading.casefold().split()), set(said.casefold().split())
    return 2 * len(one & other) >= len(one)


def _site(soup: BeautifulSoup) -> str:
    """The name of the site, where the page shows it."""
    for tag in soup.find_all(class_=["site-title", "wp-block-site-title", "header-title"], limit=1):
        return one_line(tag.get_text(" "))
    return ""


def _language(page: _Page, root: Tag) -> str:
    html = page.soup.find("html")
    said = [str(tag.get(key, "")) for tag in (root, html) if tag is not None
            for key in ("lang", "xml:lang")]  # fmt: skip
    said += [*page.all("content-language"), *page.all("og:locale")]
    return next(filter(None, map(languages.tag, said)), None) or ""


def _authors(page: _Page, post: dict[str, object]) -> tuple[str, ...]:
    shown = [
        *page.named("rel", "author"),
        *page.named("itemprop", "author"),
        *page.with_class("byline", "author-name", "p-author", "post-author", "author"),
        *page.named("data-testid", "authorName"),
    ]
    said = (
        _people(post.get("author")),
        (page.first("author", "parsely-author", "dc.creator", "article:author"),),
        tuple(_BY.sub("", one_line(tag.get_text(" ")), count=1) for tag in shown[:1]),
    )
    for people in said:
        named = tuple(dict.fromkeys(name for name in people if _is_name(name)))
        if named:
            return named
    return ()


def _is_name(name: str) -> bool:
    return bool(name) and len(name) <= _LONGEST_NAME and "://" not in name


def _published(page: _Page, post: dict[str, object]) -> datetime | None:
    head = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created",
            "dc.date.issued", "publish_date", "pubdate", "parsely-pub-date")  # fmt: skip
    times = [tag for tag in page.inside if tag.name == "time" and tag.get("datetime")]
    marks = page.with_class("published", "dt-published")
    shown = [str(tag.get("title") or tag.get_text(" ")) for tag in marks[:1]]
    said = [
        page.first(*head),
        _text(post, "datePublished"),
        *(str(t["datetime"]) for t in times[:1]),
    ]
    return next(filter(None, map(dates.parse, (*said, *shown))), None)


def _tags(page: _Page) -> tuple[str, ...]:
    shown = [one_line(tag.get_text(" ")).lstrip("#") for tag in page.named("rel", "tag")]
    return tuple(dict.fromkeys(filter(None, page.all("article:tag") or shown)))


def _picture(page: _Page) -> Picture | None:
    src = page.first("og:image")
    return Picture(src, page.first("og:image:alt") or None) if src else None
