"""A folder of two posts, and what becomes of it."""

from pathlib import Path

from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from pipeline.store.report import Report

FIRST = "---\ntitle: First\ndate: 2026-01-05\n---\nThe first post. It has two sentences.\n\nMore.\n"
SECOND = "---\ntitle: Second\ndate: 2026-02-05\n---\nThe second post.\n"


def run(request: Request) -> Report:
    return publish(request, progress.Quiet())


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def flip(path: Path) -> None:
    """Change a byte in the middle, and leave the size as it was."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
