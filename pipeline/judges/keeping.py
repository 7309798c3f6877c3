"""A check that is kept beside what was checked, for the accessibility statement."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from formats.model import ProgramCheck, SiteCheck
from pipeline.judges.check import Verdict
from pipeline.judges.versions import own_version, version_of
from pipeline.store import checked, report
from pipeline.store.files import read, write_all

OUTSIDE = ("EPUBCheck", "veraPDF", "Nu HTML checker", "Ace", "axe")
"""The judges that are programs of others; all else are our own checks."""


def keep(output: Path, verdicts: Sequence[Verdict], day: date) -> bool:
    """Write checked.json into a folder that publish made; whether it was one."""
    cards = report.cards_of(read(output / report.FILE) or b"")
    if not cards:
        return False
    there = [replace(card, sha256=_digest(output / card.path)) for card in cards]
    check = SiteCheck(day, _programs(verdicts))
    write_all(output, [(checked.FILE, checked.to_json(check, checked.digest_of(there)))])
    return True


def _digest(path: Path) -> str:
    """The digest of a file as it is now; "" where it is missing."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _programs(verdicts: Sequence[Verdict]) -> tuple[ProgramCheck, ...]:
    """Each outside program, and our own checks as one; a program that was absent read nothing."""
    outside = [verdict for verdict in verdicts if verdict.judge in OUTSIDE]
    own = [verdict for verdict in verdicts if verdict not in outside and not verdict.missing]
    ours = ProgramCheck(
        "",
        own_version(),
        max((verdict.files for verdict in own), default=0),
        sum(verdict.faults for verdict in own),
        sum(verdict.notes for verdict in own),
    )
    return (ours, *map(_program, outside))


def _program(verdict: Verdict) -> ProgramCheck:
    name = verdict.judge
    files = 0 if verdict.missing else verdict.files
    return ProgramCheck(name, version_of(name), files, verdict.faults, verdict.notes)
