"""The table of a pack: made with the pack, filled in by an editor, and taken back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from formats import walk
from formats.easy_read.sections import MARKS, QUESTIONS, sections
from formats.model import EasyRow, EasyText
from pipeline.dates import written
from pipeline.easy_read import tables
from pipeline.easy_read.tables import (
    CHECKED_BY,
    COLUMNS,
    DATE,
    FACTS,
    LEARNING_DISABILITY,
    NAMED,
    PAID,
    VERSION,
    Answer,
)
from pipeline.errors import SettingsError

Line = tuple[int, Answer]


def asked(text: EasyText, version: str) -> tuple[Answer, ...]:
    """Every line of the table of a pack, with nothing answered but the version."""
    return tuple(_asked(text, version))


def _asked(text: EasyText, version: str) -> Iterator[Answer]:
    for fact, words in FACTS.items():
        yield Answer(fact, words, version if fact == VERSION else "")
    for number, section in enumerate(sections(text), 1):
        for row, one in section.rows:
            yield Answer(str(row), _said(one))
        for question, words in enumerate(QUESTIONS, 1):
            yield Answer(f"section {number} question {question}", words)


def _said(row: EasyRow) -> str:
    """The words of a row in one line, with its entries."""
    lines = (row.sentence, *row.entries)
    return " • ".join(" ".join(walk.plain(line.inlines).split()) for line in lines)


def write(answers: Iterable[Answer]) -> bytes:
    """The table of some answers."""
    return tables.write(COLUMNS, ((a.row, a.words, a.answer, a.better) for a in answers))


def lines(data: bytes, file: str) -> Iterator[Line]:
    """Each line of a table with its number. Raises `SettingsError` with file and line."""
    for number, row in tables.read(data, file, COLUMNS):
        name = row["row"].lower()
        yield number, Answer(name, row["words"], row["answer"], row["better words"])


def is_filled(data: bytes, file: str) -> bool:
    """Whether somebody has written into a table. Raises `SettingsError` where it is broken."""
    found = (answer for _, answer in lines(data, file))
    return any(a.better or (a.answer and a.row != VERSION) for a in found)


def read(data: bytes, file: str, pack: Sequence[Answer], language: str) -> tuple[Answer, ...]:
    """The answers to a pack, in its order. `language` is that of the post, for the day.

    Raises `SettingsError` with file and line where they are of another version, where a line is
    unknown, there twice, or missing, or where an answer can't be understood.
    """
    found = list(lines(data, file))
    _same_version(found, file, pack)
    wanted = {answer.row: answer for answer in pack}
    known: dict[str, Line] = {}
    for number, answer in found:
        where = f"{file}:{number}"
        if answer.row not in wanted:
            raise SettingsError(
                f"there is no row “{answer.row}” in this pack.",
                where=where,
                remedy="Write the number that stands before the row in the pack.",
            )
        if answer.row in known:
            raise SettingsError(
                f"row “{answer.row}” has two answers; the other is on line {known[answer.row][0]}.",
                where=where,
                remedy="Keep one of them: what the group agreed on.",
            )
        known[answer.row] = number, _understood(answer, wanted[answer.row], where, language)
    _complete(known, pack, file)
    return tuple(known[a.row][1] for a in pack if a.row in known)


def _same_version(found: Iterable[Line], file: str, pack: Iterable[Answer]) -> None:
    version = next(a.answer for a in pack if a.row == VERSION)
    number, given = next(((n, a.answer) for n, a in found if a.row == VERSION), (1, ""))
    if given != version:
        raise SettingsError(
            "these answers are of another version of the text than the last pack.",
            where=f"{file}:{number}",
            remedy=f"The last pack is of version {version}. Take back the table that came with it.",
        )


def _understood(answer: Answer, pack: Answer, where: str, language: str) -> Answer:
    """An answer in the form that is kept."""
    if answer.words != pack.words:
        raise SettingsError(
            f"the words of row “{answer.row}” are not those of the pack.",
            where=where,
            remedy=f"Put them back: “{pack.words}” Better words belong in the last column.",
        )
    if answer.is_mark:
        return _one_of(MARKS, answer, where)
    if answer.row in (NAMED, PAID, LEARNING_DISABILITY):
        return _one_of(("yes", "no"), answer, where)
    if answer.row == DATE:
        moment, _ = written(answer.answer, language)
        if moment is None:
            raise SettingsError(
                f"“{answer.answer}” is no day.", where=where, remedy="Write it as 2026-05-31."
            )
        return replace(answer, answer=moment.date().isoformat())
    return answer


def _one_of(known: Sequence[str], answer: Answer, where: str) -> Answer:
    given = answer.answer.lower()
    if given not in known:
        told = f"“{answer.answer}” is no answer to" if given else "there is no answer to"
        raise SettingsError(
            f"{told} row “{answer.row}”.",
            where=where,
            remedy=f"Write one of: {', '.join(known)}.",
        )
    return replace(answer, answer=given)


def _complete(known: Mapping[str, Line], pack: Iterable[Answer], file: str) -> None:
    """Every row must have its answer: else somebody might sign what nobody read."""
    missing = [a.row for a in pack if a.row not in known and (a.is_mark or a.row in FACTS)]
    if missing:
        raise SettingsError(
            f"there is no line for: {', '.join(missing)}.",
            where=file,
            remedy="The group answers every row, and the facts at the top are needed too.",
        )
    number, who = known[CHECKED_BY]
    if known[NAMED][1].answer == "yes" and not who.answer:
        raise SettingsError(
            "the people who checked it may be named, but there is no name.",
            where=f"{file}:{number}",
            remedy=f"Write who checked it, or write no beside “{NAMED}”.",
        )
