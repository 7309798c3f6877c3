"""`requests.csv`: who asked for what, kept line by line as the editor wrote it.

A spreadsheet may have saved it: with a byte order mark, with ";" between the cells, in the
alphabet of Windows, with a line "sep=;" at the top. Only the lines of requests that were
answered are written again; each other line keeps its bytes.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline import dates
from pipeline.errors import ReadError, SettingsError

FILE = "requests.csv"

COLUMNS = ("date", "reader", "post", "format", "note")
ANSWERED, REVIEWED = "answered", "reviewed"
"""The columns that Allways fills in: when a reply was drafted, and when a need was asked about."""

ALL = "all"
"""In the column `post`: a standing need, for every post."""

_HEADER = ",".join(COLUMNS)
_BOM = b"\xef\xbb\xbf"
_SIGNS = ",;\t"
_COUNTED = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Wish:
    """One request: its line, and its cells; `answered` and `reviewed` are None if it was not."""

    line: int
    asked: date
    reader: str
    post: str
    format: str
    note: str
    answered: date | None = None
    reviewed: date | None = None

    @property
    def standing(self) -> bool:
        """Whether the reader needs the format always."""
        return self.post.casefold() == ALL

    @property
    def place(self) -> str:
        """Where it stands, for people."""
        return f"{FILE}:{self.line}"


@dataclass(frozen=True, slots=True)
class _Record:
    """One line of the file, or several if a cell has line breaks; `cells` is () for no request."""

    line: int
    raw: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requests:
    """The file as it was read; `marked` gives its bytes with some requests marked."""

    wishes: tuple[Wish, ...]
    errors: tuple[ReadError, ...]
    _records: tuple[_Record, ...]
    _columns: tuple[str, ...]
    _sign: str
    _encoding: str
    _mark: bytes

    def marked(self, marks: Mapping[int, Mapping[str, date]]) -> bytes:
        """The file with days written into the columns of some lines, by line and column."""
        missing = [c for c in (ANSWERED, REVIEWED) if any(c in m for m in marks.values())]
        columns = (*self._columns, *(c for c in missing if c not in self._columns))
        written = [self._written(record, columns, marks) for record in self._records]
        return self._mark + "".join(written).encode(self._encoding)

    def _written(
        self, record: _Record, columns: Sequence[str], marks: Mapping[int, Mapping[str, date]]
    ) -> str:
        is_header = record.cells and _named(record.cells) == self._columns
        if is_header and len(columns) > len(self._columns):
            return self._row([*record.cells, *columns[len(self._columns) :]], record.raw)
        if record.line not in marks:
            return record.raw
        cells = [*record.cells, *[""] * (len(columns) - len(record.cells))]
        for column, day in marks[record.line].items():
            cells[columns.index(column)] = day.isoformat()
        return self._row(cells, record.raw)

    def _row(self, cells: Sequence[str], raw: str) -> str:
        """The cells as a line, ended as the old one was."""
        out = io.StringIO()
        # Only with this end of line are cells that have line breaks put in quotation marks.
        csv.writer(out, delimiter=self._sign, lineterminator="\r\n").writerow(cells)
        return out.getvalue().removesuffix("\r\n") + raw[len(raw.rstrip("\r\n")) :]


def read(data: bytes, language: str) -> Requests:
    """The requests in the bytes of a file; dates as people of the language's region write them.

    A line that can't be understood is an error, and the others are read. Raises `SettingsError`
    where the first line does not name the columns.
    """
    mark = _BOM if data.startswith(_BOM) else b""
    text, encoding = _decoded(data[len(mark) :])
    sign = _sign(text)
    records = tuple(_records(text, sign))
    header = next((record for record in records if record.cells), None)
    columns = _named(header.cells) if header else ()
    absent = [name for name in COLUMNS if name not in columns]
    if header is None or absent:
        raise SettingsError(
            f"the first line does not name the columns: {', '.join(absent)}.",
            where=FILE,
            remedy=f"Let the first line be: {_HEADER}",
        )
    wishes: list[Wish] = []
    errors: list[ReadError] = []
    for record in records:
        if record.cells and record is not header:
            found = _wish(record, dict(zip(columns, record.cells, strict=False)), language)
            if isinstance(found, Wish):
                wishes.append(found)
            else:
                errors.append(found)
    return Requests(tuple(wishes), tuple(errors), records, columns, sign, encoding, mark)


def _decoded(data: bytes) -> tuple[str, str]:
    """The text and its encoding: UTF-8, or else that of Windows, in which Excel saves."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _sign(text: str) -> str:
    """What stands between the cells, by the first line that names a column."""
    head = next((line for line in text.splitlines() if COLUMNS[0] in line.lower()), "")
    return max(_SIGNS, key=head.count)


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.strip().lower() for cell in cells)


def _records(text: str, sign: str) -> Iterator[_Record]:
    """Each line of the file with its cells; comments, empty lines and "sep=;" have none."""
    lines = _split(text, "\n" if "\n" in text else "\r")
    at = 0
    while at < len(lines):
        if _is_no_request(lines[at]):
            yield _Record(at + 1, lines[at], ())
            at += 1
            continue
        reader = csv.reader(iter(lines[at:]), delimiter=sign, strict=True)
        cells = _cells(reader, at + 1)
        after = at + reader.line_num
        yield _Record(at + 1, "".join(lines[at:after]), tuple(cells) if any(cells) else ())
        at = after


def _cells(reader: Iterator[list[str]], line: int) -> list[str]:
    """The cells of a record; an open quotation mark would swallow the requests after it."""
    try:
        return next(reader)
    except csv.Error as error:
        raise SettingsError(
            f"the quotation marks of this line do not match ({error}).",
            where=f"{FILE}:{line}",
            remedy='A cell that has " in it stands in " ", and each " inside is written twice.',
        ) from error


def _split(text: str, end: str) -> list[str]:
    """Lines with their ends; other characters that end a line for Unicode stay in their cells."""
    *whole, last = text.split(end)
    return [line + end for line in whole] + ([last] if last else [])


def _is_no_request(line: str) -> bool:
    plain = line.strip()
    return not plain or plain.startswith("#") or plain.lower().startswith("sep=")


def _wish(record: _Record, cells: Mapping[str, str], language: str) -> Wish | ReadError:
    place = f"{FILE}:{record.line}"
    found = {name: " ".join(cells.get(name, "").split()) for name in (*COLUMNS, ANSWERED, REVIEWED)}
    days = {name: _day(found[name], language) for name in ("date", ANSWERED, REVIEWED)}
    for name, day in days.items():
        if day is None and (found[name] or name == "date"):
            remedy = "Write a day as in 2026-05-31 or 31/05/2026."
            return ReadError(f'"{found[name]}" in the column {name} is no date.', where=place,
                             remedy=remedy)  # fmt: skip
    for name in ("reader", "post", "format"):
        if not found[name]:
            remedy = "Fill it in; for every post, write “all” in the column post."
            return ReadError(f"the column {name} is empty.", where=place, remedy=remedy)
    asked = days["date"]
    assert asked is not None  # told above
    wish = Wish(record.line, asked, found["reader"], found["post"], found["format"], found["note"])
    return replace(wish, answered=days[ANSWERED], reviewed=days[REVIEWED])


def _day(text: str, language: str) -> date | None:
    moment, _ = dates.written(text, language)
    return moment.date() if moment else None


def calculated(wish: Wish) -> str:
    """The first cell of a request that a spreadsheet would calculate; "" for none."""
    cells = (wish.reader, wish.post, wish.format, wish.note)
    return next((cell for cell in cells if cell.startswith(_COUNTED)), "")
