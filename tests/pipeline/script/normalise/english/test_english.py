"""What is written and what is said in English: `cases/` holds a table for each class."""

import re
from pathlib import Path

import pytest

from pipeline.script.normalise import spoken
from pipeline.script.normalise.english import rules
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


@pytest.mark.parametrize("language", ["en-GB", "en-US"])
def test_a_rule_that_is_tried_only_on_figures_matches_nothing_without(language: str) -> None:
    """Each case as it would be without its figures, and as it is said."""
    texts = {re.sub(r"\d", "", text) for written, _, said in CASES for text in (written, said)}
    wrong = [
        (rule.name, text)
        for rule in rules(language)
        if rule.figures
        for text in texts
        if rule.pattern.search(text)
    ]
    assert wrong == []
