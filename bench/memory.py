"""How much memory all processes of a run hold together, from Linux's own account.

It is the sum of their proportional set sizes (PSS): a page that three processes share counts a
third for each, so that together it counts once. Resident sizes would count it three times.
"""

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

_PROC = Path("/proc")
_PAUSE = 0.1  # seconds between two looks: each costs some milliseconds of a core


class Watcher:
    """Watches a process and all below it until the `with` block ends."""

    def __init__(self, pid: int) -> None:
        self.peak = 0
        """The largest sum that was seen, in bytes."""
        self._pid = pid
        self._ended = threading.Event()
        self._pool = ThreadPoolExecutor(1)

    def __enter__(self) -> Self:
        self._watching = self._pool.submit(self._watch)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._pool.shutdown()
        self._watching.result()  # what has kept it from watching keeps the figure from being told

    def _watch(self) -> None:
        while not self._ended.wait(_PAUSE):
            self.peak = max(self.peak, sum(map(held, family(self._pid))))


def family(pid: int) -> Iterator[int]:
    """A process and all that it and its children have started, and that are still there."""
    yield pid
    tasks = _PROC / str(pid) / "task"
    for task in _names(tasks):
        for child in _read(tasks / task / "children").split():
            yield from family(int(child))


def held(pid: int) -> int:
    """The proportional set size of a process in bytes; 0 of one that has ended."""
    rows = _read(_PROC / str(pid) / "smaps_rollup").splitlines()
    return sum(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended meanwhile
        return ""


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 (names, where a path is an object for each)
    except OSError:  # as above
        return []
