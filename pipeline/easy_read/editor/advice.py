"""What is said of a row while it is written: the rules that can be told at once.

`CHECK` is the one place that says which checker the page asks.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from formats import walk
from formats.easy_read.hard_words import Glossary, HardWord, Own
from formats.easy_read.idioms import sayings
from formats.easy_read.wording import contractions
from formats.easy_read.yardstick import hard
from formats.languages import primary
from pipeline.easy_read import words
from pipeline.easy_read.easy_file import EasyFile, FileRow
from pipeline.easy_read.writing import Place
from pipeline.findings import Finding, Level

RowChecker = Callable[[EasyFile, int, Place], tuple[Finding, ...]]
"""What a checker says of the row with this index in `EasyFile.rows`."""

WARNED, MOST = 15, 25
"""Words of a sentence: more are a warning, and an error (DH 2010, rule 13; GOV.UK)."""

_SHORT = re.compile(
    r"\w[’'](?:t|re|ve|ll|d|m)\b|\b(?:it|that|there|he|she|let|what|who)[’']s\b", re.IGNORECASE
)
_LINES = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]?[A-Z0-9])")


def check(file: EasyFile, row: int, place: Place) -> tuple[Finding, ...]:
    """The rules for a single row; those for words are for English."""
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


CHECK: RowChecker = check


def lines_of(row: FileRow) -> tuple[str, ...]:
    """The plain words of a row and of each entry of its list."""
    return tuple(walk.plain(words.read(text)) for text in (row.words, *row.entries) if text)


def unexplained(file: EasyFile, row: int, own: Own) -> tuple[HardWord, ...]:
    """The hard words of a row that the file does not explain, with what they may mean, or ""."""
    found: dict[str, HardWord] = {}
    for text in lines_of(file.rows[row]):
        places = Glossary(own).places(text)
        explained = _spans(file, text)
        for place in places:
            if place.sense and not _within(place.begin, explained):
                found.setdefault(place.sense.hard.word.lower(), place.sense.hard)
        known = [*explained, *((place.begin, place.end) for place in places)]
        for match in hard(text):
            if not _within(match.start(), known):
                found.setdefault(match[0], HardWord(match[0], ""))
    return tuple(found.values())


def _spans(file: EasyFile, text: str) -> list[tuple[int, int]]:
    """Where the words stand in a text that the file explains."""
    longest = sorted((m.word for m in file.meanings), key=lambda word: (-len(word), word))
    if not longest:
        return []
    either = "|".join(map(re.escape, longest))
    known = re.finditer(rf"(?<![\w-])(?:{either})(?![\w-])", text, re.IGNORECASE)
    return [match.span() for match in known]


def _within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(begin <= at < end for begin, end in spans)


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
