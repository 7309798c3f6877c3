"""Tables as markup."""

from formats.markup.place import Place, escape
from formats.markup.running_text import write_sentences
from formats.model import Cell, Row, Table


def write_table(table: Table, place: Place) -> str:
    """A table; on the web in a box that scrolls, which the keyboard must reach (WCAG 2.1.1).

    A book has no such box: reading systems page, and lay tables out themselves.
    """
    rows = [row for row in table.rows if row.cells]
    if not rows and not table.caption:
        return ""
    body = next((n for n, row in enumerate(rows) if not _is_header(row)), len(rows))
    caption = (
        f"<caption>{write_sentences(table.caption, place)}</caption>\n" if table.caption else ""
    )
    parts = _rows("thead", rows[:body], place) + _rows("tbody", rows[body:], place)
    written = f"<table>\n{caption}{parts}</table>"
    if place.dialect.xhtml:
        return written
    return f'<div class="table" role="group" {_table_name(table)} tabindex="0">\n{written}\n</div>'


def _table_name(table: Table) -> str:
    ids = " ".join(escape(sentence.id) for sentence in table.caption if sentence.id)
    return f'aria-labelledby="{ids}"' if ids else 'aria-label="Table"'


def _is_header(row: Row) -> bool:
    return all(cell.header for cell in row.cells)


def _rows(part: str, rows: list[Row], place: Place) -> str:
    if not rows:
        return ""
    written = "".join(_row(row, len(rows) - n, place) for n, row in enumerate(rows))
    return f"<{part}>\n{written}</{part}>\n"


def _row(row: Row, left: int, place: Place) -> str:
    scope = "col" if _is_header(row) else "row"
    return f"<tr>{''.join(_cell(cell, scope, left, place) for cell in row.cells)}</tr>\n"


def _cell(cell: Cell, scope: str, left: int, place: Place) -> str:
    """A cell; an empty header names nothing, so it is none. Spans end with their row group."""
    words = write_sentences(cell.sentences, place)
    name, attributes = ("th", f' scope="{scope}"') if cell.header and words else ("td", "")
    if cell.columns > 1:
        attributes += f' colspan="{cell.columns}"'
    if min(cell.rows, left) > 1:
        attributes += f' rowspan="{min(cell.rows, left)}"'
    return f"<{name}{attributes}>{words}</{name}>"
