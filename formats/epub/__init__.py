"""EPUB 3.3 with media overlays: text and narration in one book, sentence by sentence.

Each post is one document, one overlay and one sound file in a folder of its own, in the same
form in the book of the post and in that of the whole blog.
"""

from collections.abc import Iterator

from formats.epub.book_post import BookPost, book_post
from formats.epub.metadata import of_blog, of_post
from formats.epub.package import pack
from formats.model import Blog, Edition, Media, OutputFile

MIME = "application/epub+zip"


def render(edition: Edition) -> Iterator[OutputFile]:
    """`<slug>.epub`: one post."""
    post = book_post(edition)
    data = pack(of_post(edition), (post,), _cover(post))
    yield OutputFile(f"{edition.post.slug}.epub", MIME, data)


def _cover(post: BookPost) -> Media:
    """The picture that stands for the post, or else the cover of the blog.

    A drawing is no cover: many shelves of books do not show one.
    """
    own = post.edition.post.picture
    shown = (m for m in post.media if own and m.path == own.src and m.mime != "image/svg+xml")
    return next(shown, post.edition.publication.cover)


def render_blog(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>.epub`: every post, in the blog's order. A blog without posts has no book."""
    if blog.editions:
        data = pack(of_blog(blog), tuple(map(book_post, blog.editions)), blog.publication.cover)
        yield OutputFile(f"{blog.publication.slug}.epub", MIME, data)
