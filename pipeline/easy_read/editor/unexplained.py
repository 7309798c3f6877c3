"""The hard words of a row that its file does not explain."""

import re
from collections.abc import Iterable

from formats import walk
from formats.easy_read.hard_words import Glossary, HardWord, Own
from formats.easy_read.yardstick import hard
from pipeline.easy_read import words
from pipeline.easy_read.easy_file import EasyFile, FileRow


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
