"""Measure a publication as a person waits for it: cold, unchanged, one sentence edited.

    make bench SOURCE=folder

There is a column for each engine that is included: the plain voice, and the natural one that
reads English. Every figure is a ratio to a yardstick that is taken in the same run, since
machines differ and drift: the floor, which is the engine alone and one LAME encoding of the same
words, divided by the cores. It is taken twice: by one process, with the machine to itself, and
by one on each core at once, since cores that share their memory are slower together. Each is run
`RUNS` times; the middle counts.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

RUNS = 3
ENGINES = ("espeak", "hibari")
PROGRAM = [sys.executable, "-m", "pipeline"]
ALONE = str(Path(__file__).with_name("alone.py"))
CORES = os.cpu_count() or 1

WATCHER = """
import json, resource, subprocess, sys, time
begin = time.monotonic()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
wall = time.monotonic() - begin
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, code]))
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """The middle of some runs: wall and CPU seconds, and the largest process of a run in MiB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Floor:
    """What no run can do without: CPU seconds of a process, and the seconds of its sound."""

    engine: float
    encoding: float
    sound: float

    @property
    def wall(self) -> float:
        """The seconds below which no run on these cores can go."""
        return (self.engine + self.encoding) / CORES


@dataclass(frozen=True, slots=True)
class Column:
    """What was measured of one engine: `quiet` by one process, `busy` by one on each core."""

    cold: Figure
    unchanged: Figure
    edited: Figure
    quiet: Floor
    busy: Floor


def measure(run: Callable[[], list[str]]) -> Figure:
    """Prepare and run a command `RUNS` times; `run` makes ready and gives the command."""
    figures = [once(run()) for _ in range(RUNS)]
    return Figure(*map(statistics.median, zip(*figures, strict=True)))


def once(command: list[str]) -> tuple[float, float, float]:
    """Wall time, CPU time and peak memory of one command with all its processes."""
    watched = [sys.executable, "-c", WATCHER, *command]
    answer = subprocess.run(watched, capture_output=True, text=True, check=True)
    wall, cpu, memory, code = json.loads(answer.stdout)
    if code:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    return wall, cpu, memory


def edit(source: Path) -> None:
    """Change one sentence: the first line of the last post file that ends in a full stop."""
    posts = (p for p in source.rglob("*") if p.suffix in (".txt", ".md") and p.stem != "README")
    file = max(posts)
    lines = file.read_text("utf-8").split("\n")
    at = max(n for n, line in enumerate(lines) if line.rstrip().endswith(".") and len(line) > 80)
    lines[at] = lines[at].rstrip() + f" Edited {time.monotonic_ns()}."
    file.write_text("\n".join(lines), "utf-8")


def column(source: Path, engine: str, work: Path) -> Column:
    """Every figure of one engine."""
    posts, output, cache = work / "posts", work / "output", work / "cache"
    shutil.copytree(source, posts)
    os.environ["ALLWAYS_CACHE"] = str(cache)
    publish = [*PROGRAM, "publish", str(posts), "--output", str(output), "--engine", engine]

    def cold() -> list[str]:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.rmtree(output, ignore_errors=True)
        return publish

    def edited() -> list[str]:
        edit(posts)
        return publish

    alone = [sys.executable, ALONE, str(posts), engine]
    floors = floor(alone, 1), floor(alone, CORES)
    return Column(measure(cold), measure(lambda: publish), measure(edited), *floors)


def floor(command: list[str], at_once: int) -> Floor:
    """The middle of what `alone.py` prints, of `RUNS` times `at_once` processes."""
    printed: list[list[float]] = []
    for _ in range(RUNS):
        started = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(at_once)]
        printed += [json.loads(process.communicate()[0]) for process in started]
    return Floor(*map(statistics.median, zip(*printed, strict=True)))


def main(source: Path) -> None:
    """Take every figure and print the table."""
    columns = []
    for engine in ENGINES:
        with tempfile.TemporaryDirectory(prefix="allways-bench-") as work:
            columns.append(column(source, engine, Path(work)))
    print(f"{CORES} cores, median of {RUNS} runs")
    print(f"| | {' | '.join(ENGINES)} |\n|---|{'---|' * len(ENGINES)}")
    for name, value in ROWS:
        print(f"| {name} | {' | '.join(map(value, columns))} |")


ROWS: tuple[tuple[str, Callable[[Column], str]], ...] = (
    ("sound, s", lambda c: f"{c.quiet.sound:.0f}"),
    ("engine alone, CPU s a second of sound", lambda c: f"{c.quiet.engine / c.quiet.sound:.4f}"),
    ("one encoding, CPU s a second of sound", lambda c: f"{c.quiet.encoding / c.quiet.sound:.4f}"),
    ("cold run, CPU s a second of sound", lambda c: f"{c.cold.cpu / c.quiet.sound:.4f}"),
    ("floor: (engine + encoding) / cores, s", lambda c: f"{c.quiet.wall:.2f}"),
    ("the same with every core at work, s", lambda c: f"{c.busy.wall:.2f}"),
    ("cold run, s", lambda c: f"{c.cold.wall:.2f}"),
    ("cold run ÷ floor", lambda c: f"{c.cold.wall / c.quiet.wall:.2f}"),
    ("cold run ÷ floor with every core at work", lambda c: f"{c.cold.wall / c.busy.wall:.2f}"),
    ("unchanged run, s", lambda c: f"{c.unchanged.wall:.2f}"),
    ("one sentence edited, s", lambda c: f"{c.edited.wall:.2f}"),
    ("largest process of a cold run, MiB", lambda c: f"{c.cold.memory:.0f}"),
)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
