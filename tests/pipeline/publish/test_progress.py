"""How far a run has come is told in the way that suits where it is told, and stops nothing."""

import io
import time
from contextlib import suppress

import pytest

from pipeline.publish.progress import Bar, Lines, Quiet, StepTimes, shown


class Terminal(io.StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        """It is one."""
        return True


class Full(io.StringIO):
    """A log on a full disk."""

    def write(self, _text: str, /) -> int:
        """Refuse."""
        raise OSError("no space left")


def test_a_log_has_one_line_for_each_step_and_none_for_each_piece() -> None:
    log = io.StringIO()

    with shown(log) as progress:
        progress.begin("narrate", 12)
        progress.advance()
        progress.begin("render", 2)

    assert log.getvalue() == (
        "Speaking 12 pieces of sound …\nMaking the pages, books and prints of 2 posts …\n"
    )


def test_a_log_that_can_not_be_written_stops_no_run() -> None:
    Lines(Full()).begin("narrate", 12)


def test_a_terminal_has_a_bar_that_moves_and_is_taken_away() -> None:
    screen = Terminal()

    with shown(screen) as progress:
        progress.begin("narrate", 2)
        progress.advance()
        progress.advance()

    assert "Speaking:   0%" in screen.getvalue()
    assert screen.getvalue().rpartition("\r")[2].strip() == ""


def test_the_bar_of_a_step_is_taken_away_though_the_run_fails() -> None:
    screen = Terminal()

    with suppress(ValueError), shown(screen) as progress:
        progress.begin("narrate", 2)
        raise ValueError

    assert screen.getvalue().rpartition("\r")[2].strip() == ""


def test_a_bar_before_its_first_step_does_nothing() -> None:
    screen = Terminal()
    bar = Bar(screen)

    bar.advance()
    bar.close()

    assert screen.getvalue() == ""


def test_quiet_is_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    Quiet().begin("narrate", 2)
    Quiet().advance()

    assert capfd.readouterr() == ("", "")


def test_one_piece_is_told_as_one() -> None:
    log = io.StringIO()
    Lines(log).begin("gather", 1)

    assert log.getvalue() == "Making 1 file of the whole blog …\n"


def test_each_step_has_its_seconds_and_what_comes_before_is_preparing() -> None:
    log = io.StringIO()
    times = StepTimes(Lines(log))

    time.sleep(0.02)
    times.begin("narrate", 1)
    times.advance()
    times.begin("render", 1)
    time.sleep(0.05)
    times.begin("narrate", 1)

    seconds = times.seconds()
    assert list(seconds) == ["prepare", "narrate", "render"]
    assert seconds["prepare"] >= 0.02
    assert seconds["render"] >= 0.05
    assert seconds["narrate"] < seconds["render"]
    assert log.getvalue().count("\n") == 3
