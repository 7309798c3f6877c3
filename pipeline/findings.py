"""Findings: what was noticed, as values that are collected and returned, never printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


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


def of_finding(value: Mapping[str, Any]) -> Finding:
    """The finding that was written as a table of its fields. Raises `ValueError`, `TypeError`."""
    return Finding(**{**value, "level": Level(value["level"])})
