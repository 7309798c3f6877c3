"""A braille code has a name that people can read."""

import pytest

from formats.braille.uncontracted import lacks, translate
from formats.model import BrailleCode


@pytest.mark.parametrize(
    ("system", "name"),
    [
        ("UEB grade2", "UEB grade 2"),
        ("German grade0", "German grade 0"),
        ("en-us-g1 no-grade", "en-us-g1"),
    ],
)
def test_the_name_of_a_code_is_for_people(system: str, name: str) -> None:
    assert BrailleCode(system, "", unified=False, translate=translate, lacks=lacks).name == name
