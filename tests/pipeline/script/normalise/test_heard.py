"""What a listener hears: sentences as people write them, each for a kind of writing.

A row of `heard/` has the kind, what is written, and the readings that are each right, with "|"
between them. `en-gb.tsv` comes from public reports of errors; the other tables were written here.
"""

import re
from pathlib import Path

import pytest

from pipeline.script.normalise import spoken

FOLDER = Path(__file__).parent / "heard"
LEAST = 0.95


def _rows(name: str) -> list[tuple[str, list[str]]]:
    """What is written, and its readings."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [(written, said.split("|")) for _, written, said in (row.split("\t") for row in lines)]


def _compared(text: str) -> list[str]:
    """Without case, punctuation and hyphens; "and" is optional."""
    words = re.sub(r"[\W_]+", " ", text.lower()).split()
    return [word for word in words if word != "and"]


def _right(written: str, readings: list[str], language: str) -> bool:
    return _compared(spoken(written, language)) in map(_compared, readings)


@pytest.mark.parametrize(
    ("table", "language"),
    [("en-gb.tsv", "en-GB"), ("en-gb-more.tsv", "en-GB"), ("en-us.tsv", "en-US")],
)
def test_nineteen_sentences_in_twenty_are_heard_right(table: str, language: str) -> None:
    rows = _rows(table)
    wrong = [written for written, readings in rows if not _right(written, readings, language)]

    assert len(rows) >= 40
    assert len(wrong) <= (1 - LEAST) * len(rows), wrong


@pytest.mark.parametrize("said", ["one pounds", "pound one", "one", "", "one pound one pound"])
def test_another_reading_is_not_taken_for_the_same(said: str) -> None:
    assert not _right(said, ["one pound", "a pound"], "en-GB")
    assert _right("One £1.", ["one", "one one-pound"], "en-GB")
