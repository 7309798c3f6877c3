"""Catalogs for programs and devices that read books: OPDS 1.2 (Atom) and 2.0 (JSON).

Each lists the book and the sound of every post, newest first, on pages of a hundred.
"""

from collections.abc import Iterable
from functools import partial

from formats.model import Blog, Episode, OutputFile, Publication
from formats.opds import atom, webpub
from formats.opds.entries import entry_of
from formats.opds.pages import Listed, pages


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """`opds.xml`, `opds-2.xml` …, and the same as JSON, in the root of the output."""
    every = listed(blog)
    for page in pages(every, "opds{}.xml"):
        yield OutputFile(page.name, atom.MIME, atom.feed(blog.publication, page))
    for page in pages(every, "opds{}.json"):
        yield OutputFile(page.name, webpub.MIME, webpub.feed(blog.publication, page))


def listed(blog: Blog) -> list[Listed]:
    """Each post that has a book or sound."""
    found = (
        blog.pieces.of((episode.digest,), partial(_listed, episode, blog.publication))
        for episode in blog.episodes
    )
    return [one for one in found if one]


def _listed(episode: Episode, blog: Publication) -> Listed | None:
    """A post in both catalogs; None for one that has neither book nor sound."""
    entry = entry_of(episode, blog)
    if not entry.files:
        return None
    return Listed(entry.updated, atom.element_of(blog, entry), webpub.object_of(entry))
