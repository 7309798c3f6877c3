"""A book's metadata (EPUB 3.3, 5.5), except those about accessibility."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from formats.model import Edition, Evaluation, Post, Publication
from formats.offers import print_path


@dataclass(frozen=True, slots=True)
class Facts:
    """The metadata of a book; "" and None are unknown values, which are not written.

    `series` is the series that it belongs to: the books of a blog's posts are one. `print` is the
    file whose pages are those of the book.
    """

    identifier: str
    title: str
    language: str
    modified: datetime
    creators: tuple[str, ...]
    publisher: str
    rights: str
    source: str
    description: str = ""
    published: datetime | None = None
    subjects: tuple[str, ...] = ()
    evaluation: Evaluation | None = None
    series: str = ""
    print: str = ""


def of_post(edition: Edition) -> Facts:
    """The metadata of a post's book."""
    post, publication = edition.post, edition.publication
    return Facts(
        identifier=_identifier(publication, post.slug),
        title=post.title.strip() or post.slug,
        language=post.language,
        modified=post.dated,
        creators=_creators(post.authors, publication),
        publisher=publication.title,
        rights=publication.licence,
        source=f"{publication.base_url}posts/{post.slug}/",
        description=post.summary,
        published=post.published,
        subjects=post.tags,
        evaluation=publication.evaluation,
        series=publication.title,
        print=print_path(publication.large_print.sizes[0]),
    )


def of_blog(publication: Publication, posts: Sequence[Post], *, heard: bool = True) -> Facts:
    """The metadata of a book of a blog's posts, or of that without sound."""
    return Facts(
        # No slug has a space in it, so no post's book has the same identifier.
        identifier=_identifier(publication, "whole blog" if heard else "whole blog, text"),
        title=publication.title.strip() or publication.slug,
        language=publication.language,
        modified=max(post.dated for post in posts),
        creators=_creators(tuple(a for post in posts for a in post.authors), publication),
        publisher=publication.title,
        rights=publication.licence,
        source=publication.base_url,
        description=publication.description,
        evaluation=publication.evaluation,
    )


def _identifier(publication: Publication, name: str) -> str:
    """An identifier that is the same on every machine and in every run, for the same slug."""
    return uuid.uuid5(uuid.UUID(publication.guid), name).urn


def _creators(authors: tuple[str, ...], publication: Publication) -> tuple[str, ...]:
    return tuple(dict.fromkeys(authors)) or tuple(filter(None, (publication.author,)))
