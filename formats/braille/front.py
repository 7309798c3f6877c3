"""What stands before the post: its title, what is said of the edition, and the contents."""

from collections.abc import Iterator, Sequence

from formats.braille.cells import centred, fill, rule
from formats.braille.pieces import CellLines
from formats.braille.transcriber import Transcriber
from formats.braille.uncontracted import BLANK
from formats.model import Edition

_LEADER = "⠤"
_LEAST_LEADERS = 3
_LEAST_ENTRIES = 2


def title(edition: Edition, by: Transcriber) -> Iterator[CellLines]:
    """The title with a line of colons below it, the facts about the post, and those of braille."""
    lines = (*centred(by.plain(edition.post.title), by.width), strong_rule(by))
    yield CellLines(lines, with_next=True)
    for sentence in edition.about:
        yield CellLines(fill(by.cells(by.runs((sentence,))), by.width, 2, 0))
    yield CellLines(fill(by.note(statement(edition, by)), by.width, 2, 0))


def strong_rule(by: Transcriber) -> str:
    """The line of colons below a title, and at the end."""
    return rule("⠒", by.width, unified=by.code.unified)


def statement(edition: Edition, by: Transcriber) -> str:
    """What readers must know of the edition: its code, who checked it, and its page numbers."""
    said, reader = by.said, edition.publication.braille.proofread_by
    table = by.code.table or said.own_table
    parts = [
        said.made.format(code=by.code.name, table=table),
        said.proofread.format(reader) if reader else said.unread,
    ]
    return " ".join([*parts, said.printed] if by.printed else parts)


def contents(
    headings: Sequence[CellLines], pages: Sequence[int], kept: int, by: Transcriber
) -> Iterator[CellLines]:
    """A line for each heading with its page; the last `kept` cells of other lines are blank."""
    if len(headings) < _LEAST_ENTRIES:
        return
    yield CellLines(centred(by.plain(by.said.contents), by.width), apart=True, with_next=True)
    page = by.plain(by.said.page)
    yield CellLines((page.rjust(by.width, BLANK),) if len(page) <= by.width else (), with_next=True)
    top = min(piece.level for piece in headings)
    rest = 2 * (max(piece.level for piece in headings) - top + 1)
    for piece, number in zip(headings, pages, strict=True):
        indent = 2 * (piece.level - top)
        lines = fill(piece.heading, by.width - kept, indent, rest)
        yield CellLines((*lines[:-1], _entry(lines[-1], by.plain(str(number)), by.width)))


def _entry(line: str, number: str, width: int) -> str:
    room = width - len(line) - len(number) - 2
    leaders = _LEADER * room if room >= _LEAST_LEADERS else BLANK * room
    return line + BLANK + leaders + BLANK + number
