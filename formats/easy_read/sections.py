"""What a group is asked about an easy-read text, section by section."""

from dataclasses import dataclass

from formats import walk
from formats.model import EasyPart, EasyRow, EasyText

MARKS = ("clear", "not clear", "wrong")
"""What a group can say of a row, one box each."""

QUESTIONS = (
    "What was this about?",
    "What does it mean for you?",
    "Which words or pictures were hard?",
    "What is missing, or too much?",
)
"""Asked after each section: open ones, since people like to say yes to the others."""

MAIN_POINTS = "The main points"
WHOLE = "The whole text"


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that a group reads together, each with its number in the pack, from 1."""

    title: str
    rows: tuple[tuple[int, EasyRow], ...]


def sections(text: EasyText) -> tuple[Section, ...]:
    """The main points, and each part of the whole text that has rows."""
    named = [(MAIN_POINTS, text.main_points)]
    named += [(_heading(part), part.rows) for part in text.parts]
    found: list[Section] = []
    first = 1
    for title, rows in named:
        if rows:
            found.append(Section(title, tuple(enumerate(rows, first))))
            first += len(rows)
    return tuple(found)


def _heading(part: EasyPart) -> str:
    return walk.plain(part.heading.inlines) if part.heading else WHOLE
