"""Findings: what was noticed, as values that are collected and returned, never printed."""

from collections.abc import Mapping
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


def finding_of(value: Mapping[str, str]) -> Finding:
    """A finding that was written as JSON. Raises what a value of another form does."""
    level = Level(value["level"])
    return Finding(level, value["code"], value["where"], value["message"], value["remedy"])
