"""A command that is run once and measured, with all of its processes."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from bench.memory import Watcher

PROGRAM = (sys.executable, "-m", "pipeline")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a command took: seconds on the clock, CPU seconds, and bytes of memory at the peak.

    The memory is 0 where it was not watched.
    """

    wall: float
    cpu: float
    memory: int = 0

    def __str__(self) -> str:
        return f"{self.wall:.2f} s ({self.cpu:.2f} CPU s)"


class EndedError(Exception):
    """A command that was to be measured has failed."""


def run(
    command: Sequence[str], cache: Path | None = None, *, watched: bool = False, good: int = 0
) -> Taken:
    """Run a command. Raises `EndedError` where it ends with a code above `good`.

    Its memory is watched only if asked: to look is some work, too.
    """
    kept = {"ALLWAYS_CACHE": str(cache)} if cache else {}
    with tempfile.TemporaryFile() as told:  # a pipe that nobody reads would be full some time
        begin = time.monotonic()
        process = subprocess.Popen(
            command, env={**os.environ, **kept}, stdout=subprocess.DEVNULL, stderr=told
        )
        watcher = Watcher(process.pid) if watched else None
        with watcher or nullcontext():
            _, status, used = os.wait4(process.pid, 0)
            wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if not 0 <= process.returncode <= good:
            told.seek(0)
            why = told.read().decode(errors="replace")
            raise EndedError(f"{' '.join(command)} ended with {process.returncode}:\n{why}")
    return Taken(wall, used.ru_utime + used.ru_stime, watcher.peak if watcher else 0)


def middle(taken: Sequence[Taken]) -> Taken:
    """The medians of some runs, and the largest memory."""
    return Taken(
        statistics.median(run.wall for run in taken),
        statistics.median(run.cpu for run in taken),
        max(run.memory for run in taken),
    )
