"""A post, or the whole blog, as one zip file: unpacked, it reads from disk, without a server.

It has the pages with their pictures, the sound, the print and the texts, and whatever else a
page of them loads. It has no books and no smaller sound, which are the sound once more, and
nothing for programs. Links that lead out of it go to the blog's address.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import unescape
from posixpath import dirname, join, normpath, relpath
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

from formats.markup import escape
from formats.model import Blog, Edition, OutputFile, Publication
from formats.page import FONTS
from formats.reader import shared_files
from formats.zipped import Zip

_LINK = re.compile(r'(?<=\s)(href|src|poster)="([^"]*)"')
"""A link in markup that we wrote: in all text, quotation marks are escaped."""

_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)
_LOADS = re.compile(r'(url)\("([^"]*)"\)')

_SCRIPTS = {file.path: file for file in shared_files()}

_LEFT_OUT = (".epub", ".opus", ".zip", ".xml", ".json")


@dataclass(frozen=True, slots=True)
class _Pack:
    """Files by their paths in the output; in the zip, `home` is taken from the front of each."""

    files: Mapping[str, OutputFile]
    address: str
    home: str = ""

    def name(self, path: str) -> str:
        """The name of a file in the zip."""
        return path.removeprefix(self.home)


def render(edition: Edition) -> Iterable[OutputFile]:
    """`<slug>.zip`: a folder with everything of the post, to be opened at `index.html`.

    The scripts and the typeface that all pages share come along.
    """
    publication, slug = edition.publication, edition.post.slug
    home = f"posts/{slug}/"
    pictures = (OutputFile(media.path, media.mime, media.data) for media in edition.media)
    own = {f"{home}{file.path}": file for file in (*edition.made, *pictures)}
    shared = _shared(publication)
    private = {f"{home}{path}" for path in _for_programs(publication, slug)}
    pack = _Pack(_chosen(own | shared, private), publication.base_url, home)
    yield OutputFile(f"{slug}.zip", "application/zip", partial(_write, slug, pack))


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """`<slug>.zip`: the whole blog as it lies on the web, to be opened at `index.html`."""
    publication = blog.publication
    private = {
        f"posts/{episode.post.slug}/{path}"
        for episode in blog.episodes
        for path in _for_programs(publication, episode.post.slug)
    }
    files = {file.path: file for file in blog.made}
    pack = _Pack(_chosen(files, private), publication.base_url)
    write = partial(_write, publication.slug, pack)
    yield OutputFile(f"{publication.slug}.zip", "application/zip", write)


def _shared(publication: Publication) -> dict[str, OutputFile]:
    """What the pages of a blog load together: scripts and the typeface."""
    fonts = zip(FONTS, publication.typeface.web, strict=False)
    return _SCRIPTS | {path: OutputFile(path, "font/woff", data) for path, data in fonts}


def _for_programs(publication: Publication, slug: str) -> set[str]:
    """The files of a post that no reader is offered."""
    return {path.format(slug=slug) for row in publication.formats for path in row.for_programs}


def _chosen(files: Mapping[str, OutputFile], private: set[str]) -> dict[str, OutputFile]:
    """The files for readers, and what their pages load."""
    able = {path: file for path, file in files.items() if not path.endswith(_LEFT_OUT)}
    pages = [path for path in able if _is_page(path) and path not in private]
    loaded = {found for path in pages for found in _loaded(path, able[path])}
    return {path: file for path, file in able.items() if path not in private - loaded}


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _loaded(path: str, page: OutputFile) -> Iterable[str]:
    """The files that a page names, by their paths."""
    text = page.data.decode()
    for _, address in (*_LINK.findall(text), *_LOADS.findall(text)):
        yield _place(path, unescape(address))


def _place(page: str, address: str) -> str:
    """Where a relative address on a page leads; "" for any other address."""
    try:
        parts = urlsplit(address)
    except ValueError:  # the author's own, and no address at all
        return ""
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return normpath(join(dirname(page), parts.path))


# --- writing ----------------------------------------------------------------------------


def _write(folder: str, pack: _Pack, file: BinaryIO) -> None:
    """The zip, one file at a time: the sound of ten hours is 280 MB, and is never held."""
    archive = Zip(file)
    for path in sorted(pack.files, key=lambda path: (pack.name(path) != "index.html", path)):
        name, item = f"{folder}/{pack.name(path)}", pack.files[path]
        if _is_page(path):
            archive.writestr(name, _page(path, item, pack))
        else:
            archive.write(name, item.write)
    archive.close()


def _page(path: str, page: OutputFile, pack: _Pack) -> bytes:
    """A page with links that work from the folder: what is not in it is linked on the web."""

    def link(found: re.Match[str]) -> str:
        target = unescape(found[2])
        if not _place(path, target):
            return found[0]
        there = _inside(path, target, pack) or urljoin(urljoin(pack.address, path), target)
        return f'{found[1]}="{escape(there)}"'

    def load(found: re.Match[str]) -> str:
        return f'{found[1]}("{_inside(path, found[2], pack) or found[2]}")'

    return _LINK.sub(link, _restyled(page.data.decode(), load)).encode()


def _inside(page: str, address: str, pack: _Pack) -> str:
    """A relative address as it is in the zip; "" for what is not there."""
    place = _place(page, address)
    if place not in pack.files:
        return ""
    mark = urlsplit(address).fragment
    way = relpath(pack.name(place), dirname(pack.name(page)) or ".")
    return f"{way}#{mark}" if mark else way


def _restyled(text: str, load: Callable[[re.Match[str]], str]) -> str:
    """A page whose style loads other files; its policy allows that style, by its digest."""
    for style in _STYLE.findall(text):
        changed = _LOADS.sub(load, style)
        text = text.replace(style, changed).replace(_digest(style), _digest(changed))
    return text


def _digest(style: str) -> str:
    """The digest of a style as a content security policy has it (CSP level 3, 2.3.1)."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
