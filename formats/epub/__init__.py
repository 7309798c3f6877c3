"""EPUB 3.3 with media overlays: text and narration in one book, sentence by sentence.

Each post is one document, one overlay and one sound file in a folder of its own, in the same
form in the book of the post and in that of the whole blog.
"""

from collections.abc import Iterator

from formats.epub.book_post import book_post, without_sound
from formats.epub.package import pack
from formats.model import Blog, Edition, OutputFile
from formats.smil.metadata import of_blog, of_post

MIME = "application/epub+zip"


def render(edition: Edition) -> Iterator[OutputFile]:
    """`<slug>.epub`: one post."""
    data = pack(of_post(edition), (book_post(edition),), edition.cover)
    yield OutputFile(f"{edition.post.slug}.epub", MIME, data)


def render_blog(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>.epub`: every post, in the blog's order. A blog without posts has no book."""
    if blog.editions:
        posts = tuple(map(book_post, blog.editions))
        data = pack(of_blog(blog), posts, blog.publication.cover)
        yield OutputFile(f"{blog.publication.slug}.epub", MIME, data)


def render_blog_text(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>-text.epub`: the same without sound, small enough to send by mail."""
    if blog.editions:
        posts = tuple(book_post(without_sound(edition)) for edition in blog.editions)
        data = pack(of_blog(blog, heard=False), posts, blog.publication.cover)
        yield OutputFile(f"{blog.publication.slug}-text.epub", MIME, data)
