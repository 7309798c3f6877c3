"""SLUG.easy.marks.csv beside a post: what groups said of its easy-read text, round by round.

The lines are those of the packs' tables, each with its round. The last column, "closed", is for
the editor, who writes there what was done about a mark that is "not clear" or "wrong".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from formats.easy_read.sections import MARKS
from pipeline import spreadsheet
from pipeline.easy_read import tables
from pipeline.easy_read.easy_file import SUFFIX
from pipeline.easy_read.state import Round
from pipeline.easy_read.tables import CHECKED_BY, DATE, VERSION, Answer
from pipeline.errors import ReadError, SettingsError
from pipeline.source import EASY_READ, printable
from pipeline.store.files import write_all

CLOSED = "closed"
COLUMNS = ("round", *tables.COLUMNS, CLOSED)

_OPEN = MARKS[1:]
_ROUND = re.compile("[1-9][0-9]{0,5}")


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer of a round, and what the editor did about it; `line` is where it stands."""

    round: int
    answer: Answer
    closed: str = ""
    line: int = 0

    @property
    def is_open(self) -> bool:
        """Whether a group said that something must be done, and nothing has been."""
        return self.answer.is_mark and self.answer.answer in _OPEN and not self.closed


def beside(path: Path, name: str) -> Path:
    """Another file of an edition: `beside(tide.easy.md, "marks.csv")` is tide.easy.marks.csv."""
    return path.with_name(f"{path.name.removesuffix(SUFFIX)}{EASY_READ}{name}")


def file_of(path: Path) -> Path:
    """The file of the marks of the edition in `path`."""
    return beside(path, "marks.csv")


def rounds_of(path: Path, root: Path) -> tuple[Round, ...]:
    """The rounds of the edition in `path`. Raises `ReadError` with file and line."""
    return rounds(kept(path, root))


def rounds(known: Iterable[Kept]) -> tuple[Round, ...]:
    """The rounds of some answers, each with the digest of the text that its pack had."""
    return tuple(Round(k.round, k.answer.answer) for k in known if k.answer.row == VERSION)


def kept(path: Path, root: Path) -> tuple[Kept, ...]:
    """What groups said of the edition in `path`; () where none has.

    Raises `ReadError` with file and line: a broken table stops this edition alone.
    """
    file = file_of(path)
    name = printable(file.relative_to(root).as_posix())
    try:
        data = spreadsheet.of(file, root)
        found = tables.read(data, name, COLUMNS) if data is not None else ()
        return _checked([_kept(number, row, name) for number, row in found], name)
    except SettingsError as error:
        raise ReadError(error.message, where=error.where, remedy=error.remedy) from error


def _kept(number: int, row: dict[str, str], name: str) -> Kept:
    where = f"{name}:{number}"
    written = row["round"]
    if not _ROUND.fullmatch(written):
        remedy = "Write there which round it was: 1, 2 and so on."
        raise SettingsError(f"“{written}” is no round.", where=where, remedy=remedy)
    answer = Answer(row["row"].lower(), row["words"], row["answer"], row["better words"])
    if answer.is_mark and answer.answer not in MARKS:
        raise SettingsError(
            f"“{answer.answer}” is no answer to row “{answer.row}”.",
            where=where,
            remedy=f"Write one of: {', '.join(MARKS)}.",
        )
    return Kept(int(written), answer, row[CLOSED], number)


def _checked(found: Sequence[Kept], name: str) -> tuple[Kept, ...]:
    """The lines, of which none is there twice, and each round of which says its version."""
    lines: dict[tuple[int, str], int] = {}
    for one in found:
        key = one.round, one.answer.row
        if key in lines:
            raise SettingsError(
                f"row “{one.answer.row}” has two answers in round {one.round};"
                f" the other is on line {lines[key]}.",
                where=f"{name}:{one.line}",
                remedy="Remove one of the two lines.",
            )
        lines[key] = one.line
    for one in found:
        if (one.round, VERSION) not in lines:
            raise SettingsError(
                f"round {one.round} does not say of which version of the text it was.",
                where=f"{name}:{one.line}",
                remedy=f"Put back its line “{VERSION}”, or take the answers back once more.",
            )
    return tuple(found)


def fact(known: Iterable[Kept], number: int, name: str) -> str:
    """A fact of a round, or ""."""
    found = (k.answer.answer for k in known if k.round == number and k.answer.row == name)
    return next(found, "")


def keep(path: Path, known: Sequence[Kept], answers: Sequence[Answer]) -> tuple[Kept, ...]:
    """Add the answers of a group as another round, and write the file; returns their lines.

    Raises `SettingsError` where the answers of that meeting are there already.
    """
    given = {answer.row: answer.answer for answer in answers}
    for one in rounds(known):
        same = (VERSION, DATE, CHECKED_BY)
        if all(fact(known, one.number, name) == given[name] for name in same):
            raise SettingsError(
                f"the answers of this meeting are there already, as round {one.number}.",
                where=file_of(path).name,
                remedy="To correct an answer, change it in that file.",
            )
    number = max((one.round for one in known), default=0) + 1
    new = tuple(Kept(number, answer) for answer in answers)
    write(path, (*known, *new))
    return new


def write(path: Path, known: Iterable[Kept]) -> None:
    """Write the file of the marks of the edition in `path`, whole or not at all."""
    lines = (
        (str(k.round), k.answer.row, k.answer.words, k.answer.answer, k.answer.better, k.closed)
        for k in known
    )
    write_all(path.parent, [(file_of(path).name, tables.write(COLUMNS, lines))])
