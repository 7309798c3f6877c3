"""A post, or the whole blog, as one zip file: unpacked, it reads from disk, without a server.

It has the pages with their pictures, the sound, the print and the texts, and whatever else a
page of them loads. It has no books (they have the sound once more) and nothing for programs.
Links that lead out of it go to the blog's address.
"""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from html import unescape
from posixpath import dirname, join, normpath, relpath
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

from formats.markup import escape
from formats.model import Blog, Edition, OutputFile, Publication
from formats.page import FONTS, digest
from formats.reader import FOLDER, shared_files
from formats.zipped import Zip

_LINK = re.compile(r'(?<=\s)(href|src|poster)="([^"]*)"')
"""A link in markup that we wrote: in all text, quotation marks are escaped."""

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_ABOVE = "../../"
_SHARED = f"{_ABOVE}{FOLDER}"

_LEFT_OUT = (".epub", ".zip", ".xml", ".json")


def render(edition: Edition) -> Iterable[OutputFile]:
    """`<slug>.zip`: a folder with everything of the post, to be opened at `index.html`."""
    slug = edition.post.slug
    pictures = (OutputFile(media.path, media.mime, media.data) for media in edition.media)
    pages = (file.data for file in edition.made if _is_page(file))
    shares = any(f'"{_SHARED}'.encode() in page for page in pages)
    web = zip(FONTS, edition.publication.typeface.web, strict=True)
    fonts = (OutputFile(path, "font/woff", data) for path, data in web)
    made = (*edition.made, *pictures, *((*shared_files(), *fonts) if shares else ()))
    address = f"{edition.publication.base_url}posts/{slug}/"
    private = _for_programs(edition.publication, slug)
    yield _zip(slug, made, private, address)


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """`<slug>.zip`: the whole blog as it lies on the web, to be opened at `index.html`."""
    private = {
        f"posts/{episode.post.slug}/{path}"
        for episode in blog.episodes
        for path in _for_programs(blog.publication, episode.post.slug)
    }
    yield _zip(blog.publication.slug, blog.made, private, blog.publication.base_url)


def _for_programs(publication: Publication, slug: str) -> set[str]:
    """The files of a post that no reader is offered."""
    return {path.format(slug=slug) for row in publication.formats for path in row.for_programs}


def _zip(slug: str, made: Iterable[OutputFile], private: set[str], address: str) -> OutputFile:
    able = {file.path: file for file in made if not file.path.endswith(_LEFT_OUT)}
    loaded = {path for page in _pages(able, private) for path in _loaded(page)}
    packed = {path: file for path, file in able.items() if path not in private - loaded}
    write = partial(_write, packed=packed, folder=slug, address=address)
    return OutputFile(f"{slug}.zip", "application/zip", write)


def _pages(files: Mapping[str, OutputFile], private: set[str]) -> Iterable[OutputFile]:
    return (f for path, f in files.items() if _is_page(f) and path not in private)


def _is_page(file: OutputFile) -> bool:
    return file.path.endswith(".html")


def _loaded(page: OutputFile) -> Iterable[str]:
    """The files that a page names, by their paths."""
    for _, address in _LINK.findall(page.data.decode()):
        yield _place(page.path, unescape(address))


def _place(page: str, address: str) -> str:
    """Where a relative address on a page leads; "" for any other address."""
    try:
        parts = urlsplit(address)
    except ValueError:  # the author's own, and no address at all
        return ""
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return normpath(join(dirname(page), parts.path))


def _write(file: BinaryIO, packed: Mapping[str, OutputFile], folder: str, address: str) -> None:
    """The zip, one file at a time: the sound of ten hours is 280 MB, and is never held."""
    archive = Zip(file)
    for path in sorted(packed, key=_in_order):
        item = packed[path]
        if _is_page(item):
            archive.writestr(f"{folder}/{path}", _page(item, packed, address))
        else:
            archive.write(f"{folder}/{path}", item.write)
    archive.close()


def _in_order(path: str) -> tuple[bool, str]:
    """The page to begin with comes first, then the others by name."""
    return path != "index.html", path


def _page(page: OutputFile, packed: Mapping[str, OutputFile], address: str) -> bytes:
    """A page with links that work from the folder: what is not in it is linked on the web."""

    def link(found: re.Match[str]) -> str:
        target = unescape(found[2])
        place = _place(page.path, target)
        if not place:
            return found[0]
        if place.startswith(_SHARED):  # of a post alone: what all posts share is inside its folder
            place = place.removeprefix(_ABOVE)
        if place in packed:
            parts = urlsplit(target)
            mark = f"#{parts.fragment}" if parts.fragment else ""
            target = relpath(place, dirname(page.path) or ".") + mark
        else:
            target = urljoin(urljoin(address, page.path), target)
        return f'{found[1]}="{escape(target)}"'

    text = page.data.decode()
    if "/" not in page.path:  # of a post alone, or the front page, which has nothing above it
        text = _within(text)
    return _LINK.sub(link, text).encode()


def _within(text: str) -> str:
    """A page whose style finds the typeface inside the folder; its policy names the new style."""
    style = _STYLE.search(text)
    if style is None:
        return text
    new = style[1].replace(f'url("{_SHARED}', f'url("{FOLDER}')
    return text.replace(style[1], new).replace(digest(style[1]), digest(new))
