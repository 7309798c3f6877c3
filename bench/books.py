"""How long EPUBCheck takes over many books, and which part of a whole check that is.

    python -m bench.books books FOLDER NUMBER     the first books of posts under a folder
    python -m bench.books check FOLDER            each judge, over all that is in a folder

The first prints the seconds and CPU seconds of two passes as JSON, the second those of each
judge. Java starts in the first pass; in the second, everything is loaded and compiled, as in a
process that stays.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.processes import EndedError, Taken
from bench.table import Bound, Row
from pipeline.findings import Level
from pipeline.judges.check import JUDGES, check_files

BOOKS = 100
BOUND = Bound(15, size=BOOKS)


def rows(output: Path, number: int) -> Iterator[Row]:
    """The rows of so many books of posts."""
    passes = asked("books", output, number)
    at = f"{number} books"
    for name, what in (("first", "starting Java"), ("second", "Java warm")):
        taken = passes[name]
        beside = f"{taken.cpu:.2f} CPU s"
        yield Row(f"EPUBCheck, {what}", at, taken.wall, "s", BOUND, number, beside)


def share(output: Path, posts: int) -> Iterator[Row]:
    """The row of its share of a check of everything."""
    judges = {name: taken.wall for name, taken in asked("check", output).items()}
    whole = sum(judges.values())
    part = judges["epubcheck"]
    longest = max(judges, key=lambda name: judges[name])
    yield Row(
        "EPUBCheck ÷ all judges that are here",
        f"{posts} posts, all formats",
        part / whole,
        "×",
        beside=f"{part:.1f} s ÷ {whole:.1f} s; longest: {longest}, {judges[longest]:.1f} s",
    )


def asked(what: str, folder: Path, *more: int) -> dict[str, Taken]:
    """What this script prints in a process of its own: Java starts only once in one.

    CPU seconds are those of that process, in which Java runs; a browser is none of it.
    """
    command = [sys.executable, "-m", "bench.books", what, str(folder), *map(str, more)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise EndedError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    # The last line: judges in Java print, too.
    return {name: Taken(*taken) for name, taken in json.loads(done.stdout.splitlines()[-1]).items()}


def books(folder: Path, number: int) -> dict[str, tuple[float, float]]:
    """The seconds and CPU seconds of two passes of EPUBCheck over the first books of posts.

    Raises `EndedError` where there are fewer, or it can't run or finds a fault: it may then have
    had less to do.
    """
    found = sorted(folder.glob("posts/*/*.epub"))[:number]
    if len(found) < number:
        raise EndedError(f"there are {len(found)} books, not {number}")
    return {name: _judged("epubcheck", found) for name in ("first", "second")}


def check(folder: Path) -> dict[str, tuple[float, float]]:
    """The seconds and CPU seconds of each judge that is here, over every file under a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    here = (name for name, judge in JUDGES.items() if not judge.missing())
    return {name: _timed(name, files)[0] for name in here}


def _judged(name: str, files: list[Path]) -> tuple[float, float]:
    """The seconds of a judge that has to be here and find nothing."""
    seconds, faults = _timed(name, files)
    if faults:
        raise EndedError(f"{name} finds {faults} faults, or is not here")
    return seconds


def _timed(name: str, files: list[Path]) -> tuple[tuple[float, float], int]:
    begin, before = time.monotonic(), time.process_time()
    findings, _ = check_files(files, [JUDGES[name]], require=True)
    seconds = (time.monotonic() - begin, time.process_time() - before)
    return seconds, sum(found.level is Level.ERROR for found in findings)


if __name__ == "__main__":
    place = Path(sys.argv[2])
    print(json.dumps(check(place) if sys.argv[1] == "check" else books(place, int(sys.argv[3]))))
