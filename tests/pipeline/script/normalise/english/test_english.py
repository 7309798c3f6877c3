"""What is written and what is said in English: `cases/` holds a table for each class."""

from pathlib import Path

import pytest

from pipeline.script import spoken
from tests.pipeline.script.normalise.tables import cases

FOLDER = Path(__file__).parent / "cases"
CASES = cases(FOLDER)


@pytest.mark.parametrize(("written", "language", "said"), CASES)
def test_what_is_written_is_said_as_its_table_has_it(
    written: str, language: str, said: str
) -> None:
    assert spoken(written, language) == said


def test_every_table_has_cases_and_no_case_twice() -> None:
    assert len(list(FOLDER.glob("*.csv"))) > 20
    both = [(written, language) for written, language, _ in CASES]
    assert len(set(both)) > len(both) - 10
