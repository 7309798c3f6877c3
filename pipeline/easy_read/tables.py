"""Tables of what a group said of a text: the one that comes with a pack, and the one that is kept.

A line is a fact of the meeting (the version, the day, who checked), a row of the text by its
number, or a question after a section.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline import spreadsheet
from pipeline.errors import SettingsError

COLUMNS = ("row", "words", "answer", "better words")

VERSION = "version"
DATE = "date"
CHECKED_BY = "checked by"
NAMED = "named"
PAID = "paid"
LEARNING_DISABILITY = "learning disability"

FACTS = {
    VERSION: "The version of the text. Leave it as it is.",
    DATE: "The day of the meeting, such as 2026-05-31",
    CHECKED_BY: "Who checked it: the group, or its people",
    NAMED: "May they be named? yes or no",
    PAID: "Were they paid? yes or no",
    LEARNING_DISABILITY: "Were there people with a learning disability in the group? yes or no",
}
"""The facts of a meeting, each with what it asks."""

_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Answer:
    """A line: `row` is a number, a fact or a question; `words` is what it asks."""

    row: str
    words: str
    answer: str = ""
    better: str = ""

    @property
    def is_mark(self) -> bool:
        """Whether it is about a row of the text."""
        return self.row.isdecimal()


def write(columns: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV that spreadsheets open as UTF-8, and in which they calculate nothing."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_cell(cell) for cell in line] for line in (columns, *lines))
    return out.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """A space before what a spreadsheet would take for a formula; reading leaves it out."""
    return f" {text}" if text.startswith(_FORMULA) else text


def read(data: bytes, file: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines of a table by the names of its columns, with their numbers; empty ones are left.

    Raises `SettingsError` with file and line; for another column too, which would be lost.
    """
    rows = spreadsheet.rows(data, file)
    first, header = next(((n, row) for n, row in rows if any(row)), (1, []))
    names = [" ".join(cell.lower().split()) for cell in header]
    named = [name for name in names if name]
    if set(columns) != set(named) or len(set(named)) < len(named):
        raise SettingsError(
            "the first line must name the columns.",
            where=f"{file}:{first}",
            remedy=f"Write: {','.join(columns)}",
        )
    for number, row in rows:
        if any(cell.strip() for cell in row[len(names) :]):
            raise SettingsError(
                f"this line has more than {len(names)} parts.",
                where=f"{file}:{number}",
                remedy='Put quotes around a part with a comma in it: "yes, often".',
            )
        found = {name: " ".join(cell.split()) for name, cell in zip(names, row, strict=False)}
        if any(found.values()):
            yield number, {name: found.get(name, "") for name in columns}
