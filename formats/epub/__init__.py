"""EPUB 3.3 with media overlays: text and narration in one book, sentence by sentence.

Each post is one document, one overlay and one sound file in a folder of its own, in the same
form in the book of the post and in that of the whole blog.
"""

from collections.abc import Iterator

from formats.epub.book_post import book_post
from formats.epub.metadata import of_blog, of_post
from formats.epub.package import pack
from formats.model import Blog, Edition, OutputFile

MIME = "application/epub+zip"


def render(edition: Edition) -> Iterator[OutputFile]:
    """`<slug>.epub`: one post."""
    data = pack(of_post(edition), (book_post(edition),), edition.cover)
    yield OutputFile(f"{edition.post.slug}.epub", MIME, data)


def render_blog(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>.epub`: every post, in the blog's order. A blog without posts has no book."""
    if blog.editions:
        data = pack(of_blog(blog), tuple(map(book_post, blog.editions)), blog.publication.cover)
        yield OutputFile(f"{blog.publication.slug}.epub", MIME, data)
