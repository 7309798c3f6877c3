"""What programs found when they checked a published blog."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ProgramCheck:
    """One program that checks: how many files, faults, and places that a person has to judge.

    `name` is "" for Allways' own checks; `files` is 0 where the program was not there.
    """

    name: str
    version: str
    files: int
    faults: int
    notes: int


@dataclass(frozen=True, slots=True)
class SiteCheck:
    """A check of the whole blog on a day. `current` says that nothing has changed since."""

    day: date
    programs: tuple[ProgramCheck, ...]
    current: bool = True
