"""Tables as markup."""

from formats.markup.context import Context, escape
from formats.markup.running_text import write_sentences
from formats.model import Cell, Row, Table


def write_table(table: Table, context: Context) -> str:
    """A table; on the web in a box that scrolls and has keyboard focus (WCAG 2.1.1).

    A book has no such box: reading systems have pages, and lay out tables themselves.
    """
    rows = [row for row in table.rows if row.cells]
    if not rows and not table.caption:
        return ""
    body = next((n for n, row in enumerate(rows) if not _is_header(row)), len(rows))
    caption = (
        f"<caption>{write_sentences(table.caption, context)}</caption>\n" if table.caption else ""
    )
    parts = _rows("thead", rows[:body], context) + _rows("tbody", rows[body:], context)
    written = f"<table>\n{caption}{parts}</table>"
    if context.dialect.xhtml:
        return written
    name = _table_name(table, context)
    return f'<div class="table" role="group" {name} tabindex="0">\n{written}\n</div>'


def _table_name(table: Table, context: Context) -> str:
    ids = " ".join(escape(sentence.id) for sentence in table.caption if sentence.id)
    name = escape(context.dialect.ours.page.table)
    return f'aria-labelledby="{ids}"' if ids else f'aria-label="{name}"'


def _is_header(row: Row) -> bool:
    return all(cell.header for cell in row.cells)


def _rows(part: str, rows: list[Row], context: Context) -> str:
    if not rows:
        return ""
    written = "".join(_row(row, len(rows) - n, context) for n, row in enumerate(rows))
    return f"<{part}>\n{written}</{part}>\n"


def _row(row: Row, left: int, context: Context) -> str:
    scope = "col" if _is_header(row) else "row"
    return f"<tr>{''.join(_cell(cell, scope, left, context) for cell in row.cells)}</tr>\n"


def _cell(cell: Cell, scope: str, left: int, context: Context) -> str:
    """A cell; an empty header cell is an ordinary one. Spans end with their row group."""
    words = write_sentences(cell.sentences, context)
    name, attributes = ("th", f' scope="{scope}"') if cell.header and words else ("td", "")
    if cell.columns > 1:
        attributes += f' colspan="{cell.columns}"'
    if min(cell.rows, left) > 1:
        attributes += f' rowspan="{min(cell.rows, left)}"'
    return f"<{name}{attributes}>{words}</{name}>"
