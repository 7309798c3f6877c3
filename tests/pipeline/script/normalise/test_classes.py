"""What is written and what is said: a table of cases for each class, in `cases/`."""

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
CLEANED = {
    "soft\u00adhyphen and zero\u200bwidth": "softhyphen and zerowidth",
    "One line\nand another": "One line, and another",
    "As Smith wrote.[1] And so": "As Smith wrote. And so",
}


@pytest.mark.parametrize(("written", "language", "said"), CASES)
def test_what_is_written_is_said_as_its_table_has_it(
    written: str, language: str, said: str
) -> None:
    assert spoken(written, language) == said


@pytest.mark.parametrize(("written", "said"), CLEANED.items())
@pytest.mark.parametrize("language", ["en-GB", "cy"])
def test_what_no_language_says_is_cleaned_away(written: str, said: str, language: str) -> None:
    assert spoken(written, language) == said


def test_every_table_has_cases_and_no_case_twice() -> None:
    assert len(TABLES) > 20
    both = [(written, language) for written, language, _ in CASES]
    assert len(set(both)) > len(both) - 10


def test_another_language_gets_only_what_is_safe_in_every_one() -> None:
    written = "Dr. Müller & Söhne, 3 May, £5, z.\u00adB. http://www.beispiel.de/x"
    assert spoken(written, "de") == "Dr. Müller & Söhne, 3 May, £5, z.B. Link zu beispiel Punkt de"
    assert spoken("katso http://esim.fi/x", "fi") == "katso esim.fi"
    assert spoken("drôle, 5 % 🎉 1er, XIVe", "fr") == "drôle, 5 % 🎉 1er, XIVe"


@pytest.mark.parametrize("language", ["en", "en-AU", "en-GB", "EN-gb"])
def test_only_the_united_states_say_the_month_first(language: str) -> None:
    assert spoken("3/4/2026", language) == "the third of April twenty twenty-six"
    assert spoken("3/4/2026", "en-us") == "March fourth twenty twenty-six"
