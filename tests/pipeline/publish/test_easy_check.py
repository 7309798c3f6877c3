"""The check of one post's easy-read text, as the command shows it."""

from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.easy_read.check.people import PEOPLE
from pipeline.easy_read.easy_file import write
from tests.pipeline.easy_read.check.test_check import FILE


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "tide.md").write_text("# The tide\n\nWe saw 3 boats. We went.\n", "utf-8")
    settings = 'title = "T"\nemail = "a@example.org"\n'
    (folder / "publication.toml").write_text(settings, "utf-8")
    return folder


def asked(posts: Path) -> int:
    return main(["easy-read", "check", "tide", "--source", str(posts)])


def test_the_command_lists_what_is_wrong_and_what_people_decide(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "tide.easy.md").write_text(write(FILE), "utf-8")
    assert asked(posts) == 1
    said = capsys.readouterr().out
    assert "Row 2, line 17: We didn’t see 4 boats.\n" in said
    assert "  error: “didn’t” can be read as the opposite. Write: did not [ER-S07]\n" in said
    assert "Main points: 1 row, 4.0 words a row" in said
    assert all(question in said for _, question in PEOPLE)
    assert "that a program can decide" in said


def test_a_draft_that_is_not_written_yet_can_be_checked(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(posts) == 0
    said = capsys.readouterr().out
    assert "There is no tide.easy.md yet" in said
    assert not (posts / "tide.easy.md").exists()


def test_a_text_in_another_language_is_told_what_was_not_asked(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "publication.toml").write_text('language = "cy"\nemail = "a@example.org"\n', "utf-8")
    asked(posts)
    assert "Not asked, because they are for English: ER-S03, " in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_told_with_its_line(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "tide.easy.md").write_text("# The tide\n\n| a | b |\n", "utf-8")
    assert asked(posts) != 0
    assert "tide.easy.md:3" in capsys.readouterr().err
