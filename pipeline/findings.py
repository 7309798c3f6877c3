"""Findings: what was noticed, as values that are collected and returned, never printed."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters: an ERROR makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed. `code` is listed in docs/findings.md; `where` is "file" or "file:line"."""

    level: Level
    code: str
    where: str
    message: str
    remedy: str = ""
