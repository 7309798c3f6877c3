"""Pieces → pages: which line stands on which page, and the line above them with the numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from formats.braille.pieces import CellLines
from formats.braille.transcriber import Transcriber
from formats.braille.uncontracted import BLANK

_AFTER_HEADING = 2
"""Lines that stand below a heading on its page."""

_GAP = 2
"""Blank cells between the header and the page numbers beside it."""


class _Page:
    """A page that is being filled."""

    def __init__(self, printed: int) -> None:
        self.lines: list[str] = []
        self.printed = printed


@dataclass(frozen=True, slots=True)
class BraillePages:
    """Lines on pages; `printed` is the printed page of each, 0 for none.

    `headings` is the page of each heading, in order, the first page being 1.
    """

    lines: tuple[tuple[str, ...], ...]
    printed: tuple[int, ...]
    headings: tuple[int, ...]


def paginate(pieces: Sequence[CellLines], length: int, printed: int) -> BraillePages:
    """Pieces on pages of at most `length` lines. Headings are never the last line of a page.

    `printed` is the printed page on which the first piece stands, 0 where none is known.
    """
    pages, headings = [_Page(printed)], []
    for number, piece in enumerate(pieces):
        page = pages[-1]
        blank = bool(piece.apart and page.lines)
        if page.lines and len(page.lines) + blank + _kept(pieces, number) > length:
            pages.append(page := _Page(printed))
            blank = False
        page.lines += [""] * blank
        if piece.turn:
            printed = piece.turn
            if not page.lines:
                page.printed = printed
        if piece.heading:
            headings.append(len(pages))
        for line in piece.lines:
            if len(pages[-1].lines) >= length:
                pages.append(_Page(printed))
            pages[-1].lines.append(line)
    return BraillePages(
        tuple(tuple(page.lines) for page in pages),
        tuple(page.printed for page in pages),
        tuple(headings),
    )


def _kept(pieces: Sequence[CellLines], number: int) -> int:
    """How many lines from a piece on must stand on one page."""
    lines = 0
    for at in range(number, len(pieces)):
        piece = pieces[at]
        lines += piece.apart if at > number else 0
        if not piece.with_next:
            return lines + min(len(piece.lines), _AFTER_HEADING if at > number else 1)
        lines += len(piece.lines)
    return lines


def numbered(pages: BraillePages, header: str, by: Transcriber) -> tuple[tuple[str, ...], ...]:
    """BraillePages with a first line: the printed page, the header, and the page in braille."""
    made = []
    for number, (lines, printed) in enumerate(zip(pages.lines, pages.printed, strict=True), 1):
        left = by.plain(str(printed)) if printed else ""
        right = by.plain(str(number))
        room = by.width - 2 * (max(len(left), len(right)) + _GAP)
        middle = _shortened(header, room) if number > 1 else ""
        start = (by.width - len(middle)) // 2 if middle else len(left)
        line = left.ljust(start, BLANK) + middle
        made.append((line.ljust(by.width - len(right), BLANK) + right, *lines))
    return tuple(made)


def _shortened(cells: str, room: int) -> str:
    """As many words of a header as there is room for."""
    while len(cells) > room:
        cells = cells.rpartition(BLANK)[0]
    return cells
