"""What is printed of a check: each breach, how hard the text is, what people decide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.easy_read.check.people import PEOPLE
from pipeline.easy_read.check.rules import RULES, UNASKED
from pipeline.easy_read.check.sentences import WARNED
from pipeline.easy_read.check.subject import Breach, Checked, count, plain
from pipeline.easy_read.check.words import explained_hard_words
from pipeline.easy_read.easy_file import EasyFile
from pipeline.findings import Level
from pipeline.store.report import counted


@dataclass(frozen=True, slots=True)
class Measured:
    """How hard some rows are. Words of a row with a list are counted line by line.

    `hard` counts each hard word once, `explained` those of them with a meaning in this form.
    """

    rows: int
    words: int
    long: int
    sentences: int
    hard: int
    explained: int
    pictures: int

    @property
    def words_a_row(self) -> float:
        """The mean, for a row with its list."""
        return self.words / self.rows if self.rows else 0.0

    @property
    def long_share(self) -> float:
        """Which part of the sentences has more than 15 words, from 0 to 1."""
        return self.long / self.sentences if self.sentences else 0.0


def measured(text: Checked, first: int, end: int) -> Measured:
    """The rows from one number to another, which is not among them."""
    lines = tuple(line for line in text.rows if first <= line.row < end)
    sentences = [count(sentence) for line in lines for sentence in line.sentences]
    hard = explained_hard_words(lines, text)
    return Measured(
        rows=len({line.row for line in lines}),
        words=sum(sentences),
        long=sum(1 for words in sentences if words > WARNED),
        sentences=len(sentences),
        hard=len(hard),
        explained=sum(hard.values()),
        pictures=sum(1 for row in text.file.rows[first - 1 : end - 1] if row.picture and row.words),
    )


def told(text: Checked, breaches: Sequence[Breach], skipped: Sequence[str]) -> Iterator[str]:
    """The lines of a report."""
    yield from _places(breaches, text.file)
    yield from _asked(breaches, skipped)
    points = sum(len(group.rows) for group in text.file.main_points)
    end = len(text.file.rows) + 1
    for name, part in (
        ("Main points", measured(text, 1, points + 1)),
        ("Whole text", measured(text, points + 1, end)),
    ):
        yield _measured(name, part)
    yield ""
    yield "Only people can decide:"
    yield from (f"  {rule} {what}" for rule, what in (*PEOPLE, *UNASKED))


def _places(breaches: Sequence[Breach], file: EasyFile) -> Iterator[str]:
    """The breaches, those of a line below what stands in it."""
    for (line, row), found in groupby(breaches, key=lambda breach: (breach.line, breach.row)):
        place = f"Row {row}, line {line}" if row else f"Line {line}" if line else "The whole text"
        words = f": {plain(file.rows[row - 1].words)}" if row else ""
        yield f"{place}{words}"
        for breach in found:
            yield f"  {breach.level}: {breach.message} {breach.remedy} [{breach.rule}]"
        yield ""


def _asked(breaches: Iterable[Breach], skipped: Sequence[str]) -> Iterator[str]:
    """How many rules hold, and which were not asked: never that the text is easy read."""
    known = {str(rule.id) for rule in RULES}
    asked = known - set(skipped)
    broken = {breach.rule for breach in breaches if breach.level is not Level.NOTE}
    errors = sum(1 for breach in breaches if breach.level is Level.ERROR)
    warnings = sum(1 for breach in breaches if breach.level is Level.WARNING)
    yield f"Errors: {errors}. They must be mended before anyone signs. Warnings: {warnings}."
    yield f"Rules kept: {len(asked - broken)} of {len(asked)} that a program can decide."
    if skipped:
        yield f"Not asked, because they are for English: {', '.join(skipped)}."


def _measured(name: str, part: Measured) -> str:
    if not part.rows:
        return f"{name}: no rows."
    hard = f"{part.explained} of {part.hard} hard words explained" if part.hard else "no hard word"
    return (
        f"{name}: {counted(part.rows, 'row')}, {part.words_a_row:.1f} words a row,"
        f" {part.long_share:.0%} of sentences over {WARNED} words, {hard},"
        f" {counted(part.pictures, 'picture')}."
    )
