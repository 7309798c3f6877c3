"""A run of publish over two posts, and what it made."""

from pathlib import Path

from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from pipeline.store.report import Report

FIRST = "---\ntitle: First\ndate: 2026-01-05\n---\nThe first post. It has two sentences.\n\nMore.\n"
SECOND = "---\ntitle: Second\ndate: 2026-02-05\n---\nThe second post.\n"


def two_posts(folder: Path) -> Request:
    """Two posts, the silent voice, one process."""
    posts = folder / "posts"
    posts.mkdir()
    (posts / "first.md").write_text(FIRST)
    (posts / "second.md").write_text(SECOND)
    return Request(posts, folder / "out", folder / "cache", voice="silence", jobs=1)


def run(request: Request) -> Report:
    """What a publish came to."""
    return publish(request, progress.Quiet())


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
