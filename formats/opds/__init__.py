"""Catalogs for programs and devices that read books: OPDS 1.2 (Atom) and 2.0 (JSON).

Each lists the book and the sound of every post, newest first, on pages of a hundred.
"""

from collections.abc import Iterable

from formats.model import Blog, OutputFile
from formats.opds import atom, webpub
from formats.opds.entries import entries
from formats.opds.pages import pages


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """`opds.xml`, `opds-2.xml` …, and the same as JSON, in the root of the output."""
    listed = entries(blog)
    for page in pages(listed, "opds{}.xml"):
        yield OutputFile(page.name, atom.MIME, atom.feed(blog.publication, page))
    for page in pages(listed, "opds{}.json"):
        yield OutputFile(page.name, webpub.MIME, webpub.feed(blog.publication, page))
