"""Pictures on other sites, fetched for posts that are imported, within limits of each import."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from formats.model import Media, Post
from formats.slugs import slugify
from formats.walk import pictures
from pipeline.errors import AllwaysError, ReadError
from pipeline.findings import Finding, Level
from pipeline.importing.fetch import Fetched
from pipeline.importing.moved import moved
from pipeline.readers.shared.images import UnusableError, look, short

Fetch = Callable[[str], Fetched]


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """The most pictures of one import, and the most bytes of them all."""

    count: int = 2000
    size: int = 1024 * 1024 * 1024


class PictureFetcher:
    """Fetches pictures, each address once, until the limits are reached."""

    def __init__(self, fetch: Fetch, limits: PictureLimits) -> None:
        self._fetch = fetch
        self._limits = limits
        self._count = 0
        self._size = 0

    def complete(
        self, post: Post, media: tuple[Media, ...]
    ) -> tuple[Post, tuple[Media, ...], tuple[Finding, ...]]:
        """The post with the pictures that could be fetched, and a warning for each other."""
        names: dict[str, str] = {}
        findings: list[Finding] = []
        for address in _remote(post):
            try:
                found = self._picture(address, {m.path for m in media})
            except AllwaysError as error:
                findings.append(_unfetched(post, address, error))
                continue
            media = (*media, found)
            names[address] = found.path
        return moved(post, names), media, tuple(findings)

    def _picture(self, address: str, taken: set[str]) -> Media:
        if self._count >= self._limits.count or self._size >= self._limits.size:
            raise ReadError(
                "So many pictures were fetched that no more are in this import.",
                remedy="Import again: then the next ones are fetched.",
            )
        self._count += 1
        data = self._fetch(address.strip()).data
        self._size += len(data)
        try:
            image = look(data, address)
        except UnusableError as problem:
            raise ReadError(problem.message, remedy=problem.remedy) from problem
        stem = slugify(PurePosixPath(unquote(urlsplit(address).path)).stem) or "picture"
        path = next(name for name in _names(stem, image.suffix) if name not in taken)
        return Media(path, image.mime, data, image.width, image.height)


def _names(stem: str, suffix: str) -> Iterator[str]:
    yield f"pictures/{stem}.{suffix}"
    yield from (f"pictures/{stem}-{n}.{suffix}" for n in range(2, 10**6))


def _remote(post: Post) -> dict[str, None]:
    """The addresses of pictures on the web, each once, in the order of the post."""
    own = [post.picture] if post.picture else []
    found = (picture.src for picture in (*own, *pictures(post.blocks)))
    return dict.fromkeys(src for src in found if src.strip().startswith(("http://", "https://")))


def _unfetched(post: Post, address: str, error: AllwaysError) -> Finding:
    return Finding(
        Level.WARNING,
        "picture-unfetched",
        post.source,
        f"The picture {short(address)} of “{post.title}” was not fetched: {error.message}",
        f"{error.remedy} Or save it yourself, and name it in the post.",
    )
