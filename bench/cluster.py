"""Measure who speaks: one process, the usual workers, and a Dask cluster on this machine.

    python bench/cluster.py SOURCE [ENGINE]

A cold run of the sound alone, each way in turn, `RUNS` times; the middle counts. The ratios to
the run of one process are what to quote. Starting the workers, or the cluster, is in them.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 3
CORES = os.cpu_count() or 1
WAYS = {
    "one process": ["--jobs", "1"],
    f"the usual {CORES} workers": ["--jobs", str(CORES)],
    f"--cluster local:{CORES}": ["--jobs", str(CORES), "--cluster", f"local:{CORES}"],
}


def seconds(source: Path, engine: str, options: list[str]) -> float:
    """The seconds of a cold run."""
    with tempfile.TemporaryDirectory(prefix="allways-bench-") as work:
        posts = Path(work, "posts")
        shutil.copytree(source, posts)
        command = [sys.executable, "-m", "pipeline", "publish", str(posts), "--formats", "mp3"]
        command += ["--output", str(Path(work, "output")), "--engine", engine, *options]
        begin = time.monotonic()
        subprocess.run(
            command,
            env={**os.environ, "ALLWAYS_CACHE": str(Path(work, "cache"))},
            capture_output=True,
            check=True,
        )
        return time.monotonic() - begin


def main(source: Path, engine: str) -> None:
    """Take the figures in turn, so that a busy moment does not count against one way alone."""
    took: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(RUNS):
        for way, options in WAYS.items():
            took[way].append(seconds(source, engine, options))
    alone = statistics.median(took["one process"])
    print(f"| {engine}, {CORES} cores, median of {RUNS} runs | s | ÷ one process |\n|---|---|---|")
    for way, all_seconds in took.items():
        middle = statistics.median(all_seconds)
        print(f"| {way} | {middle:.1f} | {middle / alone:.2f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "hibari")
