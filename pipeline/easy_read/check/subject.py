"""What the rules look at: a file as lines of plain words, and what a rule says of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from formats import walk
from formats.easy_read.bold import own_words
from formats.easy_read.hard_words import Own
from formats.languages import primary
from formats.model import Media, Post, Text
from pipeline.easy_read import words
from pipeline.easy_read.draft import sentences_of
from pipeline.easy_read.easy_file import GONE, EasyFile, FileRow, Meaning, SourceGroup
from pipeline.findings import Finding, Level
from pipeline.split.sentences import cut_run


class LineKind(StrEnum):
    """What a line is in its file. `ENTRY` is one of a row's list."""

    TITLE = "title"
    HEADING = "heading"
    ROW = "row"
    ENTRY = "entry"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class EasyLine:
    """One line that readers see.

    `own` is its text with signs in place of what is in another language. `row` is the number of
    its row, from 1, or 0; `line` is where it stands in the file.
    """

    kind: LineKind
    text: str
    own: str
    sentences: tuple[str, ...]
    row: int
    line: int


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that say the same sentences of the post, with the number of the first of them."""

    group: SourceGroup
    first: int

    @property
    def text(self) -> str:
        """All words of the rows."""
        return " ".join(plain(words) for row in self.group.rows for words in lines_of(row))

    @property
    def source(self) -> str:
        """The sentences of the post."""
        return " ".join(source.words for source in self.group.sources)

    @property
    def is_aligned(self) -> bool:
        """Whether there are rows, and sentences that the post still has."""
        sources = self.group.sources
        said = any(row.words for row in self.group.rows)
        return said and bool(sources) and all(source.id not in ("", GONE) for source in sources)


@dataclass(frozen=True, slots=True)
class Checked:
    """An easy-read text with all that rules may ask about it.

    `source` are the words of the post that it is held against: those of the post, or without
    one, those that the file has.
    """

    file: EasyFile
    language: str
    own: Own
    lines: tuple[EasyLine, ...]
    points: tuple[RowGroup, ...]
    whole: tuple[RowGroup, ...]
    source: str
    pictures: Mapping[str, Media]

    @property
    def is_english(self) -> bool:
        """Whether the rules for English are asked."""
        return primary(self.language) == "en"

    @property
    def rows(self) -> tuple[EasyLine, ...]:
        """The lines that are of rows."""
        return tuple(line for line in self.lines if line.kind in (LineKind.ROW, LineKind.ENTRY))


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule says; `row` and `line` where they are not those of what it was asked about."""

    message: str
    remedy: str
    row: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that is not kept: its id, the row from 1 (0 for the whole text), the file's line."""

    rule: str
    level: Level
    row: int
    line: int
    message: str
    remedy: str

    def finding(self, name: str) -> Finding:
        """The same for whoever shows findings; `name` is the file's."""
        where = f"{name}:{self.line}" if self.line else name
        return Finding(self.level, self.rule, where, self.message, self.remedy)


def checked(
    file: EasyFile,
    post: Post | None,
    language: str,
    own: Own = (),
    pictures: Mapping[str, Media] | None = None,
) -> Checked:
    """A file as the rules see it; `post` has been split."""
    points = tuple(_numbered(file.main_points, 1))
    before = sum(len(group.rows) for group in file.main_points)
    whole = tuple(_numbered(file.whole, before + 1))
    source = " ".join(s.words for group in file.groups for s in group.sources)
    if post is not None:
        source = " ".join((post.title, *(s.words for s in sentences_of(post))))
    lines = tuple(_lines(file, (*points, *whole), language))
    return Checked(file, language, own, lines, points, whole, source, pictures or {})


def _numbered(groups: tuple[SourceGroup, ...], first: int) -> Iterator[RowGroup]:
    for group in groups:
        yield RowGroup(group, first)
        first += len(group.rows)


def _lines(file: EasyFile, groups: tuple[RowGroup, ...], language: str) -> Iterator[EasyLine]:
    yield _line(LineKind.TITLE, file.title, 0, 1, language)
    for rows in groups:
        if rows.group.heading:
            yield _line(LineKind.HEADING, rows.group.heading, 0, rows.group.line, language)
        for number, row in enumerate(rows.group.rows, rows.first):
            yield from row_lines(row, number, language)
    for meaning in file.meanings:
        yield _meaning(meaning, language)


def row_lines(row: FileRow, number: int, language: str) -> Iterator[EasyLine]:
    """The lines of a row: its sentence, and each entry of its list."""
    for place, written in enumerate((row.words, *row.entries)):
        if written:
            kind = LineKind.ENTRY if place else LineKind.ROW
            yield _line(kind, written, number, row.line and row.line + place, language)


def _meaning(meaning: Meaning, language: str) -> EasyLine:
    return _line(LineKind.MEANING, meaning.meaning, 0, meaning.line, language)


@lru_cache(maxsize=4096)
def _line(kind: LineKind, written: str, row: int, line: int, language: str) -> EasyLine:
    run = words.read(written)
    text = walk.plain(run)
    sentences = (walk.plain(s.inlines).strip() for s in cut_run((Text(text),), language))
    return EasyLine(kind, text, own_words(run), tuple(s for s in sentences if s), row, line)


def lines_of(row: FileRow) -> tuple[str, ...]:
    """The words of a row and of its list, as they are written."""
    return tuple(words for words in (row.words, *row.entries) if words)


def plain(written: str) -> str:
    """The words without their marks."""
    return walk.plain(words.read(written))


def count(sentence: str) -> int:
    """The words of a sentence; a dash alone is none."""
    return sum(1 for word in sentence.split() if re.search(r"\w", word))


def quoted(found: str) -> str:
    """What was found, as it is shown in a message; of something long, the beginning."""
    short = " ".join(found.split())
    return f"“{short}”" if len(short) <= 60 else f"“{short[:57].rstrip()}…”"
