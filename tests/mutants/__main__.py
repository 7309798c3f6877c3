"""Put each fault into a copy of the project, and count how many the tests refuse.

    make mutants [ARGS="3 14"]

A fault is refused when a test fails: when pytest ends with 1. Any other end (nothing collected,
a broken import, no end at all) refuses nothing. The tests that each fault names are asked first;
what passes them is held to all others, but for those of the browser and of the judges from npm.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeAlias

from tests.mutants.faults import Fault, copied, load

Ends: TypeAlias = dict[Fault, int | None]
"""What pytest ended with for each fault; None where it did not end."""

SHARE = 0.95
"""How many of the faults must be refused: 57 of 60."""

AT_ONCE = 2
LONGEST = 3600  # seconds: what hangs has to end some time

_WITHOUT = (
    "tests/browser",
    "tests/pipeline/judges/test_ace.py",
    "tests/pipeline/judges/test_axe.py",
    "tests/mutants",
    "tests/test_mutants.py",
)
"""What is not asked: what takes a browser or npm, and the test of this list itself."""

_ALL = ("tests",)

_ENDS = {
    0: "PASSES",
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
    _say(f"{len(faults)} faults; each is held to the tests that it names.")
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        ends = _asked(faults, copied(Path(place, "clean")), quick=options.quick)
    return _counted(ends) if ends else 2


def _asked(faults: Sequence[Fault], clean: Path, *, quick: bool) -> Ends:
    """How each fault fares; nothing where the tests refuse a copy without any."""
    named = sorted({name for fault in faults for name in fault.tests})
    if not _is_green(clean, named):
        return {}
    ends = _all_judged(faults, clean)
    passed = [fault for fault in faults if ends[fault] == 0]
    if quick or not passed:
        return ends
    _say(f"{len(passed)} are held to all other tests, but for {', '.join(_WITHOUT)}.")
    return ends | _all_judged(passed, clean, _ALL) if _is_green(clean, _ALL) else {}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, metavar="NUMBER", help="these alone")
    parser.add_argument("--quick", action="store_true", help="ask the tests that they name alone")
    return parser.parse_args()


def _is_green(clean: Path, tests: Sequence[str]) -> bool:
    """Whether the copy without any fault passes what will be asked."""
    end = _ask(clean, tests)
    if end != 0:
        _say("Without any fault they do not pass, as make test shows: nothing can be counted.")
    return end == 0


def _all_judged(faults: Sequence[Fault], clean: Path, tests: Sequence[str] = ()) -> Ends:
    """What pytest ends with for each fault, by these tests or by those that it names."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ends = pool.map(partial(_judged, clean=clean, tests=tests), faults)
        return dict(zip(faults, ends, strict=True))


def _judged(fault: Fault, clean: Path, tests: Sequence[str]) -> int | None:
    """What pytest ends with in a copy that has the fault; None where it does not end."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        folder = shutil.copytree(clean, Path(place, "fault"))
        fault.put_into(folder)
        end = _ask(folder, tests or fault.tests)
    _say(_line(fault, end))
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


def _line(fault: Fault, end: int | None) -> str:
    worded = f"NOT JUDGED, no end in {LONGEST} s" if end is None else _ENDS.get(end, f"ends {end}")
    return f"{fault.number:>3} {worded}: {fault.what} ({fault.file})"


def _counted(ends: Ends) -> int:
    refused = sum(end == 1 for end in ends.values())
    rooms = {Path(fault.file).parent for fault in ends}
    _say("")
    for fault, end in ends.items():
        if end != 1:
            _say(_line(fault, end))
    _say(f"{refused} of {len(ends)} faults in {len(rooms)} rooms are refused.")
    return 0 if refused >= SHARE * len(ends) else 1


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 (a script for developers: this is all that it is for)


if __name__ == "__main__":
    raise SystemExit(main())
