"""lexicon.csv → what is said in place of a written word: how an editor mends a pronunciation."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.findings import Finding, Level
from pipeline.script.lines import Part

FILE = "lexicon.csv"
HEADER = ["written", "spoken"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Written word → spoken word; `lines` tells where each stands in the file.

    A word written in lower case is found however a sentence capitalises it; one with a
    capital is found only as it is written, so that "US" is not "us".
    """

    entries: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def spoken(self, text: str) -> str:
        """Put each whole word that has an entry as it is to be said."""
        return self._pattern().sub(lambda found: self._entry(found[0]), text)

    def unused(self, texts: list[str]) -> tuple[Finding, ...]:
        """A note for each entry that no text has."""
        whole = "\n".join(texts)
        return tuple(
            Finding(
                Level.NOTE,
                "lexicon-unused",
                f"{FILE}:{self.lines[written]}",
                f'No post has the word "{written}".',
                "Look at its spelling, or take the line out.",
            )
            for written in self.entries
            if not _whole_word(written).search(whole)
        )

    def _entry(self, found: str) -> str:
        return self.entries.get(found) or self.entries[found.lower()]

    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.entries, key=len, reverse=True)
        return re.compile("|".join(_whole_word(w).pattern for w in longest_first) or r"(?!)")


def _whole_word(written: str) -> re.Pattern[str]:
    flag = "(?i:" if written == written.lower() else "(?:"
    # \w is Unicode's in Python: "drôle" is one word, so "dr" is not found in it.
    return re.compile(rf"(?<!\w){flag}{re.escape(written)})(?!\w)")


def load(source: Path) -> Lexicon:
    """Read the lexicon beside the posts; none is an empty one.

    Raises `SettingsError` with file, line and remedy.
    """
    path = (source if source.is_dir() else source.parent) / FILE
    if not path.exists():
        return Lexicon()
    try:
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    except UnicodeDecodeError as error:
        raise SettingsError(
            "this is not UTF-8 text.", where=FILE, remedy="Save it as UTF-8."
        ) from error
    return parse(rows)


def parse(rows: list[list[str]]) -> Lexicon:
    """Make a lexicon of the rows of a file, the first of which names the columns."""
    if not rows or [cell.strip() for cell in rows[0]] != HEADER:
        raise SettingsError(
            "the first line must name the columns.",
            where=f"{FILE}:1",
            remedy="Write: written,spoken",
        )
    entries: dict[str, str] = {}
    lines: dict[str, int] = {}
    for number, row in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in row):
            written, spoken = _pair(row, number)
            entries[written], lines[written] = spoken, number
    return Lexicon(entries, lines)


def _pair(row: list[str], number: int) -> tuple[str, str]:
    cells = [cell.strip() for cell in row]
    if len(cells) != len(HEADER) or not all(cells):
        raise SettingsError(
            "a line has two parts: the word as it is written, and as it is said.",
            where=f"{FILE}:{number}",
            remedy="Write them with one comma between, as in: Bishara,Bish-are-a",
        )
    return cells[0], cells[1]


def apply(lexicon: Lexicon, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Put the words of every line as they are to be said."""
    if not lexicon.entries:
        return parts
    return tuple(
        replace(part, lines=tuple(replace(x, text=lexicon.spoken(x.text)) for x in part.lines))
        for part in parts
    )
