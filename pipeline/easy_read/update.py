"""What changed in a post since its easy-read text was written, put beside the editor's words.

Three texts meet: the sentence as it was (it stands in the file), as it is now, and the editor's
rows. The rows are never touched: only the lines with ">" follow the post, and the boxes of rows
whose sentence changed are emptied, so that somebody looks at them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from formats.model import Post
from pipeline.easy_read.draft import sentences_of
from pipeline.easy_read.easy_file import GONE, EasyFile, Source, SourceGroup

_ALIKE = 0.5  # of the words: less is another sentence


@dataclass(frozen=True, slots=True)
class PostChange:
    """A sentence of the post that was changed, is new (`was` is ""), or is gone (`now` is "")."""

    was: str
    now: str
    rows: tuple[str, ...] = ()


def update(file: EasyFile, post: Post) -> tuple[EasyFile, tuple[PostChange, ...]]:
    """The file with the sentences that the post has now, and what changed.

    A file without any sentences of the post was written by hand, and stays as it is.
    """
    old = _known(file.whole)
    if not old:
        return file, ()
    new = sentences_of(post)
    pairs = _pairs(old, new)
    paired = {at for at in pairs.values() if at is not None}
    moved = {
        _key(source): (new[at] if at is not None else replace(source, id=GONE))
        for source, at in zip(old, (pairs[n] for n in range(len(old))), strict=True)
    }
    added = {at: source for at, source in enumerate(new) if at not in paired}
    whole = _with_new(tuple(_moved(g, moved) for g in file.whole), added, new)
    points = tuple(_moved(g, moved) for g in file.main_points)
    said = {_key(s): _rows(g) for g in (*file.whole, *file.main_points) for s in g.sources}
    changed = tuple(
        PostChange(was.words, "" if now.id == GONE else now.words, said.get(_key(was), ()))
        for was, now in zip(old, (moved[_key(source)] for source in old), strict=True)
        if was.id != GONE and (now.id == GONE or now.words != was.words)
    )
    news = tuple(PostChange("", source.words) for source in added.values())
    return replace(file, whole=whole, main_points=points), (*changed, *news)


def _key(source: Source) -> tuple[str, str]:
    return source.id, source.words


def _known(groups: Iterable[SourceGroup]) -> list[Source]:
    return [source for group in groups for source in group.sources if source.id]


def _rows(group: SourceGroup) -> tuple[str, ...]:
    return tuple(row.words for row in group.rows)


def _pairs(old: Sequence[Source], new: Sequence[Source]) -> dict[int, int | None]:
    """For each old sentence the place of the new one that it became; None if it is gone."""
    pairs: dict[int, int | None] = dict.fromkeys(range(len(old)))
    matcher = SequenceMatcher(None, [s.words for s in old], [s.words for s in new], autojunk=False)
    for kind, begin, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            pairs.update(zip(range(begin, end), range(first, last), strict=True))
        elif kind == "replace":
            pairs.update(_alike(old, new, range(begin, end), range(first, last)))
    return pairs


def _alike(
    old: Sequence[Source], new: Sequence[Source], was: range, now: range
) -> dict[int, int | None]:
    """Pairs of sentences of which half of the words are the same, in their order."""
    pairs: dict[int, int | None] = {}
    free = list(now)
    for number in was:
        words = old[number].words.split()
        ratios = ((_ratio(words, new[at].words.split()), -at) for at in free)
        best, at = max(ratios, default=(0.0, 0))
        if best >= _ALIKE:
            pairs[number] = -at
            free = [place for place in free if place > -at]
    return pairs


def _ratio(one: list[str], other: list[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _moved(group: SourceGroup, moved: Mapping[tuple[str, str], Source]) -> SourceGroup:
    """A group with its sentences as they are now; its boxes are emptied where one changed."""
    sources = tuple(moved.get(_key(source), source) for source in group.sources)
    same = all(
        now.words == was.words and (now.id != GONE or was.id == GONE)
        for now, was in zip(sources, group.sources, strict=True)
    )
    rows = group.rows if same else tuple(replace(row, done=False) for row in group.rows)
    return replace(group, sources=sources, rows=rows)


def _with_new(
    groups: tuple[SourceGroup, ...], added: Mapping[int, Source], new: Sequence[Source]
) -> tuple[SourceGroup, ...]:
    """The groups with each new sentence after the one that comes before it in the post."""
    places = {source.id: number for number, source in enumerate(new)}
    result: list[SourceGroup] = []
    waiting = sorted(added.items())
    for group in groups:
        first = min((places[s.id] for s in group.sources if s.id in places), default=None)
        while waiting and first is not None and waiting[0][0] < first:
            result.append(SourceGroup((waiting.pop(0)[1],)))
        result.append(group)
    return (*result, *(SourceGroup((source,)) for _, source in waiting))
