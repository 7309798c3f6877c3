"""What is said in the same way in every language, and what is loaded for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.script.normalise import spoken
from tests.pipeline.script.normalise.tables import cases
from tests.program import ROOT


@pytest.mark.parametrize(("written", "language", "said"), cases(Path(__file__).parent / "cases"))
def test_what_is_written_is_said_as_its_table_has_it(
    written: str, language: str, said: str
) -> None:
    assert spoken(written, language) == said


def test_a_run_in_another_language_loads_no_rules_of_english() -> None:
    code = (
        "import sys; from pipeline.script.normalise import spoken; "
        "spoken('5', 'cy'); print('pipeline.script.normalise.english' in sys.modules)"
    )
    asked = [sys.executable, "-c", code]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
