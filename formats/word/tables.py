"""Tables at the size of large print: a table where it fits, "Heading: value" where not."""

import re

from formats import walk
from formats.languages import direction
from formats.model import Table
from formats.tables import Placed, is_header_row, placed
from formats.word.paragraphs import ParagraphKind, paragraph
from formats.word.running_text import BREAK, Here, LetterLook, our_text, sentences
from formats.word.styles import style_id

_MOST_COLUMNS = 4
"""With more columns, letters of this size do not fit (RNIB)."""

_LINE = 40
"""Letters of a line: 160 mm at 18 point, when they are bold."""

_PADDING = 2  # letters, left and right of a cell's words together
_WIDTH = 9072  # twentieths of a point: the width of the lines

# A line may end after each Chinese or Japanese character.
_WORDS = re.compile(r"[^\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+")

_STRONG = LetterLook("Strong")


def table(block: Table, here: Here) -> str:
    """A table with its caption before it."""
    grid = placed(block)
    caption = sentences(block.caption, here)
    above = paragraph(caption, here, ParagraphKind("caption", kept=bool(grid))) if caption else ""
    if not grid:
        return above
    return above + (_grid(block, grid, here) if _fits(grid) else _lines(block, grid, here))


def _fits(grid: list[Placed]) -> bool:
    """Whether the longest words of the columns stand side by side."""
    columns = max(p.x + p.cell.columns for p in grid)
    widest = [0.0] * columns
    for spot in grid:
        longest = max(map(len, _WORDS.findall(walk.text(spot.cell.sentences))), default=0)
        for x in range(spot.x, spot.x + spot.cell.columns):
            widest[x] = max(widest[x], (longest + _PADDING) / spot.cell.columns)
    return columns <= _MOST_COLUMNS and sum(widest) <= _LINE


def _heads(block: Table) -> int:
    """How many rows at the top are header rows."""
    rows = [row for row in block.rows if row.cells]
    return next((n for n, row in enumerate(rows) if not is_header_row(row)), len(rows))


# --- a table ----------------------------------------------------------------------------


def _grid(block: Table, grid: list[Placed], here: Here) -> str:
    columns = max(p.x + p.cell.columns for p in grid)
    heads = _heads(block)
    right = "<w:bidiVisual/>" if direction(here.language) == "rtl" else ""
    each = _WIDTH // columns
    rows = "".join(
        _row(grid, y, here, each=each, head=y < heads) for y in range(1 + max(p.y for p in grid))
    )
    across = f'<w:gridCol w:w="{each}"/>' * columns
    # A paragraph after it, because two tables without one between them are one table to Word.
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id("Table Grid")}"/>{right}'
        f'<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0020" w:firstRow="{int(heads > 0)}"/>'
        f"</w:tblPr><w:tblGrid>{across}</w:tblGrid>{rows}</w:tbl>"
        + paragraph("", here, ParagraphKind("Table Cell"))
    )


def _row(grid: list[Placed], y: int, here: Here, *, each: int, head: bool) -> str:
    """A row; a header row is told to be one, and comes again on each page."""
    there = (p for p in grid if p.y <= y < p.y + p.cell.rows)
    cells = "".join(_cell(p, y, here, each=each, head=head) for p in there)
    header = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _cell(spot: Placed, y: int, here: Here, *, each: int, head: bool) -> str:
    cell = spot.cell
    width = f'<w:tcW w:w="{each * cell.columns}" w:type="dxa"/>'
    across = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    begins = ' w:val="restart"' if y == spot.y else ""
    down = f"<w:vMerge{begins}/>" if cell.rows > 1 else ""
    words = ""
    if y == spot.y:
        words = sentences(cell.sentences, here, _STRONG if cell.header else LetterLook())
    inner = paragraph(words, here, ParagraphKind("Table Cell", kept=head))
    return f"<w:tc><w:tcPr>{width}{across}{down}</w:tcPr>{inner}</w:tc>"


# --- lines ------------------------------------------------------------------------------


def _lines(block: Table, grid: list[Placed], here: Here) -> str:
    """Each row as a paragraph, with every value after the heading of its column on a line."""
    heads = _heads(block)
    down = 1 + max(p.y for p in grid)
    if heads == down:
        heads = 0
    above = [p for p in grid if p.y < heads and p.cell.sentences]
    rows: dict[int, list[str]] = {y: [] for y in range(heads, down)}
    for spot in grid:
        if spot.cell.sentences and spot.y >= heads:
            rows[spot.y].append(_line(spot, above, here))
    return "".join(
        paragraph(BREAK.join(lines), here, ParagraphKind("Table Row"))
        for lines in rows.values()
        if lines
    )


def _line(spot: Placed, above: list[Placed], here: Here) -> str:
    """A value after the heading of its column; without one, a row's own heading is in bold."""
    over = [h for h in above if h.x <= spot.x < h.x + h.cell.columns]
    value = sentences(spot.cell.sentences, here, _STRONG if spot.cell.header else LetterLook())
    names = our_text(", ", here).join(sentences(h.cell.sentences, here, _STRONG) for h in over)
    return f"{names}{our_text(': ', here, bold=True)}{value}" if over else value
