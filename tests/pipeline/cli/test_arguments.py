"""The words that the command line takes, and those that it refuses."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.cli import commands, main
from pipeline.cli.arguments import parser
from tests.program import ROOT


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
    assert getattr(commands, parser().parse_args(words).command) is command


def _named(whole: argparse.ArgumentParser) -> Iterator[str]:
    """The command of a parser, or those of the parsers below it."""
    below = [a for a in whole._actions if isinstance(a, argparse._SubParsersAction)]
    for action in below:
        for one in action.choices.values():
            yield from _named(one)
    if not below:
        yield whole.get_default("command")


def test_every_command_that_can_be_named_is_there() -> None:
    named = list(_named(parser()))
    assert len(named) > 15
    assert [name for name in named if not callable(getattr(commands, name, None))] == []


def test_what_can_be_said_is_told_before_anything_else_is_loaded() -> None:
    code = (
        "import sys; from pipeline.cli.arguments import parser; parser(); "
        "print({'pipeline.settings', 'formats.model'} & sys.modules.keys())"
    )
    asked = [sys.executable, "-c", code]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


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
