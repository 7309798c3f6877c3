"""The lexicon: how written words are said, where an editor corrects a pronunciation.

`lexicon.csv` and every W3C lexicon (`*.pls`) beside the posts hold the entries.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import unicodedata2 as unicodedata

from formats.languages import primary
from pipeline import spreadsheet
from pipeline.findings import Finding, Level
from pipeline.lexicon import pls, table
from pipeline.lexicon.entry import Entry
from pipeline.lexicon.finder import Finder, alike
from pipeline.lexicon.ipa import cut
from pipeline.source import folder_of, names_in, printable

__all__ = ["Entry", "Lexicon", "Match", "load"]

_UNVOICED = frozenset("ptkfθ")
_HISSED = frozenset({"s", "z", "ʃ", "ʒ", "tʃ", "dʒ", "ʂ", "ʐ", "ɕ", "ʑ", "tɕ", "dʑ"})


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found in a text: the offsets of its first character and the one after its last."""

    begin: int
    end: int
    entry: Entry


class Lexicon:
    """Every entry; of two for the same word, the first counts.

    A word in lower case is found however a sentence capitalises it; one with a capital only
    as it is written, so that "US" does not match "us".
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._finders: dict[str, Finder] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.entries == other.entries

    def __hash__(self) -> int:
        return hash(self.entries)

    def find(self, text: str, language: str) -> tuple[Match, ...]:
        """The entries found in a text as whole words; the longest wins, and none overlap."""
        if not self.entries:
            return ()
        return tuple(self._found(alike(text), language))

    def _found(self, text: str, language: str) -> Iterator[Match]:
        end = 0
        for begin, last, entry in self._finder(language).matches(text):
            if begin >= end:
                owned = entry.ipa and _owned(text, last, language)
                end = last + 2 if owned else last
                yield Match(begin, end, _possessive(entry) if owned else entry)

    def _finder(self, language: str) -> Finder:
        if language not in self._finders:
            self._finders[language] = Finder(e for e in self.entries if e.serves(language))
        return self._finders[language]

    def used(self, texts: Iterable[str], languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """The entries that stand in some texts of a post, each with one of its languages."""
        if not self.entries:
            return ()
        alikes = [alike(text) for text in texts]
        return tuple(
            (language, written)
            for language in sorted(languages)
            for written in sorted(self._standing(alikes, language))
        )

    def _standing(self, texts: Iterable[str], language: str) -> set[str]:
        finder = self._finder(language)
        return {entry.written for text in texts for _, _, entry in finder.matches(text)}

    def unused(self, used: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
        """A note for each entry that no post has; `used` are those that they have."""
        there: defaultdict[str, set[str]] = defaultdict(set)
        for language, written in used:
            there[written].add(language)
        return tuple(
            _unused(entry)
            for entry in self.entries
            if not any(map(entry.serves, there[entry.written]))
        )


def _unused(entry: Entry) -> Finding:
    text = f'text in "{entry.language}"' if entry.language else "post"
    return Finding(
        Level.NOTE,
        "lexicon-unused",
        entry.where,
        f'No {text} has the word "{entry.written}".',
        "Check its spelling and its language, or remove the line.",
    )


def _owned(text: str, end: int, language: str) -> bool:
    """Whether an English "'s" follows, which is spoken as part of the word."""
    after = text[end : end + 3]
    english = primary(language) == "en"
    return english and after[:2] in {"'s", "'S"} and not after[2:].isalnum()


def _possessive(entry: Entry) -> Entry:
    """The entry with the sound of "'s": Leach's with s, Bishara's with z, Finch's with ɪz."""
    last = cut(entry.ipa)[-1]
    sound = "ɪz" if last in _HISSED else "s" if last in _UNVOICED else "z"
    spoken = f"{entry.spoken}'s"
    return Entry(entry.written, spoken, entry.ipa + sound, entry.language, entry.where)


def load(posts: Path) -> Lexicon:
    """Read the lexicons beside the posts; without any, the lexicon is empty.

    Raises `SettingsError` with file, line and remedy.
    """
    folder = folder_of(posts)
    data = spreadsheet.of(folder / table.FILE, folder)
    entries = () if data is None else table.parse(data)
    more = [entry for path in _others(folder) for entry in _of_pls(path, folder)]
    return Lexicon((*entries, *_new(entries, more)))


def _others(folder: Path) -> list[Path]:
    """The W3C lexicons of a folder; a folder with such a name does not count."""
    others = [folder / name for name in names_in(folder) if name.lower().endswith(".pls")]
    return [path for path in others if not os.path.isdir(path)]  # noqa: PTH112 (Path.is_dir may raise)


def _of_pls(path: Path, folder: Path) -> tuple[Entry, ...]:
    data = spreadsheet.of(path, folder)
    return () if data is None else pls.parse(data, printable(path.name))


def _new(first: Iterable[Entry], more: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of `more` for words not already defined in that language."""
    known = {(_key(entry), entry.language.lower()) for entry in first}
    for entry in more:
        key = (_key(entry), entry.language.lower())
        if key not in known:
            known.add(key)
            yield entry


def _key(entry: Entry) -> str:
    return unicodedata.normalize("NFC", alike(entry.written))
