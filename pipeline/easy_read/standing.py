"""How far a text has come, and what is next, in plain words for its editor."""

from collections.abc import Iterator, Sequence

from formats.model import Stage
from pipeline.easy_read import edition, marks
from pipeline.easy_read.edition import Opened
from pipeline.easy_read.faults import opened
from pipeline.easy_read.marks import Kept
from pipeline.easy_read.tables import CHECKED_BY, DATE
from pipeline.easy_read.writing import EasyPost


def lines(place: EasyPost) -> Iterator[str]:
    """Where a text stands, what groups said of it, and the next step. Raises as `opened`."""
    found = opened(place)
    known = marks.kept(place.path, place.root)
    yield f"{found.file.name}: {_stage(found)}"
    for number in sorted({one.round for one in known}):
        yield _round(number, known)
    for finding in edition.findings(found, place.post):
        yield f"{finding.message} {finding.remedy}"
    yield f"Next: {_next(found, known, place)}"


def _stage(found: Opened) -> str:
    now = found.state
    match now.stage:
        case Stage.DRAFT:
            return "a draft, as the computer wrote it. Nobody has worked on it yet."
        case Stage.EDITED:
            again = " Since then it was changed." if now.round else ""
            times = f"A group has checked it {_times(now.round)}.{again}" if now.round else ""
            return f"edited. {times or 'No group has checked it yet.'}"
        case Stage.CHECKED:
            return f"a group has checked it as it is now (round {now.round}). It is not signed."
        case Stage.SIGNED:
            return f"signed on {found.file.fact('signed_on')}. It is called Easy Read."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _round(number: int, known: Sequence[Kept]) -> str:
    said = [one.answer.answer for one in known if one.round == number and one.answer.is_mark]
    counts = ", ".join(f"{said.count(mark)} {mark}" for mark in dict.fromkeys(sorted(said)))
    left = sum(one.is_open for one in known if one.round == number)
    closed = f"; {left} not closed" if left else ""
    who = marks.fact(known, number, CHECKED_BY)
    by = f" by {who}" if who else ""
    return f"Round {number}, {marks.fact(known, number, DATE)}{by}: {counts}{closed}."


def _next(found: Opened, known: Sequence[Kept], place: EasyPost) -> str:
    """What to do now."""
    slug, stage = place.post.slug, found.state.stage
    empty = sum(not row.words for row in found.file.rows)
    left = sum(one.is_open for one in known)
    if stage is Stage.SIGNED:
        return "nothing. make publish puts it beside the post."
    if stage is Stage.DRAFT:
        return "choose, shorten and explain: make serve, then open the page that it names."
    if empty:
        return f"write the rows that have no words ({empty}), or remove them."
    if left:
        file = marks.file_of(place.path).name
        return (
            f"look at the marks that are not closed ({left}). Change the text, and write into the"
            f" column “closed” of {file} what you did."
        )
    if stage is Stage.EDITED:
        return f"print the pack for a group: .venv/bin/allways easy-read pack {slug}"
    return (
        f"sign it: .venv/bin/allways easy-read sign {slug} --by NAME --named yes|no --paid yes|no"
    )


def taken(lines: Sequence[Kept], place: EasyPost) -> Iterator[str]:
    """What a group said, after its answers were taken back."""
    yield f"Kept in {marks.file_of(place.path).name}. {_round(lines[0].round, lines)}"
    for one in lines:
        if one.is_open:
            better = f" Better words: {one.answer.better}" if one.answer.better else ""
            yield f"Row {one.answer.row} is {one.answer.answer}: {one.answer.words}{better}"
