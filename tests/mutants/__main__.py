"""Put each fault into a copy of the project, and count how many the tests refuse.

    make mutants [ARGS="3 14"]

A fault is refused when a test fails: when pytest ends with 1. Any other end (nothing collected,
a broken import, no end at all) refuses nothing. The tests that a fault names are asked first; if
they pass, all others are, but for the browser's and those of the judges that come from npm.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.mutants.faults import Fault, copied, load

SHARE = 0.95
"""How many of the faults must be refused: 57 of 60."""

AT_ONCE = 2
LONGEST = 1800  # seconds: the whole of the tests in one process takes half of it

_WITHOUT = (
    "tests/browser",
    "tests/pipeline/judges/test_ace.py",
    "tests/pipeline/judges/test_axe.py",
    "tests/mutants",
    "tests/test_mutants.py",
)
"""What is not asked: what takes a browser or npm, and the test of this list itself."""

_ENDS = {
    0: "SURVIVES",
    1: "refused",
    2: "NOT JUDGED, pytest was interrupted or could not import",
    3: "NOT JUDGED, pytest itself failed",
    4: "NOT JUDGED, pytest was called wrongly",
    5: "NOT JUDGED, no test was found",
}


def main() -> int:
    """Ask, count, and give the exit code."""
    options = _options()
    faults = [fault for fault in load() if not options.numbers or fault.number in options.numbers]
    others = "no others" if options.quick else f"then all but {', '.join(_WITHOUT)}"
    _say(f"{len(faults)} faults; each is held to the tests that it names, {others}.")
    if not _is_green(faults, quick=options.quick):
        _say("Without any fault they do not pass: nothing can be counted.")
        return 2
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ends = list(pool.map(partial(_judged, quick=options.quick), faults))
    return _counted(faults, ends)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, metavar="NUMBER", help="these alone")
    parser.add_argument("--quick", action="store_true", help="ask the tests that they name alone")
    return parser.parse_args()


def _is_green(faults: Iterable[Fault], *, quick: bool) -> bool:
    """Whether a copy without any fault passes what will be asked."""
    named = sorted({name for fault in faults for name in fault.tests})
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        return _ask(copied(Path(place)), named if quick else ["tests"]) == 0


def _judged(fault: Fault, *, quick: bool) -> int | None:
    """What pytest ends with in a copy that has the fault; None where it does not end."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        folder = copied(Path(place))
        fault.put_into(folder)
        end = _ask(folder, fault.tests)
        if end == 0 and not quick:
            _say(f"{fault.number:>3} passes the tests that it names: {fault.what}")
            end = _ask(folder, ["tests"])
    _say(f"{fault.number:>3} {_worded(end)}: {fault.what} ({fault.file})")
    return end


def _ask(folder: Path, tests: Sequence[str]) -> int | None:
    """Run some tests of a copy up to the first that fails."""
    words = ["-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    ignored = [f"--ignore={name}" for name in _WITHOUT]
    own = {"PYTHONPATH": str(folder), "ALLWAYS_CACHE": str(folder / "cache")}
    try:
        done = subprocess.run(
            [sys.executable, *words, *ignored],
            cwd=folder,
            env={**os.environ, **own},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return done.returncode


def _worded(end: int | None) -> str:
    return f"NOT JUDGED, no end in {LONGEST} s" if end is None else _ENDS.get(end, f"ended {end}")


def _counted(faults: Sequence[Fault], ends: Sequence[int | None]) -> int:
    refused = sum(end == 1 for end in ends)
    rooms = {Path(fault.file).parent for fault in faults}
    for fault, end in zip(faults, ends, strict=True):
        if end != 1:
            _say(f"{_worded(end)}: {fault.number} {fault.what} ({fault.file})")
    _say(f"{refused} of {len(faults)} faults in {len(rooms)} rooms are refused.")
    return 0 if refused >= SHARE * len(faults) else 1


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 (a script for developers: this is all that it is for)


if __name__ == "__main__":
    raise SystemExit(main())
