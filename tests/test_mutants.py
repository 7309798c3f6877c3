"""The list of faults that `make mutants` puts in is one that can be put in."""

import ast
from pathlib import Path

import pytest

from tests.mutants.faults import Fault, copied, load
from tests.program import ROOT

FAULTS = load()


def _text(fault: Fault) -> str:
    return (ROOT / fault.file).read_text("utf-8")


def test_there_are_sixty_faults_in_ten_rooms() -> None:
    assert len(FAULTS) >= 60
    assert len({Path(fault.file).parent for fault in FAULTS}) >= 10


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.number}")
def test_a_fault_stands_once_in_its_file_and_changes_what_can_still_be_read(fault: Fault) -> None:
    before = _text(fault)
    after = before.replace(fault.old, fault.new)

    assert before.count(fault.old) == 1
    assert fault.new != fault.old
    assert not fault.file.endswith(".py") or ast.dump(ast.parse(after)) != ast.dump(
        ast.parse(before)
    )


def test_the_tests_that_faults_name_are_there() -> None:
    named = {name for fault in FAULTS for name in fault.tests}

    assert {name for name in named if not (ROOT / name).exists()} == set()
    assert all(fault.tests for fault in FAULTS)


def test_a_copy_has_the_fault_and_the_project_has_it_not(tmp_path: Path) -> None:
    fault = FAULTS[0]

    fault.put_into(copied(tmp_path))

    assert fault.new in (tmp_path / fault.file).read_text("utf-8")
    assert fault.new not in _text(fault)
