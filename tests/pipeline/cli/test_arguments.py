"""The words that the command line takes, and those that it refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli import commands, main
from pipeline.cli.arguments import parser


def test_a_folder_of_posts_that_is_named_must_be_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["say", "Usk", "--source", str(tmp_path / "nowhere")])

    assert ended.value.code == 2
    assert "there is no such folder or file" in capsys.readouterr().err


def test_what_nobody_says_has_a_default() -> None:
    options = parser().parse_args(["publish"])

    assert (options.source, options.output) == (Path("source_posts"), Path("output"))
    assert (options.only, options.formats, options.engine, options.voice) == ("", "", "", "")
    assert options.jobs >= 1
    assert not options.dry_run


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["publish"], commands.publish),
        (["serve", "--port", "8001"], commands.serve),
        (["check"], commands.check),
        (["why", "tide"], commands.why),
        (["voices", "get", "alba", "--source", "."], commands.voices),
        (["say", "Usk", "--source", "."], commands.say),
    ],
)
def test_each_command_is_carried_out_by_its_own_function(
    words: list[str], command: Callable[..., int]
) -> None:
    assert parser().parse_args(words).run is command


NO_PORTS = ("x", "", "0", "-1", "70000", "65536", "8000.5", "٨٠٠٠", "9" * 5000)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["publsh"],
        ["publish", "--jobs", "0"],
        ["why"],
        *(["serve", "--port", p] for p in NO_PORTS),
    ],
)
def test_words_that_mean_nothing_are_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(words)

    assert ended.value.code == 2
    assert "usage: allways" in capsys.readouterr().err


def test_a_number_that_is_no_port_is_told_with_what_is_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["serve", "--port", "70000"])

    assert '"70000" is no port; use a number from 1024 to 65535' in capsys.readouterr().err
    assert parser().parse_args(["serve", "--port", "65535"]).port == 65535
