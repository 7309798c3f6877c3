"""What is printed reaches someone, or is said not to have; a closed stream is no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")

SHOW = "terminal.prepare(); terminal.show('t\u0177'); terminal.warn('t\u0177')"
FINISH = "print('a line'); import sys; sys.exit(0 if terminal.finish() else 3)"


def ended(lines: str, redirected: str = "") -> "subprocess.CompletedProcess[str]":
    """A program that prints, run by a shell that sends its lines elsewhere."""
    words = [sys.executable, "-c", f"from pipeline.cli import terminal; {lines}"]
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirected}', "sh", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": ""},  # else no line waits to be sent off
    )


def test_what_was_sent_off_is_said_to_be() -> None:
    done = ended(FINISH)

    assert (done.returncode, done.stdout, done.stderr) == (0, "a line\n", "")


@FULL
def test_what_could_not_be_sent_off_is_told_once_and_said_not_to_be() -> None:
    """Python itself has nothing left to complain of when it ends: its own code would be 120."""
    done = ended(FINISH, ">/dev/full")

    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "error: the output can't be printed (No space left on device)" in done.stderr


def test_a_reader_who_has_stopped_is_not_told_of() -> None:
    """As in `allways why a-post | head -1`: nobody is there to print for, and nothing is wrong."""
    gone = "import os; read, write = os.pipe(); os.dup2(write, 1); os.close(read); "

    done = ended(gone + FINISH)

    assert (done.returncode, done.stderr) == (3, "")
    assert "EnoughError" in ended(gone + "terminal.show('x' * 1_000_000)").stderr


@FULL
def test_errors_that_nobody_can_see_stop_nothing() -> None:
    assert ended("terminal.warn('an error'); print('on')", "2>/dev/full").stdout == "on\n"


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_nowhere(closed: str) -> None:
    done = ended(
        "terminal.prepare(); terminal.show('a'); terminal.warn('b'); terminal.finish()", closed
    )

    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_a_character_that_the_terminal_does_not_have_is_shown_by_its_number() -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"from pipeline.cli import terminal; {SHOW}"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )

    assert (done.stdout, done.stderr) == ("t\\u0177\n", "t\\u0177\n")
