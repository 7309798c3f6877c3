"""Talking books for DAISY players: full text and full sound, sentence by sentence.

DAISY 2.02 (2001) is what players of talking newspapers read; DAISY 3 (ANSI/NISO Z39.86-2005) has
structures that a listener can leave, too. The sound is the narration's MP3 as it is, in a file
for each heading.
"""

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, Protocol

from formats.daisy import daisy3, daisy202
from formats.model import Blog, Edition, OutputFile
from formats.offers import DAISY_3, DAISY_202
from formats.smil.metadata import Facts, of_blog, of_post

MIME = "application/zip"


class _Pack(Protocol):
    """What writes a book of some editions into an open file."""

    def __call__(
        self, facts: Facts, editions: Sequence[Edition], *, has_posts: bool
    ) -> Callable[[BinaryIO], None]: ...


def render_202(edition: Edition) -> Iterator[OutputFile]:
    """`<slug>-daisy202.zip`: one post as DAISY 2.02."""
    yield _of_post(edition, DAISY_202, daisy202.pack)


def render_3(edition: Edition) -> Iterator[OutputFile]:
    """`<slug>-daisy3.zip`: one post as DAISY 3."""
    yield _of_post(edition, DAISY_3, daisy3.pack)


def render_blog_202(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>-daisy202.zip`: every post, each a heading of level 1."""
    return _of_blog(blog, DAISY_202, daisy202.pack)


def render_blog_3(blog: Blog) -> Iterator[OutputFile]:
    """`<publication>-daisy3.zip`: the same as DAISY 3."""
    return _of_blog(blog, DAISY_3, daisy3.pack)


def _of_post(edition: Edition, ending: str, pack: _Pack) -> OutputFile:
    write = pack(_named(of_post(edition), ending), (edition,), has_posts=False)
    return OutputFile(f"{edition.post.slug}{ending}", MIME, write)


def _of_blog(blog: Blog, ending: str, pack: _Pack) -> Iterator[OutputFile]:
    """The book of a blog; one without posts has none."""
    if blog.editions:
        facts = of_blog(blog.publication, [edition.post for edition in blog.editions])
        write = pack(_named(facts, ending), blog.editions, has_posts=True)
        yield OutputFile(f"{blog.publication.slug}{ending}", MIME, write)


def _named(facts: Facts, ending: str) -> Facts:
    """The facts with an identifier of the book's own, which can be the name of a file.

    Players take two books with one identifier for the same, and name bookmarks by it.
    """
    own = uuid.uuid5(uuid.UUID(facts.identifier), ending)
    return replace(facts, identifier=str(own))
