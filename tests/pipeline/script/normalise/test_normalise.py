"""What is written and what is said: `cases/` holds a table of cases for each class."""

import csv
from pathlib import Path

import pytest

from pipeline.script import spoken

TABLES = sorted((Path(__file__).parent / "cases").glob("*.csv"))


def _cases() -> list[tuple[str, str, str]]:
    """What is written, the language, what is said."""
    found: list[tuple[str, str, str]] = []
    for table in TABLES:
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found += [(row["written"], tag, row[tag]) for tag in ("en-GB", "en-US")]
    return found


CASES = _cases()


@pytest.mark.parametrize(("written", "language", "said"), CASES)
def test_what_is_written_is_said_as_its_table_has_it(
    written: str, language: str, said: str
) -> None:
    assert spoken(written, language) == said


def test_every_table_has_cases_and_no_case_twice() -> None:
    assert len(TABLES) > 20
    both = [(written, language) for written, language, _ in CASES]
    assert len(set(both)) > len(both) - 10
