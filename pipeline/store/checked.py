"""checked.json in the output: what programs found, when, and in which files.

`allways check` writes it, and the next publish makes the accessibility statement from it. It
lies with the files that it is about, so that readers can see it, and a new output has none.
"""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from formats.model import FileCard, ProgramCheck, SiteCheck
from formats.names import STATEMENT
from pipeline.store.files import digest, read
from pipeline.store.report import parsed

FILE = "checked.json"


def digest_of(cards: Iterable[FileCard]) -> str:
    """The digest of all files but the statement, which says what was found in the others.

    Nor of packed files, which hold the same files and the statement.
    """
    paths = {card.path: card.sha256 for card in cards if not card.path.endswith(".zip")}
    return digest(*(f"{path} {paths[path]}" for path in sorted(paths) if path != STATEMENT))


def to_json(check: SiteCheck, files: str) -> bytes:
    """The bytes of the file; `files` is the digest of what was checked."""
    value = {
        "version": 1,
        "day": check.day.isoformat(),
        "files": files,
        "programs": [
            {
                "name": program.name,
                "version": program.version,
                "files": program.files,
                "faults": program.faults,
                "notes": program.notes,
            }
            for program in check.programs
        ],
    }
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def load(output: Path, files: str) -> SiteCheck | None:
    """The check that was kept; None where there is none, or it is broken.

    It is current if it was of `files`, the digest of the files that are there now.
    """
    try:
        value = parsed(read(output / FILE) or b"")
        programs = tuple(map(_program, value["programs"]))
        day = date.fromisoformat(value["day"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return SiteCheck(day, programs, current=value.get("files") == files)


def _program(value: Any) -> ProgramCheck:
    numbers = [int(value[key]) for key in ("files", "faults", "notes")]
    return ProgramCheck(str(value["name"]), str(value["version"]), *numbers)
