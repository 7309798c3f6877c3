"""Edits of a file: each finds what it is about as the page knows it, or refuses.

The file may have been changed meanwhile, in another window or a text editor. So an edit names
what it was made on. What has only moved is found where it is now; what is different is a
conflict, and nothing is written.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.easy_read.easy_file import EasyFile, FileRow, Meaning, SourceGroup, read, write
from pipeline.easy_read.editor.edits import (
    POINTS,
    TITLE,
    WORDS,
    ConflictError,
    Edit,
    RowPlace,
    UnsuitableError,
    group_key,
    heading_key,
    meaning_key,
    row_key,
    title_key,
)

_CHANGED = "this was changed meanwhile, in another window or in a text editor."
_GONE = "this is not there any more as you knew it: it was removed or moved meanwhile."


@dataclass(frozen=True, slots=True)
class Edited:
    """A file after an edit, and the place to go on from; `removed` is a row that was taken out.

    `after` is where it would be put back.
    """

    file: EasyFile
    place: RowPlace
    removed: FileRow | None = None
    after: RowPlace | None = None


def apply(file: EasyFile, edit: Edit) -> Edited:
    """Make an edit. Raises `ConflictError` or `UnsuitableError`; the file is a value."""
    if edit.action in _OTHERS:
        edited = _OTHERS[edit.action](file, edit)
    elif edit.action in _ROWS and edit.place.row is not None:
        edited = _ROWS[edit.action](file, edit, row_place(file, edit))
    else:
        raise UnsuitableError("there is no such edit.")
    again = read(write(edited.file), file.name)
    if _lines(again) != _lines(edited.file):
        raise UnsuitableError(
            "these words can't stand at the beginning of a line.",
            remedy="Take out the marks ![ or **: that they begin with.",
        )
    return replace(edited, file=again)


def _lines(file: EasyFile) -> tuple[object, ...]:
    """All that a file says, in its order; groups that reading puts together are the same."""
    parts = [
        [part for g in groups for part in (*g.sources, g.heading, *g.rows) if part]
        for groups in (file.main_points, file.whole)
    ]
    return (file.title, file.facts, parts, file.meanings)


def groups_in(file: EasyFile, part: str) -> tuple[SourceGroup, ...]:
    """The groups of one part of a file."""
    return file.main_points if part == POINTS else file.whole


def _with_groups(file: EasyFile, part: str, groups: Sequence[SourceGroup]) -> EasyFile:
    """The file with other groups in a part; those that hold nothing are left out."""
    kept = tuple(g for g in groups if g.sources or g.rows or g.heading)
    return replace(file, main_points=kept) if part == POINTS else replace(file, whole=kept)


def _with_rows(file: EasyFile, place: RowPlace, rows: Sequence[FileRow]) -> EasyFile:
    """The file with other rows in the group of a place."""
    groups = list(groups_in(file, place.part))
    groups[place.group] = replace(groups[place.group], rows=tuple(rows))
    return _with_groups(file, place.part, groups)


# --- finding ----------------------------------------------------------------------------


def row_place(file: EasyFile, edit: Edit) -> RowPlace:
    """Where the row of an edit is now. Raises `ConflictError` if it is another or gone."""
    groups = groups_in(file, edit.place.part)
    index = _group(groups, edit)
    rows = groups[index].rows if index is not None else ()
    at = edit.place.row or 0
    if index is not None and at < len(rows) and row_key(rows[at]) == edit.key:
        return replace(edit.place, group=index)
    same = [
        RowPlace(edit.place.part, g, r)
        for g, group in enumerate(groups)
        for r, row in enumerate(group.rows)
        if row_key(row) == edit.key
    ]
    near = [place for place in same if place.group == index]
    if len(near or same) == 1:
        return (near or same)[0]
    new = [n for n, row in enumerate(rows) if row_key(row) not in edit.others]
    if index is not None and len(new) == 1:
        raise ConflictError(_CHANGED, RowPlace(edit.place.part, index, new[0]), rows[new[0]])
    raise ConflictError(_GONE, _before(groups, edit.place, index), None)


def _group(groups: Sequence[SourceGroup], edit: Edit) -> int | None:
    """The group that an edit means: at its place, or else the only one with its key."""
    at = edit.place.group
    if at < len(groups) and group_key(groups[at]) == edit.group:
        return at
    same = [n for n, group in enumerate(groups) if group_key(group) == edit.group]
    return same[0] if len(same) == 1 else None


def _before(groups: Sequence[SourceGroup], place: RowPlace, group: int | None) -> RowPlace:
    """The row after which one would stand that is gone; or its group, where it would be first."""
    at = group if group is not None else max(0, min(place.group, len(groups) - 1))
    count = min(place.row or 0, len(groups[at].rows)) if at < len(groups) else 0
    return RowPlace(place.part, at, count - 1 if count else None)


# --- edits of rows ----------------------------------------------------------------------


def _set(file: EasyFile, edit: Edit, place: RowPlace) -> Edited:
    rows, at = _rows_at(file, place)
    return Edited(_with_rows(file, place, [*rows[:at], edit.row, *rows[at + 1 :]]), place)


def _rows_at(file: EasyFile, place: RowPlace) -> tuple[tuple[FileRow, ...], int]:
    return groups_in(file, place.part)[place.group].rows, place.row or 0


def _split(file: EasyFile, edit: Edit, place: RowPlace) -> Edited:
    if not edit.words or not edit.rest:
        raise UnsuitableError(
            "there is nothing to split here.",
            remedy="Put the cursor where the second sentence begins, then split.",
        )
    rows, at = _rows_at(file, place)
    row = rows[at]
    first = FileRow(edit.words, picture=row.picture)
    second = FileRow(edit.rest, row.entries, row.numbered)
    changed = _with_rows(file, place, [*rows[:at], first, second, *rows[at + 1 :]])
    return Edited(changed, replace(place, row=at + 1))


def _join(file: EasyFile, _edit: Edit, place: RowPlace) -> Edited:
    """A row with the next one, which may be the first of the next group."""
    rows, at = _rows_at(file, place)
    if at + 1 < len(rows):
        joined = _joined(rows[at], rows[at + 1])
        return Edited(_with_rows(file, place, [*rows[:at], joined, *rows[at + 2 :]]), place)
    groups = list(groups_in(file, place.part))
    after = groups[place.group + 1] if place.group + 1 < len(groups) else SourceGroup()
    if not after.rows:
        raise UnsuitableError("there is no row after this to join it with.")
    group = groups[place.group]
    left = after.rows[1:]
    sources = group.sources if left else (*group.sources, *after.sources)
    joined = _joined(rows[at], after.rows[0])
    whole = SourceGroup(sources, (*rows[:at], joined))
    groups[place.group : place.group + 2] = [whole, replace(after, rows=left)] if left else [whole]
    return Edited(_with_groups(file, place.part, groups), place)


def _joined(one: FileRow, other: FileRow) -> FileRow:
    return FileRow(
        f"{one.words} {other.words}".strip(),
        (*one.entries, *other.entries),
        one.numbered or other.numbered,
        one.picture or other.picture,
    )


def _remove(file: EasyFile, _edit: Edit, place: RowPlace) -> Edited:
    rows, at = _rows_at(file, place)
    changed = _with_rows(file, place, [*rows[:at], *rows[at + 1 :]])
    back = replace(place, row=at - 1 if at else None)
    next_ = replace(place, row=at) if at + 1 < len(rows) else back
    return Edited(changed, next_, rows[at], back)


def _to_heading(file: EasyFile, _edit: Edit, place: RowPlace) -> Edited:
    """A row as the heading of those after it; the post's sentences stay with rows, if any is left.

    Most posts have no headings, and a text without them is hard to find one's way in.
    """
    rows, at = _rows_at(file, place)
    row = rows[at]
    if place.part == POINTS:
        raise UnsuitableError("the main points have no headings.")
    if not row.words or row.entries or row.picture:
        raise UnsuitableError(
            "a heading is words alone.", remedy="Write them into a row without picture and list."
        )
    groups = list(groups_in(file, place.part))
    group = groups[place.group]
    alone = len(rows) == 1
    heading = SourceGroup(group.sources if alone else (), heading=row.words)
    before = () if alone or not at else (replace(group, rows=rows[:at]),)
    after = () if alone else (SourceGroup(() if at else group.sources, rows[at + 1 :]),)
    groups[place.group : place.group + 1] = [*before, heading, *after]
    return Edited(
        _with_groups(file, place.part, groups), RowPlace(place.part, place.group + len(before))
    )


def _move(step: int) -> Callable[[EasyFile, Edit, RowPlace], Edited]:
    """A row one place up (-1) or down (1); beyond its group it goes on in the next one."""

    def move(file: EasyFile, _edit: Edit, place: RowPlace) -> Edited:
        rows, at = _rows_at(file, place)
        if 0 <= at + step < len(rows):
            swapped = list(rows)
            swapped[at], swapped[at + step] = swapped[at + step], swapped[at]
            return Edited(_with_rows(file, place, swapped), replace(place, row=at + step))
        return _beyond(file, place, step)

    return move


def _beyond(file: EasyFile, place: RowPlace, step: int) -> Edited:
    """A row in the next group that has no heading; of the main points, the whole group moves."""
    groups = list(groups_in(file, place.part))
    last = len(groups) if step > 0 else -1
    to = next((n for n in range(place.group + step, last, step) if not groups[n].heading), None)
    if to is None:
        raise UnsuitableError("this row is the first or the last already.")
    if place.part == POINTS:
        groups[place.group], groups[to] = groups[to], groups[place.group]
        return Edited(_with_groups(file, place.part, groups), replace(place, group=to))
    rows, at = _rows_at(file, place)
    row, other = rows[at], groups[to].rows
    groups[place.group] = replace(groups[place.group], rows=(*rows[:at], *rows[at + 1 :]))
    groups[to] = replace(groups[to], rows=(row, *other) if step > 0 else (*other, row))
    vanishes = step > 0 and not (groups[place.group].sources or groups[place.group].rows)
    row_at = 0 if step > 0 else len(other)
    moved = RowPlace(place.part, to - 1 if vanishes else to, row_at)
    return Edited(_with_groups(file, place.part, groups), moved)


_ROWS: dict[str, Callable[[EasyFile, Edit, RowPlace], Edited]] = {
    "row": _set,
    "split": _split,
    "join": _join,
    "remove": _remove,
    "up": _move(-1),
    "down": _move(1),
    "to_heading": _to_heading,
}


# --- other edits ------------------------------------------------------------------------


def _show(file: EasyFile, edit: Edit) -> Edited:
    """Nothing: the page wants to see the file as it is."""
    return Edited(file, edit.place)


def _add(file: EasyFile, edit: Edit) -> Edited:
    """A row below another, or as the first of a group; a part without groups gets one."""
    groups = list(groups_in(file, edit.place.part))
    if edit.place.row is not None:
        place = row_place(file, edit)
        at = (place.row or 0) + 1
    else:
        found = _group(groups, edit) if edit.group else None
        if found is None and edit.group:
            raise ConflictError(_GONE, _before(groups, edit.place, None), None)
        place, at = RowPlace(edit.place.part, edit.place.group if found is None else found), 0
        if found is None or groups[found].heading:
            to = min(len(groups), place.group + (found is not None))
            groups.insert(to, SourceGroup())
            place = replace(place, group=to)
    rows = groups[place.group].rows
    groups[place.group] = replace(groups[place.group], rows=(*rows[:at], edit.row, *rows[at:]))
    return Edited(_with_groups(file, place.part, groups), replace(place, row=at))


def _heading(file: EasyFile, edit: Edit) -> Edited:
    groups = list(groups_in(file, edit.place.part))
    same = [n for n, g in enumerate(groups) if g.heading and heading_key(g) == edit.key]
    at = _group(groups, edit)
    at = same[0] if len(same) == 1 else at
    if at is None or heading_key(groups[at]) != edit.key:
        # Without a sentence of the post, nothing tells whether it is the same heading.
        now = groups[at].heading if at is not None and groups[at].sources else ""
        place = edit.place if at is None else RowPlace(edit.place.part, at)
        raise ConflictError(_CHANGED if now else _GONE, place, now or None)
    groups[at] = replace(groups[at], heading=edit.words)
    return Edited(_with_groups(file, edit.place.part, groups), RowPlace(edit.place.part, at))


def _title(file: EasyFile, edit: Edit) -> Edited:
    if title_key(file) != edit.key:
        raise ConflictError(_CHANGED, edit.place, file.title)
    if not edit.words:
        raise UnsuitableError("a text must have a title.", remedy="Write one.")
    return Edited(replace(file, title=edit.words), RowPlace(TITLE))


def _explain(file: EasyFile, edit: Edit) -> Edited:
    """A hard word more, in the order of the alphabet where the others are in it."""
    new = _meaning(edit)
    for at, known in enumerate(file.meanings):
        if known.word == new.word:
            raise ConflictError(f"“{known.word}” is explained already.", RowPlace(WORDS, at), known)
    low = new.word.lower()
    later = (n for n, known in enumerate(file.meanings) if known.word.lower() > low)
    at = next(later, len(file.meanings))
    meanings = (*file.meanings[:at], new, *file.meanings[at:])
    return Edited(replace(file, meanings=meanings), RowPlace(WORDS, at))


def _meaning(edit: Edit) -> Meaning:
    word = edit.word.replace("*", "").strip()
    if not word:
        raise UnsuitableError("there is no word.", remedy="Write the word that is to be explained.")
    return Meaning(word, edit.meaning)


def _reword(file: EasyFile, edit: Edit) -> Edited:
    at = _meaning_at(file, edit)
    meanings = (*file.meanings[:at], _meaning(edit), *file.meanings[at + 1 :])
    return Edited(replace(file, meanings=meanings), RowPlace(WORDS, at))


def _forget(file: EasyFile, edit: Edit) -> Edited:
    at = _meaning_at(file, edit)
    meanings = (*file.meanings[:at], *file.meanings[at + 1 :])
    return Edited(replace(file, meanings=meanings), RowPlace(WORDS, at))


def _meaning_at(file: EasyFile, edit: Edit) -> int:
    at = edit.place.group
    if at < len(file.meanings) and meaning_key(file.meanings[at]) == edit.key:
        return at
    same = [n for n, known in enumerate(file.meanings) if meaning_key(known) == edit.key]
    if not same:
        now = next((known for known in file.meanings if known.word == edit.word), None)
        where = file.meanings.index(now) if now else 0
        raise ConflictError(_CHANGED if now else _GONE, RowPlace(WORDS, where), now)
    return same[0]


_OTHERS: dict[str, Callable[[EasyFile, Edit], Edited]] = {
    "show": _show,
    "add": _add,
    "heading": _heading,
    "title": _title,
    "explain": _explain,
    "meaning": _reword,
    "forget": _forget,
}
