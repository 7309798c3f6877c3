"""Drafts → posts, with unique slugs and with dates."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import PurePath

from formats.model import Media, Post
from pipeline.findings import Finding
from pipeline.readers.shared.copies import without_copies
from pipeline.readers.shared.reading import Defaults, Draft, note, warning
from pipeline.readers.shared.unique import unique

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
_SECONDS_A_DAY = 86_400
_DATE_PART = re.compile(r"\{(?:year|month|day)\}")

# How a file of one post says its date.
_FRONT_MATTER = "with date: in its front matter, or "
_PARAGRAPH = "in the document, in a paragraph with the style Date, or "
_DATED = {
    **dict.fromkeys((".md", ".markdown", ".mdx", ".mdown", ".mkd"), _FRONT_MATTER),
    **dict.fromkeys((".docx", ".odt"), _PARAGRAPH),
    ".txt": "on a line below its title, or ",
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The posts of all files, each under its own slug, their pictures, and what was noticed."""

    posts: tuple[Post, ...]
    media: Mapping[str, tuple[Media, ...]]
    findings: tuple[Finding, ...]


def shelve(drafts: Sequence[tuple[str, Draft]], defaults: Defaults) -> Shelf:
    """The posts of some drafts, each with the name of its file, in their order.

    Those that must not be published, and copies of others, are left out and told.
    """
    single, copies = without_copies(drafts)
    left = [_withheld(draft) for _, draft in single if draft.meta.withheld]
    kept = [pair for pair in single if not pair[1].meta.withheld]
    named, renamed = _named(kept, defaults)
    posts = [(name, _post(draft, defaults)) for name, draft in named]
    return Shelf(
        tuple(post for _, post in posts),
        {draft.meta.slug: draft.media for _, draft in named},
        (*left, *copies, *renamed, *_undated(posts, defaults.original)),
    )


def _withheld(draft: Draft) -> Finding:
    return note(
        "draft",
        draft.where,
        f"“{draft.meta.title}” {draft.meta.withheld}, and was left out.",
        "If readers may see it, change that in its front matter, or where it comes from."
        if draft.owned
        else "If readers may see it, publish it where it comes from, and export it again.",
    )


def _named(
    drafts: Sequence[tuple[str, Draft]], defaults: Defaults
) -> tuple[list[tuple[str, Draft]], list[Finding]]:
    """The drafts, each under a slug that no other has, and a warning for each new slug."""
    slugs = [draft.meta.slug for _, draft in drafts]
    dates = [draft.meta.published or defaults.dates.get(draft.meta.slug) for _, draft in drafts]
    new = unique(slugs, dates)
    named = [
        (name, replace(draft, meta=replace(draft.meta, slug=slug)))
        for (name, draft), slug in zip(drafts, new, strict=True)
    ]
    keepers = {slug: draft.where for slug, (_, draft) in zip(new, drafts, strict=True)}
    told = [
        warning(
            "same-name",
            draft.where,
            f"This post has the same name as {keepers[old]}, so its address is “{slug}”.",
            "Give one of them another file name, or a slug: of its own in its front matter."
            if draft.owned
            else "Give one of the files another name, or, where an export comes from, one of the "
            "posts another address; then export it again.",
        )
        for old, slug, (_, draft) in zip(slugs, new, drafts, strict=True)
        if slug != old
    ]
    return named, told


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
        original=meta.original or _by_rule(defaults.original, meta.slug, published),
    )


def _by_rule(rule: str, slug: str, published: datetime | None) -> str:
    """The address that the rule of the settings gives; "" for a post that has no such date."""
    if published is None and _DATE_PART.search(rule):
        return ""
    moment = published or _UNDATED
    parts = {
        "slug": slug,
        "year": f"{moment.year:04}",
        "month": f"{moment.month:02}",
        "day": f"{moment.day:02}",
    }
    return re.sub(r"\{(slug|year|month|day)\}", lambda found: parts[found[1]], rule)


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


def _undated(posts: Sequence[tuple[str, Post]], rule: str) -> list[Finding]:
    """A note for each file that has posts without a date; `rule` is that of first addresses."""
    undated: defaultdict[str, list[Post]] = defaultdict(list)
    for name, post in posts:
        if post.published is None:
            undated[name].append(post)
    return [_no_date(name, found, rule) for name, found in undated.items()]


def _no_date(where: str, posts: list[Post], rule: str) -> Finding:
    """A note for posts without a date, with lines that an editor can copy and correct."""
    several = len(posts) > 1
    which = f"{len(posts)} posts have" if several else "The post has"
    made_up = "them by made-up ones" if several else "it by a made-up one"
    lines = "; ".join(f"{post.slug} = {post.placed.date().isoformat()}" for post in posts)
    ending = PurePath(where).suffix.lower()
    front = "" if several else _DATED.get(ending, "")
    by_date = _DATE_PART.search(rule) and not all(post.original for post in posts)
    unknown = " Where it first appeared can't be told by your rule without one." if by_date else ""
    return note(
        "undated",
        where,
        f"{which} no date, so the podcast feed orders {made_up}: {lines}.{unknown}",
        f"Set the true date {front}under [dates] in publication.toml, as such a line with the "
        "right date.",
    )
