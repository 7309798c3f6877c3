"""What the command line takes, and what it says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import main

POST = "# {0}\n\nThe sea was calm.\n"


def test_an_error_that_many_posts_have_is_told_once_with_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ALLWAYS_CACHE", str(tmp_path / "cache"))
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "publication.toml").write_text('[voice]\nengine = "command"\ncommand = ["false"]\n')
    for name in ("one", "two", "three"):
        (posts / f"{name}.md").write_text(POST.format(name))

    assert main(["publish", str(posts), "--output", str(tmp_path / "out")]) == 1

    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("error")]
    assert len(told) == 1
    assert told[0].startswith("error: one.md, three.md, two.md: ")


def test_a_folder_of_posts_that_is_named_must_be_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["say", "Usk", "--source", str(tmp_path / "nowhere")])

    assert ended.value.code == 2
    assert "there is no such folder or file" in capsys.readouterr().err


def test_lines_are_printed_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a folder of posts the settings are as they come."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lines.txt").write_bytes(b"at 8.50\r\n3/4/2024 or\rnot\n")

    assert main(["say", "--print", "lines.txt", "--language", "en-US"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said == ["at eight fifty", "March fourth twenty twenty-four or not"]


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
