"""What a web page says about its post: in its head, in JSON-LD, and around the text."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from formats.model import Picture
from pipeline.readers.shared import dates, languages
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
    return Meta(
        title=_title(soup, root, post),
        language=_language(soup, root),
        authors=_authors(soup, root, post),
        published=_published(soup, root, post),
        updated=dates.parse(_content(soup, "article:modified_time") or _text(post, "dateModified")),
        summary=_content(soup, "description") or _content(soup, "og:description"),
        tags=_tags(soup, root),
        picture=_picture(soup),
    )


def base(soup: BeautifulSoup, text: str) -> str:
    """The web address of a page, from which its relative links start; or ""."""
    saved = _SAVED.search(text, 0, 5000)
    links = [str(link.get("href", "")) for link in soup.find_all("link", rel="canonical")]
    own = [*links, _content(soup, "og:url"), saved[1] if saved else ""]
    address = next(filter(_is_web, own), "")
    said = soup.find("base", href=True)
    if said is None:
        return address
    joined = _joined(address, str(said["href"]))
    return joined if _is_web(joined) else address


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


def _metas(soup: BeautifulSoup, name: str) -> list[Tag]:
    found = (soup.find_all("meta", attrs={key: name}) for key in ("property", "name", "itemprop"))
    return [tag for tags in found for tag in tags]


def _content(soup: BeautifulSoup, *names: str) -> str:
    """The content of the first meta element with one of these names, or ""."""
    said = (one_line(str(tag.get("content", ""))) for name in names for tag in _metas(soup, name))
    return next(filter(None, said), "")


def _title(soup: BeautifulSoup, root: Tag, post: dict[str, object]) -> str:
    """The heading of the post, or what the head says without the name of the site."""
    headings = [one_line(h.get_text(" ")) for h in root.find_all("h1")]
    head = one_line(soup.title.get_text()) if soup.title else ""
    said = _content(soup, "og:title") or _text(post, "headline") or head
    if len(headings) == 1 and headings[0] and (not said or _alike(headings[0], said)):
        return headings[0]
    sites = filter(None, (_content(soup, "og:site_name", "application-name"), _site(soup)))
    for site in sites:
        name = re.escape(site)
        bare = re.sub(rf"{_SEPARATORS}{name}$|^{name}{_SEPARATORS}", "", said, flags=re.IGNORECASE)
        if bare and bare != said:
            return bare
    every = {one_line(h.get_text(" ")) for h in soup.find_all(["h1", "h2", "h3"])}
    parts = [said[: cut.start()] for cut in re.finditer(r"\s[|–—·•»-]\s", said)]
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


def _language(soup: BeautifulSoup, root: Tag) -> str:
    html = soup.find("html")
    said = [str(tag.get(key, "")) for tag in (root, html) if tag is not None
            for key in ("lang", "xml:lang")]  # fmt: skip
    head = soup.find("meta", attrs={"http-equiv": re.compile("^content-language$", re.IGNORECASE)})
    said += [_content(soup, "og:locale"), str(head.get("content", "")) if head else ""]
    return next(filter(None, map(languages.tag, said)), None) or ""


def _authors(soup: BeautifulSoup, root: Tag, post: dict[str, object]) -> tuple[str, ...]:
    shown = [
        *root.find_all(name=None, attrs={"rel": "author"}),
        *root.find_all(name=None, attrs={"itemprop": "author"}),
        *root.find_all(class_=["byline", "author-name", "p-author", "post-author", "author"]),
        *root.find_all(name=None, attrs={"data-testid": "authorName"}),
    ]
    said = (
        _people(post.get("author")),
        (_content(soup, "author", "parsely-author", "dc.creator", "article:author"),),
        tuple(_BY.sub("", one_line(tag.get_text(" ")), count=1) for tag in shown[:1]),
    )
    for people in said:
        named = tuple(dict.fromkeys(name for name in people if _is_name(name)))
        if named:
            return named
    return ()


def _is_name(name: str) -> bool:
    return bool(name) and len(name) <= _LONGEST_NAME and "://" not in name


def _published(soup: BeautifulSoup, root: Tag, post: dict[str, object]) -> datetime | None:
    head = ("article:published_time", "datePublished", "date", "dc.date", "dcterms.created",
            "dc.date.issued", "publish_date", "pubdate", "parsely-pub-date")  # fmt: skip
    times = [str(time["datetime"]) for time in root.find_all("time", datetime=True, limit=1)]
    marks = root.find_all(["abbr", "time", "span"], class_=["published", "dt-published"], limit=1)
    shown = [str(tag.get("title") or tag.get_text(" ")) for tag in marks]
    said = [_content(soup, *head), _text(post, "datePublished"), *times, *shown]
    return next(filter(None, map(dates.parse, said)), None)


def _tags(soup: BeautifulSoup, root: Tag) -> tuple[str, ...]:
    said = [one_line(str(tag.get("content", ""))) for tag in _metas(soup, "article:tag")]
    shown = [one_line(tag.get_text(" ")).lstrip("#") for tag in root.find_all(rel="tag")]
    return tuple(dict.fromkeys(filter(None, said or shown)))


def _picture(soup: BeautifulSoup) -> Picture | None:
    src = _content(soup, "og:image")
    return Picture(src, _content(soup, "og:image:alt") or None) if src else None
