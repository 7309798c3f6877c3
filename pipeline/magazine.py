"""A magazine from the posts of a folder: what an editor prints and posts to readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from formats.errors import FormatError
from formats.large_print.magazine import magazine
from formats.model import Edition, Post, Publication
from pipeline import readers, settings
from pipeline.errors import RenderError, SettingsError
from pipeline.publish import publication
from pipeline.publish.choices import known
from pipeline.readers import Reading
from pipeline.script.framing import about
from pipeline.split.sentences import split
from pipeline.store.files import Store, write_all


@dataclass(frozen=True, slots=True)
class PrintedIssue:
    """What was written: how many posts, and the size of the file in bytes."""

    posts: int
    size: int


def write(
    source: Path, cache: Path, slugs: Sequence[str], to: Path, title: str = ""
) -> PrintedIssue:
    """Write the posts of these slugs, in this order, as one PDF; a slug that comes again is once.

    Raises `SettingsError` for a slug that no post has, and where none is named; `RenderError`
    where a post can't be printed; `WriteError`.
    """
    chosen = settings.load(source)
    reading = readers.read(source, readers.defaults(chosen))
    posts = {post.slug: post for post in reading.posts}
    _check(slugs, posts, reading)
    blog = publication.make(chosen, source, reading.title, Store(cache))
    editions = tuple(_edition(posts[slug], blog, reading) for slug in dict.fromkeys(slugs))
    try:
        data = magazine(editions, blog, title)
    except FormatError as error:
        message = f"the magazine could not be made: {error.message}"
        raise RenderError(message, where=str(source), remedy=error.remedy) from error
    write_all(to.parent, [(to.name, data)])
    return PrintedIssue(len(editions), len(data))


def _check(slugs: Sequence[str], posts: dict[str, Post], reading: Reading) -> None:
    """Refuse a choice that can't be printed. A file that can't be read may be what is meant."""
    if not slugs:
        raise SettingsError(
            "no post is named for the magazine.",
            remedy=f'Name some, as in: make magazine POSTS="{" ".join([*posts][:2])}"',
        )
    for slug in slugs:
        if slug not in posts and reading.errors:
            raise reading.errors[0]
        known(slug, tuple(posts), "post")


def _edition(post: Post, blog: Publication, reading: Reading) -> Edition:
    """A post as print takes it: split, without sound."""
    whole = split(post)
    media = reading.media.get(post.slug, ())
    return Edition(blog, whole, (), (), (), media, about(whole, blog))
