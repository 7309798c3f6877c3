"""lexicon.csv → how a written word is said: where an editor mends a pronunciation."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.findings import Finding, Level

FILE = "lexicon.csv"
HEADER = ["written", "spoken"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One word and how it is said.

    `spoken` spells it for any voice; `ipa`, if given, is its sounds for voices that take them.
    `language` is the BCP 47 tag of the text that it is for, "" for any; `where` is its file
    and line.
    """

    written: str
    spoken: str
    ipa: str = ""
    language: str = ""
    where: str = ""

    def serves(self, language: str) -> bool:
        """Whether it is for text of this language."""
        return f"{language}-".lower().startswith(f"{self.language}-".lower()) or not self.language


@dataclass(frozen=True, slots=True)
class Found:
    """An entry at a place in a text: from its first character to the one after its last."""

    begin: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every entry, in the order of its file.

    A word written in lower case is found however a sentence capitalises it; one with a
    capital is found only as it is written, so that "US" is not "us".
    """

    entries: tuple[Entry, ...] = ()

    def find(self, text: str, language: str) -> tuple[Found, ...]:
        """Each whole word of a text that has an entry, the longest first, none inside another."""
        entries = sorted((e for e in self.entries if e.serves(language)), key=_longest)
        if not entries:
            return ()
        pattern = re.compile("|".join(_whole_word(entry.written) for entry in entries))
        by_word = {entry.written: entry for entry in reversed(entries)}
        return tuple(
            Found(m.start(), m.end(), by_word.get(m[0]) or by_word[m[0].lower()])
            for m in pattern.finditer(text)
        )

    def unused(self, texts: Iterable[str]) -> tuple[Finding, ...]:
        """A note for each entry that no text has."""
        whole = "\n".join(texts)
        return tuple(
            Finding(
                Level.NOTE,
                "lexicon-unused",
                entry.where,
                f'No post has the word "{entry.written}".',
                "Look at its spelling, or take the line out.",
            )
            for entry in self.entries
            if not re.search(_whole_word(entry.written), whole)
        )


def _longest(entry: Entry) -> tuple[int, int]:
    """The longer word first; of two for the same word, the one for a language."""
    return -len(entry.written), -len(entry.language)


def _whole_word(written: str) -> str:
    flag = "(?i:" if written == written.lower() else "(?:"
    # \w is Unicode's in Python: "drôle" is one word, so "dr" is not found in it.
    return rf"(?<!\w){flag}{re.escape(written)})(?!\w)"


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
    return Lexicon(
        tuple(
            _entry(row, number)
            for number, row in enumerate(rows[1:], 2)
            if any(cell.strip() for cell in row)
        )
    )


def _entry(row: list[str], number: int) -> Entry:
    cells = [cell.strip() for cell in row]
    if len(cells) != len(HEADER) or not all(cells):
        raise SettingsError(
            "a line has two parts: the word as it is written, and as it is said.",
            where=f"{FILE}:{number}",
            remedy="Write them with one comma between, as in: Bishara,Bish-are-a",
        )
    return Entry(cells[0], cells[1], where=f"{FILE}:{number}")
