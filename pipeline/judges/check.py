"""The only list of judges, and what each says of some files.

Our own run first and need nothing else; they check what the others do not open. An outside
judge that is not on this machine is skipped, and its verdict says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.findings import Finding, Level
from pipeline.judges.ace import ACE
from pipeline.judges.alignment import ALIGNMENT
from pipeline.judges.audio import AUDIO
from pipeline.judges.axe import AXE
from pipeline.judges.book import BOOK
from pipeline.judges.braille import BRAILLE
from pipeline.judges.daisy import DAISY, DAISY_TYPES
from pipeline.judges.epubcheck import EPUBCHECK
from pipeline.judges.feed import FEED
from pipeline.judges.judge import BROKEN, Judge, broken, fault
from pipeline.judges.large_print import LARGE_PRINT
from pipeline.judges.links import LINKS
from pipeline.judges.nu import NU
from pipeline.judges.overlays import OVERLAYS
from pipeline.judges.proof.completeness import COMPLETENESS
from pipeline.judges.proof.cues import CUES
from pipeline.judges.proof.hearing import HEARING
from pipeline.judges.verapdf import VERAPDF
from pipeline.judges.word import WORD
from pipeline.store.report import counted

JUDGES: Mapping[str, Judge] = {
    "overlays": OVERLAYS,
    "book": BOOK,
    "braille": BRAILLE,
    "daisy": DAISY,
    "daisy-types": DAISY_TYPES,
    "captions": CUES,
    "completeness": COMPLETENESS,
    "feed": FEED,
    "links": LINKS,
    "word": WORD,
    "epubcheck": EPUBCHECK,
    "verapdf": VERAPDF,
    "large print": LARGE_PRINT,
    "nu": NU,
    "ace": ACE,
    "axe": AXE,
    "audio": AUDIO,
    "hearing": HEARING,
    "alignment": ALIGNMENT,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of one judge: how many files it read, what it found, or why it could not run.

    `notes` counts what it could not decide and a person has to judge.
    """

    judge: str
    files: int
    faults: int
    missing: str = ""
    notes: int = 0

    def __str__(self) -> str:
        if self.missing:
            return f"{self.judge}: SKIPPED, {self.missing}"
        said = [counted(self.files, "file"), counted(self.faults, "fault")]
        if self.notes:
            said.append(f"{counted(self.notes, 'note')} of what a person has to judge")
        return f"{self.judge}: {', '.join(said)}"


def check_output(
    output: Path, *, require: bool = False
) -> tuple[tuple[Finding, ...], tuple[Verdict, ...]]:
    """Judge every file under a folder. With `require`, a missing judge is an error too.

    Raises `SettingsError` where there is nothing to judge: an empty folder is not a pass.
    """
    files = sorted(path for path in output.rglob("*") if path.is_file())
    if not any(judge.wants(path) for judge in JUDGES.values() for path in files):
        raise SettingsError(
            "there is nothing here to check.", where=str(output), remedy="First run: make publish"
        )
    return check_files(files, JUDGES.values(), require=require)


def check_files(
    files: Iterable[Path], judges: Iterable[Judge], *, require: bool = False
) -> tuple[tuple[Finding, ...], tuple[Verdict, ...]]:
    """Let each judge check the files that it wants, all at once."""
    held = tuple(files)
    results = [_sit(judge, held, require=require) for judge in judges]
    return tuple(f for findings, _ in results for f in findings), tuple(v for _, v in results)


def _sit(
    judge: Judge, files: tuple[Path, ...], *, require: bool
) -> tuple[tuple[Finding, ...], Verdict]:
    wanted = [path for path in files if judge.wants(path)]
    missing = judge.missing()
    if missing:
        absent = (fault("judge-missing", judge.name, missing),) if require else ()
        return absent, Verdict(judge.name, len(wanted), 0, missing)
    findings = _judged(judge, wanted) if wanted else ()
    faults = sum(finding.level is Level.ERROR for finding in findings)
    notes = sum(finding.level is Level.NOTE for finding in findings)
    return findings, Verdict(judge.name, len(wanted), faults, notes=notes)


def _judged(judge: Judge, wanted: Sequence[Path]) -> tuple[Finding, ...]:
    """The findings of a judge; a file that makes it fail is a finding, and the rest go on."""
    try:
        return judge.judge(wanted)
    except BROKEN as error:
        return (broken(judge.name, error),)
