"""What each command does with its words, and how it ends."""

import socket
from pathlib import Path

import pytest

from pipeline.cli import main


def test_lines_are_printed_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a folder of posts the settings are as they come."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lines.txt").write_bytes(b"at 8.50\r\n3/4/2024 or\rnot\n")

    assert main(["say", "--print", "lines.txt", "--language", "en-US"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said == ["at eight fifty", "March fourth twenty twenty-four or not"]


def test_a_post_that_was_not_made_is_told_with_those_that_were(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(posts.parent / "out")
    main(["publish", str(posts), "--output", out, "--jobs", "1", "--formats", "mp3"])

    assert main(["why", "tide", "--output", out]) == 2
    assert 'no post "tide" was made. Made were: ty.' in capsys.readouterr().err
    assert main(["why", "ty", "--output", out]) == 0
    assert "ty was last made because it is new." in capsys.readouterr().out


def test_what_a_publish_would_take_is_told_and_nothing_is_made(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = posts.parent / "out"

    assert main(["publish", str(posts), "--output", str(out), "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("To speak: 1 post, ")
    assert not out.exists()


def test_a_file_of_lines_that_is_not_there_is_told(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["say", "--print", str(posts / "none"), "--source", str(posts)]) == 2
    assert "can't be read" in capsys.readouterr().err


def test_a_preview_on_a_port_that_is_taken_is_told(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code = main(["serve", str(posts), "--output", str(posts.parent / "out"), "--port", port])

    assert code == 2
    assert f"port {port} can't be used" in capsys.readouterr().err
