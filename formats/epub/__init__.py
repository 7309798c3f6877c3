"""EPUB 3.3 with media overlays: text and narration in one book, sentence by sentence.

Each post is one document, one overlay and one sound file in a folder of its own, in the same
form in the book of the post and in that of the whole blog.
"""

from collections.abc import Iterator

from formats.epub.blog_book import MIME, book
from formats.epub.book_post import book_post, without_sound
from formats.epub.package import pack
from formats.model import Blog, Edition, OutputFile
from formats.smil.metadata import of_post


def render(edition: Edition) -> Iterator[OutputFile]:
    """`<slug>.epub`: one post."""
    write = pack(of_post(edition), (book_post(edition),), edition.cover)
    yield OutputFile(f"{edition.post.slug}.epub", MIME, lambda file: write(file, None))


def render_blog(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>.epub`: every post, in the blog's order. A blog without posts has no book."""
    if blog.editions:
        yield book(blog, "", book_post, heard=True)


def render_blog_text(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>-text.epub`: the same without sound, small enough to send by mail."""
    if blog.editions:
        yield book(blog, "-text", lambda edition: book_post(without_sound(edition)), heard=False)
