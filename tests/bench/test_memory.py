"""The memory of a run is that of all its processes, in which a shared page counts once."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.memory import Watcher, family, held

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="Linux alone tells of shared pages"
)

SIZE = 64 * 1024 * 1024
HOLD = f"held = bytearray(b'x') * {SIZE}; time.sleep(1)"

STARTS = "import subprocess, sys; subprocess.run([sys.executable, '-c', {!r}], check=True)"
PARENT = STARTS.format(f"import time; {HOLD}")
GRANDPARENT = STARTS.format(PARENT)
FORKED = f"""
import os, time
held = bytearray(b"x") * {SIZE}
if os.fork():
    os.wait()
else:
    time.sleep(1)
"""


def _peak(program: str) -> int:
    process = subprocess.Popen([sys.executable, "-c", program])
    with Watcher(process.pid) as watcher:
        assert process.wait() == 0
    return watcher.peak


@pytest.mark.parametrize("program", [PARENT, GRANDPARENT])
def test_what_processes_below_hold_is_counted(program: str) -> None:
    assert SIZE < _peak(program) < 1.7 * SIZE


def test_pages_that_two_processes_share_are_counted_once() -> None:
    assert SIZE < _peak(FORKED) < 1.7 * SIZE


def test_processes_that_end_while_they_are_looked_at_are_passed_over() -> None:
    many = "import os, time\nfor _ in range(300): os.fork() or os._exit(0)\ntime.sleep(0.2)"

    assert _peak(many) > 0


def test_a_process_that_has_ended_holds_nothing_and_has_no_children() -> None:
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    process.wait()

    assert held(process.pid) == 0
    assert list(family(process.pid)) == [process.pid]
