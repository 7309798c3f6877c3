"""The parts of a narration that a player can jump to."""

import pytest

from formats.chapters import chapters
from formats.clock import milliseconds
from formats.model import Edition, Note, Notes
from tests.formats.builders import edition, heading, paragraph


def noted(language: str) -> Edition:
    """A post with a heading and a note."""
    notes = Notes((Note("n1", "1", (paragraph("Xyz."),)),))
    return edition(paragraph("A."), heading(2, "Two"), paragraph("B."), notes, language=language)


def test_they_are_the_opening_each_heading_and_the_notes() -> None:
    assert [(c.id, c.title) for c in chapters(noted("en"))] == [
        ("title", "A post"),
        ("s2", "Two"),
        ("s4", "Notes"),
    ]


def test_they_touch_and_last_as_long_as_the_sound() -> None:
    made = noted("en")
    parts = chapters(made)

    assert parts[0].begin == 0
    assert [c.end for c in parts[:-1]] == [c.begin for c in parts[1:]]
    assert parts[-1].end == milliseconds(made.narration.samples, made.narration.rate)


@pytest.mark.parametrize(
    ("language", "title", "other"),
    [("cy", "Nodiadau", ""), ("ja", "注", ""), ("fi", "Notes", "en")],
)
def test_the_notes_are_called_so_in_the_language_of_the_post(
    language: str, title: str, other: str
) -> None:
    """Or in English, and then it is said which language that is."""
    notes = chapters(noted(language))[-1]

    assert (notes.title, notes.language) == (title, other)
