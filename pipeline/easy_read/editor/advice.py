"""What a checker says of rows while they are written.

This is the one place where the page asks a checker: `of_row` and `of_rows`.
"""

import re
from collections.abc import Iterator
from typing import Protocol

from formats.easy_read.idioms import sayings
from formats.easy_read.wording import contractions
from formats.languages import primary
from pipeline.easy_read.easy_file import EasyFile
from pipeline.easy_read.editor.unexplained import lines_of, unexplained
from pipeline.easy_read.writing import Place
from pipeline.findings import Finding, Level

WARNED, MOST = 15, 25
"""Words of a sentence: more are a warning, and an error (DH 2010, rule 13; GOV.UK)."""


class Advice(Protocol):
    """What is said of a row: how much it matters, what is wrong, and what to do."""

    @property
    def level(self) -> Level:
        """How much it matters."""

    @property
    def message(self) -> str:
        """What is wrong, as a sentence."""

    @property
    def remedy(self) -> str:
        """What to do about it, as a sentence."""


def of_rows(file: EasyFile, place: Place) -> tuple[tuple[Advice, ...], ...]:
    """What is said of each row in `file.rows`."""
    return tuple(of_row(file, row, place) for row in range(len(file.rows)))


def of_row(file: EasyFile, row: int, place: Place) -> tuple[Finding, ...]:
    """What is said of the row with this index in `file.rows`; rules for words are for English."""
    texts = lines_of(file.rows[row])
    told = [finding for text in texts for finding in _of_any(text)]
    if primary(place.post.language) == "en":
        told += [finding for text in texts for finding in _of_english(text)]
        told += [
            _finding(
                Level.ERROR,
                "ER-W01",
                f"“{found.word}” is a hard word, and it is not explained.",
                "Say it in another word, or explain it.",
            )
            for found in unexplained(file, row, place.own)
        ]
    return tuple(told)


_SHORT = re.compile(
    r"\w[’'](?:t|re|ve|ll|d|m)\b|\b(?:it|that|there|he|she|let|what|who)[’']s\b", re.IGNORECASE
)
_LINES = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])")


def _of_any(text: str) -> Iterator[Finding]:
    """What is hard in any language."""
    for sentence in _LINES.split(text):
        count = len(sentence.split())
        if count > WARNED:
            level = Level.ERROR if count > MOST else Level.WARNING
            remedy = f"Use {WARNED} or fewer: leave something out, or split it."
            yield _finding(level, "ER-S01", f"This sentence has {count} words.", remedy)
    if len(_LINES.split(text)) > 1:
        yield _finding(
            Level.WARNING, "ER-S09", "There is more than one sentence here.", "Split the row."
        )
    if ";" in text:
        yield _finding(
            Level.ERROR, "ER-S04", "There is a semicolon (;).", "Make two sentences of it."
        )
    if re.search(r"[()\[\]]", text):
        yield _finding(
            Level.WARNING, "ER-S08", "There are brackets.", "Leave them out, or say it in a row."
        )


def _of_english(text: str) -> Iterator[Finding]:
    found = _SHORT.search(text)
    if found:
        full = contractions(text)
        remedy = f"Write: {full}" if full != text else "Write it in full."
        level = Level.ERROR if "t" in found[0] else Level.WARNING
        yield _finding(level, "ER-S07", f"“{_around(text, found)}” is a short form.", remedy)
    for saying in sayings(text):
        yield _finding(
            Level.WARNING,
            "ER-W06",
            f"“{saying.words}” may be a saying.",
            f"If it is, say what it means: {saying.meaning}",
        )


def _around(text: str, found: re.Match[str]) -> str:
    """The whole word in which something was found."""
    begin = text.rfind(" ", 0, found.start()) + 1
    return text[begin : found.end()].strip("“‘\"'(")


def _finding(level: Level, rule: str, message: str, remedy: str) -> Finding:
    return Finding(level, rule, "", message, remedy)
