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
HOLD = f"held = bytearray(b'x') * {SIZE}; time.sleep(0.6)"

PARENT = f"""
import os, subprocess, sys, time
subprocess.run([sys.executable, "-c", "import time; {HOLD}"], check=True)
"""
FORKED = f"""
import os, time
held = bytearray(b"x") * {SIZE}
if os.fork():
    os.wait()
else:
    time.sleep(0.6)
"""


def _peak(program: str) -> int:
    process = subprocess.Popen([sys.executable, "-c", program])
    with Watcher(process.pid) as watcher:
        assert process.wait() == 0
    return watcher.peak


def test_what_a_process_of_a_process_holds_is_counted() -> None:
    assert SIZE < _peak(PARENT) < 1.7 * SIZE


def test_pages_that_two_processes_share_are_counted_once() -> None:
    assert SIZE < _peak(FORKED) < 1.7 * SIZE


def test_a_process_that_has_ended_holds_nothing_and_has_no_children() -> None:
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    process.wait()

    assert held(process.pid) == 0
    assert list(family(process.pid)) == [process.pid]
