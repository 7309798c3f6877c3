"""Step 6, gather: a format of the whole blog → files in the output folder."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from formats.errors import FormatError
from formats.model import Blog, Edition, Episode, FileCard, Publication
from formats.registry import BLOG_FORMATS
from pipeline.errors import RenderError
from pipeline.publish import pieces
from pipeline.publish.ready import ReadyPost
from pipeline.publish.render import Target, again, edition
from pipeline.publish.written import write


@dataclass(frozen=True, slots=True)
class Shown:
    """What gives each post that is ready for the formats of the whole blog, by slug."""

    posts: Mapping[str, Callable[[], ReadyPost]] = field(default_factory=dict)


def render_blog(
    name: str, shown: Shown, episodes: tuple[Episode, ...], target: Target
) -> tuple[FileCard, ...]:
    """Make the files of one format of the whole blog. Raises `AllwaysError`."""
    row = BLOG_FORMATS[name]
    listed = [e for e in episodes if row.whole_posts and e.post.slug in shown.posts]
    editions = _Editions(tuple(e.post.slug for e in listed), shown, target.publication, row.heard)
    known = pieces.load(target.cache, target.output, name, target.shared)
    blog = Blog(
        target.publication,
        episodes,
        editions if row.kept else tuple(editions),
        target.check,
        digests=tuple(episode.digest for episode in listed),
        pieces=known,
    )
    cards = _write_blog(name, blog, target)
    pieces.save(target.cache, target.output, name, target.shared, known)
    return cards


@dataclass(frozen=True, slots=True)
class _Editions(Sequence[Edition]):
    """The editions of some posts, each made when it is asked for, and held by nobody."""

    slugs: tuple[str, ...]
    shown: Shown
    publication: Publication
    heard: bool

    def __len__(self) -> int:
        return len(self.slugs)

    @overload
    def __getitem__(self, place: int) -> Edition: ...

    @overload
    def __getitem__(self, place: slice) -> "_Editions": ...

    def __getitem__(self, place: int | slice) -> "Edition | _Editions":
        if isinstance(place, slice):
            return replace(self, slugs=self.slugs[place])
        return edition(self.shown.posts[self.slugs[place]](), self.publication, heard=self.heard)


def pack_blog(
    name: str, episodes: tuple[Episode, ...], cards: Iterable[FileCard], target: Target
) -> tuple[FileCard, ...]:
    """Make the files of a format that packs the others'; `cards` are those of the whole blog.

    Raises `AllwaysError`.
    """
    posts = (card for episode in episodes for card in episode.files)
    made = tuple(again(c.path, c.mime, target.output / c.path) for c in (*posts, *cards))
    return _write_blog(name, Blog(target.publication, episodes, (), made=made), target)


def _write_blog(name: str, blog: Blog, target: Target) -> tuple[FileCard, ...]:
    try:
        return write(target.output, BLOG_FORMATS[name].render(blog), name, target.standing)
    except FormatError as error:
        message = f"the {name} of the whole blog could not be made: {error.message}"
        raise RenderError(message, remedy=error.remedy) from error
