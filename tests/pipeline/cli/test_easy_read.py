"""The path of an easy-read text, as an editor walks it on the command line."""

from datetime import datetime
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.pipeline.easy_read.places import TEXT, filled, tide


def run(*words: str) -> int:
    return main(["easy-read", *words, "--source", "posts"])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the posts in it, where the editor is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLWAYS_CACHE", str(tmp_path / "cache"))
    tide(tmp_path, "")
    return tmp_path


def test_from_the_draft_to_the_signature(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("draft", "tide") == 0
    told = capsys.readouterr().out
    assert "Written: tide.easy.md" in told
    assert "Next: choose, shorten and explain" in told
    text = home / "posts/tide.easy.md"
    text.write_text(TEXT, "utf-8")
    assert run("pack", "tide") == 0
    assert "Print this: packs/tide-round-1-pack.pdf" in capsys.readouterr().out
    table = filled(home / "packs/tide-round-1-answers.csv", {"1": "wrong"}, "Better")
    assert run("marks", "tide", str(table)) == 0
    assert "Row 1 is wrong: The sea rose. Better words: Better" in capsys.readouterr().out
    signed = ("sign", "tide", "--by", "The Tide Group", "--named", "yes", "--paid", "yes")
    assert run(*signed) == 2
    assert "1 mark is not closed" in capsys.readouterr().err
    marks = home / "posts/tide.easy.marks.csv"
    line = "wrong,Better,"
    before = marks.read_text("utf-8-sig")
    assert before.count(line) == 1
    marks.write_text(before.replace(line, f"{line}they see it now"), "utf-8")
    assert run(*signed) == 0
    assert "It is called Easy Read." in capsys.readouterr().out
    today = datetime.now().astimezone().date().isoformat()
    assert f"signed_on: {today}" in text.read_text("utf-8")
    assert run("state", "tide") == 0
    assert "Next: nothing." in capsys.readouterr().out


def test_a_post_or_a_text_that_is_not_there_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("state", "ebb") == 2
    assert "there is no post “ebb”" in capsys.readouterr().err
    for command in (("state", "tide"), ("pack", "tide")):
        assert run(*command) == 2
        assert "Begin one: make easy-read POST=tide" in capsys.readouterr().err
    assert not (home / "packs").exists()


@pytest.mark.parametrize("words", [("--paid", "perhaps"), ("--named", "")])
def test_a_signature_says_yes_or_no(home: Path, words: tuple[str, str]) -> None:
    given = {"--by": "A", "--named": "yes", "--paid": "yes", words[0]: words[1]}
    with pytest.raises(SystemExit):
        run("sign", "tide", *(word for pair in given.items() for word in pair))
    assert not list(home.glob("posts/*.easy.md"))
