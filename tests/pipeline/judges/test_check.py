"""The bench of judges: who is heard, and what is said of who is not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.findings import Finding
from pipeline.judges.check import JUDGES, check_files, check_output
from pipeline.judges.judge import Judge, fault, suffix
from tests.judging import codes
from tests.pipeline.judges.books import book


def _refuse(paths: Sequence[Path]) -> tuple[Finding, ...]:
    return tuple(fault("refused", path, "No.") for path in paths)


PRESENT = Judge("strict", suffix(".txt"), lambda: "", _refuse)
ABSENT = Judge("away", suffix(".txt"), lambda: "no robe: apt-get install robe", _refuse)


def test_a_judge_reads_only_what_it_wants() -> None:
    findings, verdicts = check_files([Path("a.txt"), Path("b.mp3"), Path("c.txt")], [PRESENT])

    assert [finding.where for finding in findings] == ["a.txt", "c.txt"]
    assert list(map(str, verdicts)) == ["strict: 2 files, 2 faults"]


def test_a_judge_that_is_missing_is_said_to_be_skipped_and_how_to_get_it() -> None:
    findings, verdicts = check_files([Path("a.txt")], [ABSENT])

    assert findings == ()
    assert list(map(str, verdicts)) == ["away: SKIPPED, no robe: apt-get install robe"]


def test_a_judge_that_is_required_and_missing_is_a_fault() -> None:
    findings, _ = check_files([Path("a.txt")], [ABSENT], require=True)

    assert codes(findings) == {"judge-missing"}


def test_a_judge_without_files_is_not_started() -> None:
    def explode(paths: Sequence[Path]) -> tuple[Finding, ...]:
        raise AssertionError(paths)

    _, verdicts = check_files([], [Judge("idle", suffix(".txt"), lambda: "", explode)])

    assert list(map(str, verdicts)) == ["idle: 0 files, 0 faults"]


def test_every_file_under_the_output_folder_is_judged(tmp_path: Path) -> None:
    """Only what our own checks say is looked at: they are on every machine."""
    (tmp_path / "posts" / "tide").mkdir(parents=True)
    book(tmp_path / "posts" / "tide", {"page.xhtml#s2": "page.xhtml#s9"})
    own = [JUDGES[name] for name in ("overlays", "captions", "feed", "links")]

    findings, verdicts = check_files(tmp_path.rglob("*.epub"), own)

    assert "overlay-text" in codes(findings)
    assert [verdict.files for verdict in verdicts] == [1, 0, 0, 0]


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_nothing_to_judge_is_not_no_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")

    with pytest.raises(SettingsError, match=r"nothing here to check\. First run: make publish"):
        check_output(tmp_path / name)


def test_a_judge_goes_on_after_a_file_that_cant_be_read(tmp_path: Path) -> None:
    """Each of these once ended the check, and no other file was judged."""
    (tmp_path / "a.epub").write_bytes(b"")
    book(tmp_path, {"page.xhtml#s2": "page.xhtml#s9"})
    (tmp_path / "a.vtt").write_bytes(b"WEBVTT\n\n\xff")
    (tmp_path / "b.vtt").write_text("WEBVTT\n")

    findings, _ = check_files(sorted(tmp_path.iterdir()), [JUDGES["overlays"], JUDGES["captions"]])

    assert [f.where for f in findings if f.code == "file-broken"] == [
        str(tmp_path / "a.epub"),
        str(tmp_path / "a.vtt"),
    ]
    assert {"overlay-text", "cues-none"} <= codes(findings)


def test_a_judge_that_breaks_off_is_at_fault_and_the_next_is_heard(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")

    def breaks(paths: Sequence[Path]) -> tuple[Finding, ...]:
        raise ValueError(f"{len(paths)} is odd")

    brittle = Judge("brittle", suffix(".txt"), lambda: "", breaks)
    findings, verdicts = check_files(tmp_path.iterdir(), [brittle, PRESENT])

    assert [f.code for f in findings] == ["file-broken", "refused"]
    assert [verdict.faults for verdict in verdicts] == [1, 1]
