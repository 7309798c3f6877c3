"""The book of the whole blog, of which all that is in the earlier one is copied from there."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import repeat
from typing import BinaryIO, TypeAlias

from formats.epub.archive import Archive
from formats.epub.book_post import BookFacts, BookPost
from formats.epub.package import members, pack
from formats.model import Blog, Edition, OutputFile, Pieces
from formats.smil.metadata import of_blog
from formats.zipped import Again, Contents, Member

MIME = "application/epub+zip"

_Kept: TypeAlias = tuple[BookFacts, tuple[Member, ...]]
"""What is kept of a post: what the book said of it, and the digests of its files."""

_BEGINS = ("begins",)
"""The key of the places at which the files of the book begin."""


def book(
    blog: Blog, ending: str, bound: Callable[[Edition], BookPost], *, heard: bool
) -> OutputFile:
    """A book of all posts: `bound` makes each a post of it, and `heard` says whether with sound.

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


def _keep(
    kept: Pieces, keys: Sequence[tuple[str, ...]], told: Sequence[BookFacts], book: Archive
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
