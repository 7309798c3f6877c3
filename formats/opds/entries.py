"""The entries of a catalog: what both versions of OPDS say of a post's book and sound."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote
from uuid import UUID, uuid5

from formats.markup import legal
from formats.model import Episode, FileCard, Post, Publication
from formats.offers import own_cover

EPUB = "application/epub+zip"
SOUND = "audio/mpeg"


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """A file that a program can get; `size` in bytes."""

    address: str
    mime: str
    size: int


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """A post in a catalog: its files, its page, its picture and that one's size in pixels.

    `updated` is the date of the entry in UTC, which is made up for a post without a date.
    `duration` is in milliseconds.
    """

    id: str
    post: Post
    updated: datetime
    duration: int
    files: tuple[CatalogFile, ...]
    page: str
    image: CatalogFile
    pixels: tuple[int, int]


def entry_of(episode: Episode, blog: Publication) -> CatalogEntry:
    """The entry of a post; one that has neither book nor sound has no files."""
    post = episode.post
    own = own_cover(episode)
    cover = blog.cover
    image = (
        file_of(own, blog)
        if own
        else CatalogFile(address(blog, cover.path), cover.mime, len(cover.data))
    )
    return CatalogEntry(
        id=uuid5(UUID(blog.guid), f"opds/{post.slug}").urn,
        post=post,
        updated=utc(post.updated or post.placed),
        duration=episode.duration,
        files=tuple(_offered(episode, blog)),
        page=address(blog, f"posts/{post.slug}/index.html"),
        image=image,
        pixels=(cover.width, cover.height) if own is None else (0, 0),
    )


def _offered(episode: Episode, blog: Publication) -> Iterator[CatalogFile]:
    """The book, then the sound: programs that take one file take the first."""
    cards = {card.path: card for card in episode.files}
    slug = episode.post.slug
    for kind in ("epub", "mp3"):
        card = cards.get(f"posts/{slug}/{slug}.{kind}")
        if card:
            yield file_of(card, blog)


def file_of(card: FileCard, blog: Publication) -> CatalogFile:
    """A written file with its public address."""
    return CatalogFile(address(blog, card.path), card.mime, card.size)


def address(blog: Publication, path: str) -> str:
    """The public address of a file of the output, percent-encoded."""
    return blog.base_url + quote(path)


def utc(moment: datetime) -> datetime:
    """A moment in UTC, in whole seconds."""
    return moment.astimezone(UTC).replace(microsecond=0)


def line(text: str) -> str:
    """Text on one line, without characters that XML forbids."""
    return " ".join(legal(text).split())
