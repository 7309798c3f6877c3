"""A run that has everything to make, beside what no run can do without."""

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.processes import PROGRAM, EndedError, Taken, middle, run
from bench.table import Bound, Row

CORES = os.cpu_count() or 1
BOUND = Bound(1.10, size=6000)
"""Times the floor, for a page with this many words: starting is a larger share of a shorter one."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What no run can do without: CPU seconds of a process, and the seconds of its sound."""

    engine: float
    mp3: float
    opus: float
    sound: float


def floor(source: Path, engine: str, at_once: int) -> Floor:
    """The middle of what so many processes print that do the work alone, all at the same time."""
    command = [sys.executable, "-m", "bench.alone", str(source), engine]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(at_once)]
    printed = [process.communicate()[0] for process in started]
    if any(process.returncode for process in started):
        raise EndedError(f"{' '.join(command)} has failed")
    return _middle([Floor(*json.loads(figures)) for figures in printed])


def _middle(floors: Sequence[Floor]) -> Floor:
    return Floor(
        statistics.median(floor.engine for floor in floors),
        statistics.median(floor.mp3 for floor in floors),
        statistics.median(floor.opus for floor in floors),
        statistics.median(floor.sound for floor in floors),
    )


def rows(source: Path, engine: str, times: int, words: int) -> Iterator[Row]:
    """The rows of one engine, for a folder of posts with so many words.

    Run and floors are taken in turn, so that a busy moment does not count against one alone.
    """
    taken: list[Taken] = []
    quiet: list[Floor] = []
    busy: list[Floor] = []
    for _ in range(times):
        quiet.append(floor(source, engine, 1))
        busy.append(floor(source, engine, CORES))
        taken.append(_cold(source, engine))
    cold = middle(taken)
    for place, floors in (("", quiet), (", every core at work", busy)):
        least = _middle(floors)
        work = {"speech + one LAME encoding": least.engine + least.mp3}
        work["speech + one LAME + one Opus encoding"] = least.engine + least.mp3 + least.opus
        for name, seconds in work.items():
            yield Row(
                f"cold run, {engine} ÷ ({name}) / {CORES} cores{place}",
                f"{words:,} words, {least.sound:,.0f} s of sound",
                cold.wall / (seconds / CORES),
                "×",
                BOUND,
                words,
                f"{cold} ÷ {Taken(seconds / CORES, seconds)}",
            )


def _cold(source: Path, engine: str) -> Taken:
    """Publish all editions into new folders beside the posts."""
    output, cache = source.parent / "output", source.parent / "cache"
    for folder in (output, cache):
        shutil.rmtree(folder, ignore_errors=True)
    command = [*PROGRAM, "publish", str(source), "--output", str(output), "--engine", engine]
    return run(command, cache)
