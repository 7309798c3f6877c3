"""Drafts → posts, with unique slugs and with dates."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from formats.model import Media, Post
from pipeline.errors import AllwaysError, ReadError
from pipeline.findings import Finding
from pipeline.readers.shared.reading import Defaults, Draft, note

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
_SECONDS_A_DAY = 86_400


class Shelf:
    """Collects posts, each under a slug of its own."""

    def __init__(self, defaults: Defaults) -> None:
        self.defaults = defaults
        self.posts: list[Post] = []
        self.media: dict[str, tuple[Media, ...]] = {}
        self.errors: list[AllwaysError] = []
        self.findings: list[Finding] = []
        self._taken: dict[str, str] = {}

    def add(self, drafts: Iterable[Draft], name: str) -> None:
        """Add the posts of the file `name`; a slug that is in use fails that post alone."""
        undated: list[Post] = []
        for draft in drafts:
            slug = draft.meta.slug
            if draft.meta.withheld:
                self._leave_out(draft)
            elif slug in self._taken:
                self.errors.append(_collision(draft, self._taken[slug]))
            else:
                self._keep(draft)
                if self.posts[-1].published is None:
                    undated.append(self.posts[-1])
        if undated:
            self.findings.append(_no_date(name, undated))

    def _keep(self, draft: Draft) -> None:
        slug = draft.meta.slug
        self._taken[slug] = draft.where
        self.posts.append(_post(draft, self.defaults))
        self.media[slug] = draft.media

    def _leave_out(self, draft: Draft) -> None:
        self.findings.append(
            note(
                "draft",
                draft.where,
                f"“{draft.meta.title}” {draft.meta.withheld}, and was left out.",
                "To publish it, remove draft: true from its front matter, or publish it in the "
                "program that the file comes from, and export it again.",
            )
        )


def _post(draft: Draft, defaults: Defaults) -> Post:
    meta = draft.meta
    published = meta.published or defaults.dates.get(meta.slug)
    return Post(
        slug=meta.slug,
        title=meta.title,
        language=meta.language or defaults.language,
        authors=meta.authors or ((defaults.author,) if defaults.author else ()),
        published=published,
        placed=published or placed(meta.slug, draft.position),
        blocks=draft.blocks,
        updated=meta.updated,
        summary=meta.summary,
        tags=meta.tags,
        source=draft.where,
        picture=meta.picture,
        picture_size=_size(draft),
    )


def _size(draft: Draft) -> tuple[int, int]:
    """The size of the picture that stands for a post."""
    own = draft.meta.picture.src if draft.meta.picture else ""
    return next(((m.width, m.height) for m in draft.media if m.path == own), (0, 0))


def placed(slug: str, position: int) -> datetime:
    """A date for ordering the feed where a post has none; the same in every run.

    A page lists its newest post first, so the last one is the oldest, at `position` 0.
    """
    seconds = int.from_bytes(hashlib.sha256(slug.encode()).digest()) % _SECONDS_A_DAY
    return _UNDATED + timedelta(days=position, seconds=seconds)


def _collision(draft: Draft, other: str) -> ReadError:
    return ReadError(
        f"This post and the one at {other} have the same name, “{draft.meta.slug}”.",
        where=draft.where,
        remedy="Give one of them another file name, or a slug: of its own in its front matter.",
    )


def _no_date(where: str, posts: list[Post]) -> Finding:
    """A note for posts without a date, with lines that an editor can copy and correct."""
    several = len(posts) > 1
    which = f"{len(posts)} posts have" if several else "The post has"
    made_up = "them by made-up ones" if several else "it by a made-up one"
    lines = "; ".join(f"{post.slug} = {post.placed.date().isoformat()}" for post in posts)
    front = "" if several else "with date: in its front matter, or "
    return note(
        "undated",
        where,
        f"{which} no date, so the podcast feed orders {made_up}: {lines}.",
        f"Set the true date {front}under [dates] in publication.toml, in the same form.",
    )
