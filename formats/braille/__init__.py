"""Braille: the post as BRF and PEF for embossers and displays, and as an eBraille book.

Pages after what RNIB made for eBraille's samples, and UKAAF B004: 38 cells by 27 lines, where the
settings say nothing. A file says in which code it is, by which table, and that no reader of
braille has checked it, until one has.
"""

from collections.abc import Iterator, Sequence

from formats.braille.book import book
from formats.braille.cells import to_ascii
from formats.braille.facts import facts_of
from formats.braille.front import contents, statement, strong_rule, title
from formats.braille.paging import BraillePages, numbered, paginate
from formats.braille.pef import pef
from formats.braille.pieces import CellLines, pieces
from formats.braille.transcriber import Transcriber, name, transcriber, unsigned, written
from formats.errors import FormatError
from formats.model import Edition, OutputFile
from formats.offers import BRF, EBRAILLE, PEF

__all__ = ["name", "render", "unsigned", "written"]

_SHORT = 4
"""A post of so many pages has no contents."""

_FREE = 5
"""Cells at the end of a line of the contents that only page numbers stand in."""


def render(edition: Edition) -> Iterator[OutputFile]:
    """BRF, PEF and eBraille.

    Raises `FormatError` where there is no braille code for the post, or its cells have eight dots.
    """
    code = edition.braille
    if code is None:
        raise FormatError(
            "no braille table is known for its language.",
            "Under [braille] in publication.toml, name a table.",
        )
    by = transcriber(edition, code)
    choices = edition.publication.braille
    body = [*pieces(edition.post.blocks, by), CellLines((strong_rule(by),))]
    front = [*title(edition, by), CellLines((strong_rule(by),))]
    pages = numbered(_laid_out(front, body, by, choices.height - 1), _header(edition, by), by)
    facts = facts_of(edition, code, statement(edition, by))
    brf = "".join("".join(f"{to_ascii(line)}\n" for line in page) + "\f" for page in pages)
    yield OutputFile(BRF, "application/x-brf", brf.encode("ascii"))
    size = (choices.width, choices.height)
    yield OutputFile(PEF, "application/x-pef+xml", pef(pages, size, facts))
    yield OutputFile(EBRAILLE, "application/ebrl+zip", book(edition, by, facts))


def _header(edition: Edition, by: Transcriber) -> str:
    """The title as it stands on the first line of each page."""
    return by.plain(edition.post.title)


def _laid_out(
    front: Sequence[CellLines], body: Sequence[CellLines], by: Transcriber, length: int
) -> BraillePages:
    """Front, contents and post on pages; the contents are made again until their numbers hold."""
    printed = 1 if by.printed else 0
    pages = paginate([*front, *body], length, printed)
    if len(pages.lines) <= _SHORT:
        return pages
    headings = [piece for piece in body if piece.heading]
    for _ in range(3):
        kept = max(_FREE, len(by.plain(str(len(pages.lines)))) + 2)
        listed = contents(headings, pages.headings, kept, by)
        pages = paginate([*front[:-1], *listed, front[-1], *body], length, printed)
    return pages
