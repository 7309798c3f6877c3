"""A command is measured with all its processes, and one that fails is no figure."""

import sys

import pytest

from bench.processes import EndedError, Taken, middle, run

BUSY = "import time\nwhile time.process_time() < 0.3: pass"
BELOW = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])"


def test_the_cpu_seconds_of_a_process_below_are_counted() -> None:
    taken = run([sys.executable, "-c", BELOW])

    assert taken.cpu >= 0.3
    assert taken.memory == 0


@pytest.mark.parametrize("ending", ["sys.exit(2)", "os.kill(os.getpid(), 9)"])
def test_a_command_that_fails_is_no_figure(ending: str) -> None:
    with pytest.raises(EndedError, match="ended with"):
        run([sys.executable, "-c", f"import os, sys; {ending}"], good=1)


def test_the_middle_of_runs_has_the_median_times_and_the_largest_memory() -> None:
    taken = [Taken(1, 9, 5), Taken(8, 2, 7), Taken(3, 3, 6)]

    assert middle(taken) == Taken(3, 3, 7)
