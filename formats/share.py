"""The card that is shown where the address of a page is shared: Open Graph, and Twitter's names.

It needs whole addresses (ogp.me, "Basic Metadata"), so a blog without one has no cards.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from formats.markup import escape
from formats.model import Edition, Publication
from formats.words import words

_LEAST = 300
"""Pixels: a smaller picture is shown beside the title, or not at all."""

_SHOWN = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})


@dataclass(frozen=True, slots=True)
class _CardPicture:
    path: str
    mime: str
    size: tuple[int, int]
    alt: str


def post_card(edition: Edition) -> str:
    """The elements for the head of a post's page."""
    post, blog = edition.post, edition.publication
    if not blog.is_public:
        return ""
    folder = f"{blog.base_url}posts/{post.slug}/"
    facts = [
        ("og:type", "article"),
        ("og:title", post.title),
        ("og:description", post.summary),
        ("og:url", post.original or f"{folder}index.html"),
        ("og:site_name", blog.title),
        ("og:locale", _locale(post.language)),
        ("og:audio", f"{folder}{post.slug}.mp3"),
        ("og:audio:type", "audio/mpeg"),
        ("article:published_time", post.published.isoformat() if post.published else ""),
        ("article:modified_time", post.updated.isoformat() if post.updated else ""),
        *(("article:tag", tag) for tag in post.tags),
    ]
    return _elements([*facts, *_picture(_of_post(edition), blog)])


def blog_card(publication: Publication) -> str:
    """The elements for the head of the index."""
    if not publication.is_public:
        return ""
    cover = publication.cover
    alt = words(publication.language).podcast.cover.format(publication.title)
    facts = [
        ("og:type", "website"),
        ("og:title", publication.title),
        ("og:description", publication.description),
        ("og:url", publication.base_url),
        ("og:locale", _locale(publication.language)),
    ]
    picture = _CardPicture(cover.path, cover.mime, (cover.width, cover.height), alt)
    return _elements([*facts, *_picture(picture, publication)])


def _of_post(edition: Edition) -> _CardPicture:
    """The post's own picture, if it is large enough; else its cover, or that of the blog."""
    post = edition.post
    folder = f"posts/{post.slug}/"
    src = post.picture.src if post.picture else ""
    media = next((media for media in edition.media if src and media.path == src), None)
    size = (media.width, media.height) if media else (0, 0)
    if media and post.picture and media.mime in _SHOWN and min(size) >= _LEAST:
        return _CardPicture(folder + src, media.mime, size, post.picture.alt or "")
    cover = edition.cover
    named = post.title if edition.own_cover else edition.publication.title
    alt = words(post.language).podcast.cover.format(named)
    path = folder + cover.path if edition.own_cover else cover.path
    return _CardPicture(path, cover.mime, (cover.width, cover.height), alt)


def _picture(picture: _CardPicture, blog: Publication) -> Iterator[tuple[str, str]]:
    width, height = picture.size
    yield "og:image", blog.base_url + quote(picture.path)
    yield "og:image:type", picture.mime
    yield "og:image:width", str(width)
    yield "og:image:height", str(height)
    yield "og:image:alt", picture.alt
    yield "twitter:card", "summary_large_image" if width > height else "summary"
    yield "twitter:image:alt", picture.alt


def _locale(language: str) -> str:
    """A language with its region as Open Graph writes it, "en_GB"; "" without a region."""
    parts = language.split("-")
    region = next((part for part in parts[1:] if len(part) == 2), "")
    return f"{parts[0].lower()}_{region.upper()}" if region else ""


def _elements(facts: list[tuple[str, str]]) -> str:
    """A `meta` element for each fact that is known; Twitter's names are no properties."""
    return "".join(
        f'<meta {"name" if name.startswith("twitter:") else "property"}="{name}" '
        f'content="{escape(" ".join(value.split()))}"/>\n'
        for name, value in facts
        if value
    )
