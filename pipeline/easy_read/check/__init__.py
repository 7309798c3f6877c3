"""The checker of easy-read texts: every rule that a program can decide, and what it cannot.

`check` asks the rules of a file, `check_pages` those of the pages that are made of it, `check_row`
and `check_rows` those that can be told while a row is written. `errors` are what blocks a
signature.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from formats import easy_read
from formats.easy_read.hard_words import HardWord, Own
from formats.languages import primary
from formats.model import Edition, Media, Post
from pipeline.easy_read.check.page import page_of
from pipeline.easy_read.check.rules import LINES, PAGES, ROWS, RULES, TEXTS, EasyRule
from pipeline.easy_read.check.subject import (
    Breach,
    Checked,
    EasyLine,
    RowGroup,
    Told,
    checked,
    row_lines,
)
from pipeline.easy_read.check.words import unexplained
from pipeline.easy_read.easy_file import EasyFile
from pipeline.findings import Level

__all__ = [
    "Breach",
    "check",
    "check_pages",
    "check_row",
    "check_rows",
    "errors",
    "hard_words",
    "unasked",
]

_RENEWED = "ER-H02"
"""What a new signature mends."""


def check(
    file: EasyFile, post: Post, language: str, own: Own, pictures: Mapping[str, Media]
) -> tuple[Breach, ...]:
    """Every breach in a file, in reading order; those of the whole text come first.

    `post` has been split; `own` are the editor's hard words; `pictures` are by their names.
    """
    text = checked(file, post, language, own, pictures)
    found = [
        *_of_text(text),
        *(breach for line in text.lines for breach in _of_line(line, text)),
        *(breach for rows in (*text.points, *text.whole) for breach in _of_rows(rows, text)),
    ]
    return tuple(sorted(found, key=lambda breach: (breach.line, breach.row)))


def errors(
    file: EasyFile, post: Post, language: str, own: Own, pictures: Mapping[str, Media]
) -> tuple[Breach, ...]:
    """What blocks a signature."""
    found = check(file, post, language, own, pictures)
    return tuple(b for b in found if b.level is Level.ERROR and b.rule != _RENEWED)


def check_row(file: EasyFile, row: int, language: str, own: Own) -> tuple[Breach, ...]:
    """What can be said of the row with this index in `file.rows` while it is written.

    It is held against the sentences of the post that the file has.
    """
    return _of_row(row, checked(file, None, language, own))


def check_rows(file: EasyFile, language: str, own: Own) -> tuple[tuple[Breach, ...], ...]:
    """What `check_row` says of each row."""
    text = checked(file, None, language, own)
    return tuple(_of_row(row, text) for row in range(len(file.rows)))


def hard_words(file: EasyFile, row: int, language: str, own: Own) -> tuple[HardWord, ...]:
    """The hard words of a row that its file does not explain, with what they may mean, or ""."""
    text = checked(file, None, language, own)
    lines = row_lines(file.rows[row], row + 1, language) if text.is_english else ()
    found = (word for line in lines for word in unexplained(line, text))
    return tuple({word.word.lower(): word for word in found}.values())


def _of_row(row: int, text: Checked) -> tuple[Breach, ...]:
    number = row + 1
    lines = row_lines(text.file.rows[row], number, text.language)
    found = [breach for line in lines for breach in _of_line(line, text)]
    for rows in (*text.points, *text.whole) if text.source else ():
        if rows.first <= number < rows.first + len(rows.group.rows):
            told = (b for b in _of_rows(rows, text) if b.level is not Level.NOTE)
            found += [b for b in told if b.row == number]
    return tuple(found)


def check_pages(edition: Edition) -> tuple[Breach, ...]:
    """Every breach in the pages of an edition; what two pages share is told once."""
    files = [file for file in easy_read.render(edition) if file.path.endswith(".html")]
    pages = (page_of(file, edition) for file in files)
    found = (
        _breach(rule, told, 0, 0) for page in pages for rule in PAGES for told in rule.check(page)
    )
    return tuple(dict.fromkeys(found))


def unasked(language: str) -> tuple[str, ...]:
    """The ids of the rules that are for English, where a text is in another language."""
    if primary(language) == "en":
        return ()
    return tuple(dict.fromkeys(rule.id for rule in RULES if rule.english))


def _of_text(text: Checked) -> Iterator[Breach]:
    for rule in TEXTS:
        if text.is_english or not rule.english:
            yield from (_breach(rule, told, 0, 0) for told in rule.check(text))


def _of_line(line: EasyLine, text: Checked) -> Iterator[Breach]:
    for rule in LINES:
        if text.is_english or not rule.english:
            for told in dict.fromkeys(rule.check(line, text)):
                yield _breach(rule, _of_quotation(rule.id, told, line), line.row, line.line)


_REWORDING = frozenset({"ER-S07", "ER-N01", "ER-W08"})
_QUOTATION = re.compile('[“”"«»„]')


def _of_quotation(rule: str, told: Told, line: EasyLine) -> Told:
    """What is told of a quotation, whose words must stay as they are (ER-F04)."""
    if rule not in _REWORDING or not _QUOTATION.search(line.text):
        return told
    remedy = f"{told.remedy.rstrip('.')}. In a quotation: tell it without quotation marks."
    return replace(told, remedy=remedy)


def _of_rows(rows: RowGroup, text: Checked) -> Iterator[Breach]:
    for rule in ROWS:
        if text.is_english or not rule.english:
            for told in rule.check(rows, text):
                yield _breach(rule, told, rows.first, rows.group.line)


def _breach(rule: EasyRule[Any], told: Told, row: int, line: int) -> Breach:
    row, line = (told.row, told.line) if told.row or told.line else (row, line)
    return Breach(rule.id, rule.level, row, line, told.message, told.remedy)
