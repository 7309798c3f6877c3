"""The log of faults keeps tracebacks, and nothing that a person can mend."""

from pathlib import Path

from pipeline.errors import ReadError, fault
from pipeline.store import fault_log


def test_the_traceback_of_a_fault_is_kept_with_the_file_that_was_at_work(tmp_path: Path) -> None:
    log = fault_log.keep(tmp_path, [fault(RecursionError("too deep"), "tide.md")])

    assert log == tmp_path / "faults.log"
    text = log.read_text()
    assert text.startswith("tide.md: this is a fault of Allways")
    assert "RecursionError: too deep" in text


def test_an_error_that_is_no_fault_makes_no_log(tmp_path: Path) -> None:
    assert fault_log.keep(tmp_path, [ReadError("it is empty.", where="tide.md")]) is None
    assert list(tmp_path.iterdir()) == []


def test_a_log_grows_at_its_end_and_loses_the_oldest(tmp_path: Path) -> None:
    for name in ("first", "second"):
        fault_log.keep(tmp_path, [fault(ValueError("x"), f"{name}.md")])
    whole = (tmp_path / fault_log.FILE).read_text()
    assert whole.index("first.md") < whole.index("second.md")

    (tmp_path / fault_log.FILE).write_bytes(b"a" * fault_log.LARGEST)
    fault_log.keep(tmp_path, [fault(ValueError("x"), "third.md")])

    kept = (tmp_path / fault_log.FILE).read_bytes()
    assert len(kept) == fault_log.LARGEST
    assert b"third.md" in kept


def test_half_of_a_pair_of_characters_stops_no_log(tmp_path: Path) -> None:
    fault_log.keep(tmp_path, [fault(ValueError("\ud800"), "tide.md")])

    assert b"ud800" in (tmp_path / fault_log.FILE).read_bytes()
