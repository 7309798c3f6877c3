"""What judges have in common: which files they want, and a broken one that stops no other."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.findings import Finding, Level
from pipeline.judges.judge import always, broken, fault, one_by_one, suffix


def findings(path: Path) -> Iterable[Finding]:
    """A fault in "bad", none in others; "broken" can't be read."""
    if path.name == "broken":
        raise ValueError("no such thing")
    if path.name == "bad":
        yield fault("bad", path, "It is bad.")


def test_a_fault_of_any_judge_makes_the_run_fail() -> None:
    assert fault("a-code", Path("a/b"), "What.", "Do.") == Finding(
        Level.ERROR, "a-code", "a/b", "What.", "Do."
    )


def test_a_file_that_can_not_be_read_is_a_fault_and_the_next_is_judged_too() -> None:
    judge = one_by_one(findings)

    assert judge([Path("broken"), Path("good"), Path("bad")]) == (
        broken("broken", ValueError("no such thing")),
        fault("bad", "bad", "It is bad."),
    )


def test_a_slip_of_a_judge_itself_is_not_taken_for_a_broken_file() -> None:
    def slip(_path: Path) -> Iterable[Finding]:
        raise NotImplementedError

    with pytest.raises(NotImplementedError):
        one_by_one(slip)([Path("a")])


def test_a_judge_wants_files_by_their_suffix_alone() -> None:
    wants = suffix(".html", ".xhtml")

    assert wants(Path("a/b.html"))
    assert not wants(Path("a.html/b.txt"))
    assert not wants(Path(".html"))


def test_a_judge_that_needs_nothing_is_never_missing() -> None:
    assert always() == ""
