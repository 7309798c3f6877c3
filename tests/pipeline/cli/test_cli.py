"""The outermost line: whatever goes wrong is told, written down, and gives an exit code."""

import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from pipeline.cli import exit_code, main
from pipeline.store.fault_log import LARGEST


@pytest.mark.parametrize("lines", [20, 12_000])
def test_whoever_reads_the_lines_may_stop_reading(tmp_path: Path, lines: int) -> None:
    """Whether the lines are held back until the end, or written as they come."""
    (tmp_path / "lines.txt").write_text("The sea was calm.\n" * lines)
    say = [sys.executable, "-m", "pipeline", "say", "--print", str(tmp_path / "lines.txt")]

    held = {**os.environ, "PYTHONUNBUFFERED": ""}

    with subprocess.Popen(say, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=held) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


# --- where the cache is -----------------------------------------------------------------


def test_without_a_home_it_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ALLWAYS_CACHE", "~nobody-of-this-name/cache")

    assert main(["why", "a"]) == 2
    assert capsys.readouterr().err.endswith("Set ALLWAYS_CACHE to a folder where you may write.\n")


COMMANDS = {
    "publish": ["publish", "{posts}", "--output", "{out}"],
    "say": ["say", "Usk", "--source", "{posts}", "--to", "{out}/say.mp3"],
    "why": ["why", "ty", "--output", "{out}"],
    "voices": ["voices", "--source", "{posts}"],
}


@pytest.mark.parametrize("cache", ["/dev/null", "/dev/null/cache", "/proc/cache"])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_cache_that_can_not_be_is_no_fault(
    name: str,
    cache: str,
    posts: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ALLWAYS_CACHE", cache)

    code = main([word.format(posts=posts, out=posts.parent) for word in COMMANDS[name]])

    told = capfd.readouterr().err
    assert "fault" not in told
    assert "Traceback" not in told
    if name == "publish":
        assert code == 1
        assert "Set ALLWAYS_CACHE" in told


# --- the outermost line -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "where"),
    [
        (RecursionError("too deep"), ""),
        (OSError(5, "Input/output error", "posts/a.md"), "posts/a.md: "),
        (UnicodeEncodeError("ascii", "ŷ", 0, 1, "no such letter"), ""),
        (KeyError("slug"), ""),
    ],
)
def test_what_nobody_expected_is_told_and_written_down(
    error: Exception, where: str, posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def command() -> int:
        raise error

    assert exit_code(command) == 1

    told = capsys.readouterr().err
    log = posts.parent / "cache/faults.log"
    assert told.startswith(f"error: {where}this is a fault of Allways ({type(error).__name__}")
    assert "Traceback" not in told
    assert str(log) in told
    assert "in command" in log.read_text()


def test_a_full_memory_is_told_as_such_and_is_no_fault(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def command() -> int:
        raise MemoryError

    assert exit_code(command) == 1

    told = capsys.readouterr().err
    assert told.startswith("error: there was not enough memory for this. Close other programs")
    assert not (posts.parent / "cache/faults.log").exists()


def test_the_log_of_faults_keeps_the_newest_and_stays_small(posts: Path) -> None:
    def command() -> int:
        raise ValueError(f"fault {next(numbers)}: {'y' * 9000}")

    numbers = count()
    for _ in range(LARGEST // 9000 + 1):
        exit_code(command)

    log = (posts.parent / "cache/faults.log").read_bytes()
    assert len(log) == LARGEST
    assert f"fault {next(numbers) - 1}:".encode() in log
    assert b"fault 0:" not in log


def test_where_the_log_can_not_be_written_the_fault_is_told_all_the_same(
    posts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def command() -> int:
        raise KeyError(str(posts))

    monkeypatch.setenv("ALLWAYS_CACHE", "/dev/null")

    assert exit_code(command) == 1
    told = capsys.readouterr().err
    assert "fault of Allways (KeyError" in told
    assert "can't be written" in told


# --- streams ----------------------------------------------------------------------------


def publish(posts: Path, redirected: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """A publish by a shell that sends its lines elsewhere."""
    words = [sys.executable, "-m", "pipeline", *COMMANDS["publish"], "--jobs", "1"]
    words = [word.format(posts=posts, out=posts.parent / "out") for word in words]
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirected}', "sh", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **more},
    )


def made(posts: Path) -> bool:
    return (posts.parent / "out/posts").is_dir() and (posts.parent / "out/report.json").exists()


def test_letters_that_a_terminal_does_not_have_are_told_in_others(posts: Path) -> None:
    ended = publish(posts, "", PYTHONIOENCODING="ascii")

    assert ended.returncode == 0
    assert "1 post made" in ended.stdout
    assert r"t\u0177.md" in ended.stdout
    assert "fault" not in ended.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_stop_no_run(posts: Path, closed: str) -> None:
    ended = publish(posts, closed)

    assert made(posts)
    assert ended.returncode == 0
    assert "Traceback" not in ended.stderr
    assert "fault" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_stream_is_told_and_stops_no_run(posts: Path) -> None:
    ended = publish(posts, ">/dev/full")

    assert made(posts)
    assert ended.returncode == 1
    assert "can't be printed (No space left on device)" in ended.stderr
    assert "fault" not in ended.stderr
    assert "Exception" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_errors_that_can_not_be_told_stop_no_run(posts: Path) -> None:
    (posts / "bad.md").write_text("")

    ended = publish(posts, "2>/dev/full")

    assert made(posts)
    assert ended.returncode == 1
    assert "1 post made" in ended.stdout
