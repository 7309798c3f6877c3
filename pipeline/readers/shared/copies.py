"""The same post in two files of a folder, which is published once."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from formats import walk
from formats.model import Sentence
from pipeline.findings import Finding
from pipeline.readers.shared.reading import Draft, Meta, note


def without_copies(
    drafts: Sequence[tuple[str, Draft]],
) -> tuple[list[tuple[str, Draft]], list[Finding]]:
    """The drafts, each with the name of its file, without copies of others; and what is told.

    An editor's own Markdown comes before all others. Of two exports of one blog, or an export and
    its feed, the one with more words of a post counts: a feed may have only its beginning.
    """
    kept, copies = _without_imported(drafts)
    once, twice = _without_repeated(kept)
    return once, [*copies, *twice]


def _without_imported(
    drafts: Sequence[tuple[str, Draft]],
) -> tuple[list[tuple[str, Draft]], list[Finding]]:
    """The drafts without those that are in the folder as Markdown of an editor, too."""
    owned: defaultdict[str, list[Draft]] = defaultdict(list)
    for _, draft in drafts:
        if draft.owned:
            owned[draft.meta.slug].append(draft)
    kept: list[tuple[str, Draft]] = []
    copies: list[Finding] = []
    for name, draft in drafts:
        same = [] if draft.owned else owned[draft.meta.slug]
        own = next((one for one in same if _is_same(one.meta, draft.meta)), None)
        if own is None:
            kept.append((name, draft))
        else:
            copies.append(_copy(draft, own))
    return kept, copies


def _is_same(own: Meta, other: Meta) -> bool:
    """Whether two of one slug are the same post, whose title or missing date an editor changed."""
    if other.published:
        return own.published == other.published
    return own.title.casefold() == other.title.casefold()


def _copy(draft: Draft, own: Draft) -> Finding:
    return note(
        "post-twice",
        draft.where,
        f"“{draft.meta.title}” was left out: the same post is in {own.where}.",
        "Nothing needs to be done; you can take this file out of the folder, if it has no others.",
    )


def _without_repeated(
    drafts: Sequence[tuple[str, Draft]],
) -> tuple[list[tuple[str, Draft]], list[Finding]]:
    """The drafts without those that another file has, too; one finding for two files."""
    kept: list[tuple[str, Draft]] = []
    places: defaultdict[object, list[int]] = defaultdict(list)
    told: Counter[tuple[str, str]] = Counter()
    for name, draft in drafts:
        alike = [] if draft.owned else places[_sign(draft.meta)]
        same = next((n for n in alike if kept[n][0] != name and _are_same(kept[n][1], draft)), None)
        if same is None:
            alike.append(len(kept))
            kept.append((name, draft))
        elif len(_words(draft)) > len(_words(kept[same][1])):
            told[kept[same][0], name] += 1
            kept[same] = (name, draft)
        else:
            told[name, kept[same][0]] += 1
    return kept, [_repeated(left, there, count) for (left, there), count in told.items()]


def _sign(meta: Meta) -> object:
    """What two copies of a post have in common; exports tell the time of a day differently."""
    day = meta.published.date() if meta.published else None
    return meta.title.casefold(), day, meta.withheld


def _are_same(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one title and day are one post: by their address or their words.

    Pictures alone have no words: they are the same where all of them are.
    """
    addressed = one.meta.published is not None and one.meta.slug == other.meta.slug
    words = _words(one)
    return addressed or (words == _words(other) if words else one.blocks == other.blocks)


def _words(draft: Draft) -> list[str]:
    units = (unit for unit in walk.units(draft.blocks) if isinstance(unit, Sentence))
    return " ".join(walk.plain(unit.inlines) for unit in units).split()


def _repeated(left: str, there: str, count: int) -> Finding:
    what = (
        "A post was left out: the same post is"
        if count == 1
        else (f"{count:,} posts were left out: the same posts are")
    )
    return note(
        "post-twice",
        left,
        f"{what} in {there}.",
        f"If nothing else is in {left}, take it out of the folder.",
    )
