"""What can't be printed stops no run, and is told where anyone can read it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PRINTING = """\
from pipeline import terminal
from pipeline.errors import WriteError
terminal.prepare()
try:
    terminal.show("a tide, {letter}")
    terminal.warn("a warning, {letter}")
except terminal.EnoughError:
    raise SystemExit(4)
except WriteError as error:
    terminal.warn(str(error))
raise SystemExit(0 if terminal.finish() else 3)
"""


def printed(
    stdout: int = subprocess.PIPE, letter: str = "é", **environment: str
) -> "subprocess.CompletedProcess[str]":
    """What a program prints that shows a line and warns with one."""
    return subprocess.run(
        [sys.executable, "-c", PRINTING.format(letter=letter)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "", **environment},
    )


def test_lines_and_warnings_go_where_each_belongs() -> None:
    done = printed()

    assert (done.returncode, done.stdout, done.stderr) == (0, "a tide, é\n", "a warning, é\n")


def test_a_letter_that_the_terminal_does_not_have_is_shown_by_its_number() -> None:
    done = printed(PYTHONIOENCODING="ascii")

    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "a tide, \\xe9\n",
        "a warning, \\xe9\n",
    )


@pytest.mark.parametrize(("unbuffered", "code"), [("", 3), ("1", 0)])
def test_a_full_disk_is_told_with_a_remedy(unbuffered: str, code: int) -> None:
    """When the lines are sent off at the end, or as they come."""
    with Path("/dev/full").open("w") as full:
        done = printed(full.fileno(), PYTHONUNBUFFERED=unbuffered)

    assert done.returncode == code
    assert "can't be printed (No space left on device)" in done.stderr
    assert "report.json has the same" in done.stderr


@pytest.mark.parametrize(("unbuffered", "code", "told"), [("", 3, "a warning, é\n"), ("1", 4, "")])
def test_whoever_stops_reading_is_told_nothing(unbuffered: str, code: int, told: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = printed(writing, PYTHONUNBUFFERED=unbuffered)
    finally:
        os.close(writing)

    assert (done.returncode, done.stderr) == (code, told)


def test_a_program_that_was_started_with_nowhere_to_print_goes_on() -> None:
    command = [sys.executable, "-c", PRINTING.format(letter="e")]
    script = 'exec "$@" >&- 2>&-'

    done = subprocess.run(
        ["sh", "-c", script, "sh", *command],
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert done.returncode == 0
