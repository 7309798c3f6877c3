"""For search engines: `sitemap.xml` (sitemaps.org, 0.9), and `robots.txt` (RFC 9309) that names it.

Only pages whose canonical address is here are listed, and dates are those of posts. Without the
address of the blog there is neither file, since both need whole addresses.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from formats.model import Blog, Episode, OutputFile
from formats.names import STATEMENT

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

MOST = 50_000
"""Addresses in one file (sitemaps.org, "Sitemap file limits")."""


@dataclass(frozen=True, slots=True)
class _Place:
    address: str
    changed: datetime | None


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """The files in the root of the output; none for a blog without an address."""
    return files(blog, MOST)


def files(blog: Blog, most: int) -> Iterator[OutputFile]:
    """The same, with at most so many addresses in a file: several, and a list of them."""
    base = blog.publication.base_url
    if not blog.publication.is_public:
        return
    places = list(_places(blog))
    parts = [places[at : at + most] for at in range(0, len(places), most)]
    if len(parts) == 1:
        yield _file("sitemap.xml", "urlset", "url", places)
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            yield _file(name, "urlset", "url", part)
        listed = [_Place(base + name, _last(p)) for name, p in zip(names, parts, strict=True)]
        yield _file("sitemap.xml", "sitemapindex", "sitemap", listed)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n"
    yield OutputFile("robots.txt", "text/plain", robots.encode())


def _places(blog: Blog) -> Iterator[_Place]:
    """The index, the statement, and each post that has not first appeared elsewhere."""
    base = blog.publication.base_url
    posts = [_Place(_page(base, e), _changed(e)) for e in blog.episodes if _is_here(base, e)]
    yield _Place(base, _last([_Place("", _changed(episode)) for episode in blog.episodes]))
    if blog.publication.makes("statement"):
        yield _Place(base + STATEMENT, None)
    yield from posts


def _page(base: str, episode: Episode) -> str:
    return f"{base}posts/{episode.post.slug}/index.html"


def _is_here(base: str, episode: Episode) -> bool:
    return episode.post.original in ("", _page(base, episode))


def _changed(episode: Episode) -> datetime | None:
    return episode.post.updated or episode.post.published


def _last(places: Sequence[_Place]) -> datetime | None:
    return max((place.changed for place in places if place.changed), default=None)


def _file(name: str, root: str, entry: str, places: Sequence[_Place]) -> OutputFile:
    tree = etree.fromstring(f'<{root} xmlns="{_NAMESPACE}"/>')
    for place in places:
        element = etree.SubElement(tree, f"{{{_NAMESPACE}}}{entry}")
        etree.SubElement(element, f"{{{_NAMESPACE}}}loc").text = place.address
        if place.changed:
            moment = place.changed.astimezone(UTC).replace(microsecond=0)
            etree.SubElement(element, f"{{{_NAMESPACE}}}lastmod").text = moment.isoformat()
    etree.indent(tree)
    data = etree.tostring(tree, encoding="UTF-8", xml_declaration=True) + b"\n"
    return OutputFile(name, "application/xml", data)
