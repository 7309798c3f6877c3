"""Measure a publication as a person waits for it: cold, unchanged, one sentence edited.

    make bench SOURCE=folder

Every figure is a ratio to a yardstick that is taken in the same run, since machines differ and
drift: what `espeak-ng | lame` takes for the same words, and the floor, which is the synthesis
and one LAME encoding of them divided by the cores. Each is run `RUNS` times; the middle counts.
"""

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

from pipeline.sound.mp3_frames import QUALITY

RUNS = 3
PROGRAM = [sys.executable, "-m", "pipeline"]


@dataclass(frozen=True, slots=True)
class Figure:
    """The middle of some runs: seconds, and the largest process of a run in MiB."""

    name: str
    seconds: float
    memory: float


def measure(name: str, run: Callable[[], list[str]]) -> Figure:
    """Prepare and run a command `RUNS` times; `run` makes ready and gives the command."""
    figures = [once(run()) for _ in range(RUNS)]
    seconds = statistics.median(figure[0] for figure in figures)
    return Figure(name, seconds, statistics.median(figure[1] for figure in figures))


def once(command: list[str]) -> tuple[float, float]:
    """Wall time and peak memory of one command, the latter as the system counts it."""
    watcher = (
        "import resource, subprocess, sys, time\n"
        "begin = time.monotonic(); code = subprocess.call(sys.argv[1:], "
        "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "print(time.monotonic() - begin, resource.getrusage("
        "resource.RUSAGE_CHILDREN).ru_maxrss, code)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", watcher, *command], capture_output=True, text=True, check=True
    )
    seconds, kibibytes, code = answer.stdout.split()
    if code != "0":
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    return float(seconds), int(kibibytes) / 1024


def publish(source: Path, output: Path) -> list[str]:
    """The command of one run, with the voice of the yardsticks."""
    return [*PROGRAM, "publish", str(source), "--output", str(output), "--engine", "espeak"]


def edit(source: Path) -> None:
    """Change one sentence: the first line of the last post file that ends in a full stop."""
    posts = (p for p in source.rglob("*") if p.suffix in (".txt", ".md") and p.stem != "README")
    file = max(posts)
    lines = file.read_text("utf-8").split("\n")
    at = max(n for n, line in enumerate(lines) if line.rstrip().endswith(".") and len(line) > 80)
    lines[at] = lines[at].rstrip() + f" Edited {time.monotonic_ns()}."
    file.write_text("\n".join(lines), "utf-8")


def words(output: Path) -> str:
    """What all the posts show, as the plain text editions have it."""
    return "\n\n".join(p.read_text("utf-8") for p in sorted(output.glob("posts/*/*.txt")))


def yardsticks(text: Path, folder: Path) -> tuple[list[str], list[str], list[str]]:
    """Three shell commands: speak and encode in a pipe; speak alone; encode alone."""
    speak = f"espeak-ng -v en-gb -f {text} --stdout"
    wav = folder / "all.wav"
    subprocess.run(f"{speak} > {wav}", shell=True, check=True)
    return (
        ["sh", "-c", f"{speak} | lame --quiet - {folder / 'all.mp3'}"],
        ["sh", "-c", f"{speak} > {folder / 'speech.wav'}"],
        ["sh", "-c", f"lame --quiet -q {QUALITY} -b 64 {wav} {folder / 'floor.mp3'}"],
    )


def main(source: Path) -> None:
    """Take every figure and print the table."""
    work = Path(tempfile.mkdtemp(prefix="allways-bench-"))
    posts, output, cache = work / "posts", work / "output", work / "cache"
    shutil.copytree(source, posts)
    os.environ["ALLWAYS_CACHE"] = str(cache)

    def cold() -> list[str]:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.rmtree(output, ignore_errors=True)
        return publish(posts, output)

    def edited() -> list[str]:
        edit(posts)
        return publish(posts, output)

    figures = [
        measure("cold run of all editions", cold),
        measure("unchanged run", lambda: publish(posts, output)),
        measure("one sentence edited", edited),
    ]
    text = work / "words.txt"
    text.write_text(words(output), "utf-8")
    show(figures, *_yardstick_figures(text, work))
    shutil.rmtree(work)


def _yardstick_figures(text: Path, work: Path) -> tuple[Figure | None, Figure | None]:
    if not (shutil.which("espeak-ng") and shutil.which("lame")):
        return None, None
    pipe, speech, encoding = yardsticks(text, work)
    piped = measure("espeak-ng piped into lame", lambda: pipe)
    spoken, encoded = measure("", lambda: speech), measure("", lambda: encoding)
    seconds = (spoken.seconds + encoded.seconds) / (os.cpu_count() or 1)
    return piped, Figure("floor: (synthesis + one encoding) / cores", seconds, 0)


def show(figures: list[Figure], pipe: Figure | None, floor: Figure | None) -> None:
    """Print a row for each figure, with its ratio to each yardstick."""
    print(f"{os.cpu_count()} cores, median of {RUNS} runs")
    print("| run | seconds | MiB | ÷ espeak-ng into lame | ÷ floor |\n|---|---|---|---|---|")
    for figure in [*figures, *(f for f in (pipe, floor) if f)]:
        ratios = [f"{figure.seconds / f.seconds:.2f}" if f else "–" for f in (pipe, floor)]
        memory = f"{figure.memory:.0f}" if figure.memory else "–"
        print(f"| {figure.name} | {figure.seconds:.2f} | {memory} | {' | '.join(ratios)} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
