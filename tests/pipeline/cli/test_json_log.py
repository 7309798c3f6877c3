"""A log for programs: what a run does, finds and comes to, one JSON object a line."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main


def logged(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def publish(posts: Path, *more: str) -> int:
    words = ["publish", str(posts), "--output", str(posts.parent / "out"), "--formats", "mp3"]
    return main([*words, "--jobs", "1", "--log-format", "json", *more])


def test_steps_findings_and_the_summary_are_lines_in_the_order_of_the_run(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(posts) == 0

    log = logged(capsys)
    assert [line["step"] for line in log if line["event"] == "step"] == [
        "narrate",
        "render",
        "gather",
    ]
    assert "picture-missing" in [line["code"] for line in log if line["event"] == "finding"]
    assert log[-1]["event"] == "summary"
    assert (log[-1]["clean"], log[-1]["made"], log[-1]["kept"]) == (True, ["ty"], 0)
    assert set(log[-1]["seconds"]) == {"prepare", "narrate", "render", "gather"}
    assert all(datetime.fromisoformat(line["time"]).tzinfo for line in log)


def test_errors_of_posts_are_lines_and_the_summary_says_so(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "bad.md").write_text("---\ntitle: [broken\n---\nText.\n")

    assert publish(posts) == 1

    log = logged(capsys)
    (error,) = [line for line in log if line["event"] == "error"]
    assert error["where"].startswith("bad.md")
    assert error["remedy"]
    assert log[-1]["clean"] is False


def test_what_stops_a_run_is_a_line_and_told_to_people_too(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(posts / "none") == 2

    told = capsys.readouterr()
    (line,) = map(json.loads, told.out.splitlines())
    assert (line["event"], line["message"]) == ("error", "there is no such folder or file.")
    assert told.err.startswith("error: ")


def test_the_times_of_the_steps_are_kept_until_another_run_has_work_to_do(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(posts)
    (path,) = (posts.parent / "cache/timings").iterdir()
    kept = path.read_bytes()
    assert json.loads(kept)["seconds"] == logged(capsys)[-1]["seconds"]

    publish(posts)

    assert path.read_bytes() == kept


def test_the_times_of_the_steps_are_in_the_report_of_a_run_that_is_asked_for_them(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = posts.parent / "out/report.json"
    publish(posts)
    before, pages = path.read_bytes(), (posts.parent / "out/posts").stat()

    publish(posts, "--timings")
    timed = path.read_bytes()
    seconds = json.loads(timed).pop("seconds")
    assert list(seconds) == ["prepare", "gather"]  # there was nothing to narrate or to render
    assert all(0 < took < 60 for took in seconds.values())

    publish(posts, "--timings")
    assert path.read_bytes() == timed  # nothing had changed
    assert logged(capsys)[-1]["kept"] == 1

    publish(posts)
    assert path.read_bytes() == before
    assert (posts.parent / "out/posts").stat() == pages


def test_a_log_that_nobody_reads_any_more_stops_no_step() -> None:
    gone = "import os; read, write = os.pipe(); os.dup2(write, 1); os.close(read); "
    log = "from pipeline.cli.json_log import JsonLog; JsonLog().begin('narrate', 1)"

    assert subprocess.run([sys.executable, "-c", gone + log], check=False).returncode in {0, 120}
