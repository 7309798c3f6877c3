"""What a group is asked about an easy-read text, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass

from formats import walk
from formats.easy_read.hard_words import Glossary, HardWord
from formats.model import EasyPart, EasyRow, EasyText, Inline

MARKS = ("clear", "not clear", "wrong")
"""What a group can say of a row, one box each."""

QUESTIONS = (
    "What was this about?",
    "What does it mean for you?",
    "Which words or pictures were hard?",
    "What is missing, or too much?",
)
"""Asked after each section: open ones, since people like to say yes to the others."""

TITLE = "Checking pack"

INTRODUCTION = (
    "This is a text that is not finished. We need your help to make it clear. Please tell us what"
    " is clear, what is not clear, and what is wrong. We do not test you. You check our words."
)

WRITTEN = ("Date of the meeting:", "Who checked this text:")
"""What is written on the first page."""

CONSENT = "You do not have to give your name. We print it only if you say yes."

ANSWERED = (
    "May we print this name?",
    "Were you paid for this?",
    "Are there people with a learning disability in the group?",
)
"""What is answered there with yes or no."""

HOW_TO = (
    "Read a section aloud. Take turns.",
    "Look at each row: the words and the picture.",
    "Tick a box for each row.",
    "Clear: we understand it.",
    "Not clear: it is hard, or the picture does not fit.",
    "Wrong: it is not true, or not good to say.",
    "Do you know better words? Write them down, or say them to somebody who writes.",
    "After each section, talk about the 4 questions.",
    "Take a break when you want one. You can stop at any time.",
)

LAST = (
    "There is no wrong answer. If people do not agree, tick what fits best, and write down why.",
    "For the editor: copy the answers into the table that came with this pack.",
)

WORDS = "Other hard words"
WORDS_SAID = (
    "They are in the text, and what they mean stands at its end. Is each meaning clear and right?"
)
"""Above the words that are explained beside no row: readers get their meanings, too."""

BETTER = "Better words:"
NO_PICTURE = "No picture"

MAIN_POINTS = "The main points"
WHOLE = "The whole text"


@dataclass(frozen=True, slots=True)
class PackSection:
    """Rows that a group reads together, each with its number in the pack, from 1."""

    title: str
    rows: tuple[tuple[int, EasyRow], ...]


def sections(text: EasyText) -> tuple[PackSection, ...]:
    """The main points, and each part of the whole text that has rows."""
    named = [(MAIN_POINTS, text.main_points)]
    named += [(_heading(part), part.rows) for part in text.parts]
    found: list[PackSection] = []
    first = 1
    for title, rows in named:
        if rows:
            found.append(PackSection(title, tuple(enumerate(rows, first))))
            first += len(rows)
    return tuple(found)


Explained = tuple[int, EasyRow, tuple[Inline, ...], tuple[HardWord, ...]]
"""A row with its number, its words with the hard ones in bold, and these with their meanings."""


def explained(text: EasyText) -> Iterator[tuple[PackSection, tuple[Explained, ...]]]:
    """Each section with its rows; a word is explained once in the main points, and once after."""
    glossary = Glossary(text.meanings, ours=False)
    for section in sections(text):
        rows = tuple(
            (number, row, *glossary.flag(row.sentence.inlines)) for number, row in section.rows
        )
        yield section, rows
        if section.title == MAIN_POINTS:
            glossary = Glossary(text.meanings, ours=False)


def apart(text: EasyText) -> tuple[tuple[str, str], ...]:
    """The hard words that no row has room for, such as those in lists, with their meanings."""
    beside = {hard.word for _, rows in explained(text) for *_, words in rows for hard in words}
    return tuple(meaning for meaning in text.meanings if meaning[0] not in beside)


def _heading(part: EasyPart) -> str:
    return walk.plain(part.heading.inlines) if part.heading else WHOLE
