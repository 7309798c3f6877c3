"""A command that is run once and measured, with all of its processes."""

import ctypes
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from bench.memory import Watcher

_ADOPT = 36
"""`PR_SET_CHILD_SUBREAPER` of Linux: a process that outlives its parent becomes our child."""

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
    ctypes.CDLL(None).prctl(_ADOPT, 1)
    before = _cpu()
    with tempfile.TemporaryFile() as told:  # a pipe that nobody reads would be full some time
        begin = time.monotonic()
        process = subprocess.Popen(
            command, env={**os.environ, **kept}, stdout=subprocess.DEVNULL, stderr=told
        )
        watcher = Watcher(process.pid) if watched else None
        with watcher or nullcontext():
            _, status = os.waitpid(process.pid, 0)
            wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        _wait_for_orphans()
        if not 0 <= process.returncode <= good:
            told.seek(0)
            why = told.read().decode(errors="replace")
            raise EndedError(f"{' '.join(command)} ended with {process.returncode}:\n{why}")
    return Taken(wall, _cpu() - before, watcher.peak if watcher else 0)


def _cpu() -> float:
    """The CPU seconds of all processes that have ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _wait_for_orphans() -> None:
    """Wait for what the command has left: the process that its workers are forked from."""
    with suppress(ChildProcessError):  # none is left
        while True:
            os.wait()


def middle(taken: Sequence[Taken]) -> Taken:
    """The medians of some runs, and the largest memory."""
    return Taken(
        statistics.median(run.wall for run in taken),
        statistics.median(run.cpu for run in taken),
        max(run.memory for run in taken),
    )
