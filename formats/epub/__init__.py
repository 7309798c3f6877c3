"""EPUB 3.3 with media overlays: text and narration in one book, sentence by sentence.

Each post is one document, one overlay and one sound file in a folder of its own, in the same
form in the book of the post and in that of the whole blog.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import repeat
from typing import BinaryIO, TypeAlias

from formats.epub.archive import Archive
from formats.epub.book_post import About, BookPost, book_post, without_sound
from formats.epub.package import members, pack
from formats.model import Blog, Edition, OutputFile, Pieces
from formats.smil.metadata import of_blog, of_post
from formats.zipped import Again, Contents, Member

MIME = "application/epub+zip"

_Kept: TypeAlias = tuple[About, tuple[Member, ...]]
"""What is kept of a post: what the book said of it, and the digests of its files."""


def render(edition: Edition) -> Iterator[OutputFile]:
    """`<slug>.epub`: one post."""
    write = pack(of_post(edition), (book_post(edition),), edition.cover)
    yield OutputFile(f"{edition.post.slug}.epub", MIME, lambda file: write(file, None))


def render_blog(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>.epub`: every post, in the blog's order. A blog without posts has no book."""
    if blog.editions:
        yield _book(blog, "", book_post, heard=True)


def render_blog_text(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>-text.epub`: the same without sound, small enough to send by mail."""
    if blog.editions:
        yield _book(blog, "-text", lambda edition: book_post(without_sound(edition)), heard=False)


def _book(
    blog: Blog, ending: str, bound: Callable[[Edition], BookPost], *, heard: bool
) -> OutputFile:
    """A book of all posts.

    What the book of an earlier run has is copied from it, file by file, where the post and the
    bytes are the same: a post that has not changed is not even looked at.
    """

    @lru_cache(maxsize=1)
    def anew(number: int) -> BookPost:
        return bound(blog.editions[number])

    kept = blog.pieces
    keys = [(digest,) for digest in blog.digests or repeat("", len(blog.editions))]
    begins: Mapping[str, int] = kept.known.get(_BEGINS) or {}
    found = [kept.known.get(key) for key in keys]
    posts = [
        _known(known, begins, partial(anew, number)) if known else anew(number)
        for number, known in enumerate(found)
    ]
    told = [post.about for post in posts]
    facts = of_blog(blog.publication, [about.post for about in told], heard=heard)
    path = f"{blog.publication.slug}{ending}.epub"
    write_into = pack(facts, posts, blog.publication.cover)

    def write(file: BinaryIO) -> None:
        with kept.earlier(path) as earlier:
            book = write_into(file, earlier)
        _keep(kept, keys, told, book)

    return OutputFile(path, MIME, write)


_BEGINS = ("begins",)
"""The key of the places at which the files of the book begin."""


def _keep(
    kept: Pieces, keys: Sequence[tuple[str, ...]], told: Sequence[About], book: Archive
) -> None:
    """Keep what a book that was written has, for the next."""
    begins: dict[str, int] = {}
    for key, about in zip(keys, told, strict=True):
        if key[0]:
            there = members(book, about)
            begins |= {file.path: at for file, (_, at) in zip(about.files, there, strict=True)}
            kept.keep(key, kept.known.get(key) or (about, tuple(member for member, _ in there)))
    kept.keep(_BEGINS, begins)


def _known(kept: _Kept, begins: Mapping[str, int], anew: Callable[[], BookPost]) -> BookPost:
    """A post of an earlier book; what can't be copied from there is made anew."""
    about, members = kept

    def content(place: int) -> Contents:
        made = anew().contents[place]
        assert not isinstance(made, Again)
        return made

    files = (
        Again(member, begins.get(file.path, 0), partial(content, place))
        for place, (file, member) in enumerate(zip(about.files, members, strict=True))
    )
    return BookPost(about, tuple(files))
