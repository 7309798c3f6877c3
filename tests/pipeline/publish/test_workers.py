"""Worker processes: all work is done or its error told, and none outlives its parent."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
import weakref
from importlib import import_module
from pathlib import Path

import pytest

from pipeline.errors import AllwaysError, FaultError, ReadError
from pipeline.publish.progress import Quiet
from pipeline.publish.workers import Workers
from tests.program import ROOT


def double(number: int) -> int:
    return 2 * number


def odd(number: int) -> int:
    match number:
        case 1:
            raise ReadError("m", where="a.md")
        case 3:
            raise RecursionError("too deep")
        case _:
            return number


def deadly(number: int, marker: Path) -> int:
    """Kill this very process: at 1 always, at 2 once."""
    if number == 1 or (number == 2 and not marker.exists()):
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def late_or_early(number: int, marker: Path) -> int:
    """The first piece ends when another has."""
    while number == 0 and not marker.exists():
        time.sleep(0.01)
    marker.touch()
    return number


def strange(_number: int) -> object:
    return lambda: None  # can't cross a process boundary


class Sound:
    """Something large."""


def spoken(_number: int) -> Sound:
    return Sound()


def busy() -> None:
    """Begin a program, say so on standard output, which all of them hold, and never end."""
    with subprocess.Popen(["sleep", "1000"], start_new_session=True) as began:
        try:
            os.write(1, b"x")
            time.sleep(1000)
        finally:
            began.kill()


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs: int) -> None:
    with Workers(jobs, Quiet()) as workers:
        assert workers.each("step", double, [(n,) for n in range(9)]) == list(range(0, 18, 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_result_is_dropped_where_its_caller_keeps_nothing_of_it(jobs: int) -> None:
    """When a piece comes, no earlier result is in memory any more."""
    came: list[weakref.ref[Sound]] = []
    held: list[bool] = []

    def arrived(_number: int, result: Sound) -> None:
        came.append(weakref.ref(result))
        held.append(any(earlier() for earlier in came[:-1]))

    with Workers(jobs, Quiet()) as workers:
        workers.each("step", spoken, [(n,) for n in range(4)], arrived=arrived)
    assert held == [False] * 4


def test_results_come_in_order_whoever_is_done_first(tmp_path: Path) -> None:
    pieces = [(n, tmp_path / "marker") for n in range(3)]

    with Workers(2, Quiet()) as workers:
        assert workers.each("step", late_or_early, pieces) == [0, 1, 2]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_piece_that_fails_is_an_error_for_itself_alone(jobs: int) -> None:
    with Workers(jobs, Quiet()) as workers:
        results = workers.each("step", odd, [(n,) for n in range(5)], list("abcde"))

    assert [results[n] for n in (0, 2, 4)] == [0, 2, 4]
    assert isinstance(results[1], ReadError)
    assert isinstance(results[3], FaultError)
    assert results[3].where == "d"
    assert "too deep" in results[3].trace


def test_a_piece_that_kills_its_worker_is_an_error_for_itself_alone(tmp_path: Path) -> None:
    with Workers(2, Quiet()) as workers:
        jobs = [(n, tmp_path / "marker") for n in range(6)]
        results = workers.each("step", deadly, jobs, list("abcdef"))

    assert isinstance(results[1], AllwaysError)
    assert str(results[1]).startswith("b: the process that worked on this was ended")
    assert results[:1] + results[2:] == [0, 2, 3, 4, 5]


def test_a_piece_that_lost_its_worker_once_is_done_again(tmp_path: Path) -> None:
    with Workers(2, Quiet()) as workers:
        assert workers.each("step", deadly, [(2, tmp_path / "marker"), (3, tmp_path)]) == [2, 3]


def test_workers_that_were_killed_between_two_steps_are_replaced() -> None:
    with Workers(2, Quiet()) as workers:
        workers.wake(import_module, "pipeline.findings", pieces=2)
        assert workers.each("step", double, [(1,), (2,)]) == [2, 4]
        for worker in multiprocessing.active_children():
            worker.kill()
            worker.join()

        assert workers.each("step", double, [(3,), (4,)]) == [6, 8]


def test_no_more_workers_are_started_early_than_there_is_work_for() -> None:
    with Workers(2, Quiet()) as workers:
        workers.wake(import_module, "pipeline.findings", pieces=1)

        assert len(multiprocessing.active_children()) == 1
        assert workers.each("step", double, [(1,), (2,)]) == [2, 4]


STARTED = """\
import os, sys
from bench.memory import family
from pipeline.publish.progress import Quiet
from pipeline.publish.workers import Workers

with Workers(int(sys.argv[1]), Quiet()) as workers:
    workers.start()
    print(len(list(family(os.getpid()))) > 1)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are listed as Linux does")
@pytest.mark.parametrize(("jobs", "begun"), [(1, "False"), (2, "True")])
def test_what_workers_are_forked_from_is_started_before_there_is_work(
    jobs: int, begun: str
) -> None:
    asked = [sys.executable, "-c", STARTED, str(jobs)]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split() == [begun]


def test_a_run_in_one_process_starts_no_worker() -> None:
    with Workers(1, Quiet()) as workers:
        workers.wake(import_module, "pipeline.findings", pieces=2)

        assert multiprocessing.active_children() == []


def test_workers_that_were_ended_are_started_anew_when_there_is_work() -> None:
    with Workers(2, Quiet()) as workers:
        workers.each("x", double, [(1,)])
        workers.end()
        assert multiprocessing.active_children() == []
        assert workers.each("x", double, [(2,)]) == [4]


def test_a_result_that_can_not_be_sent_is_an_error() -> None:
    with Workers(2, Quiet()) as workers:
        (result,) = workers.each("step", strange, [(1,)], ["a.md"])

    assert isinstance(result, FaultError)
    assert result.where == "a.md"


def test_a_module_that_can_not_be_loaded_early_stops_nothing() -> None:
    with Workers(2, Quiet()) as workers:
        workers.wake(import_module, "pipeline.there_is_no_such", pieces=2)

        assert workers.each("step", double, [(1,), (2,)]) == [2, 4]


PARENT = """\
import signal
from pipeline.publish.progress import Quiet
from pipeline.publish.workers import Workers
from tests.pipeline.publish.test_workers import busy
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's "&" has it ignored
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # and nohup this
    with Workers(2, Quiet()) as workers:
        workers.each("step", busy, [()] * 4)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_no_worker_and_nothing_that_it_began_outlives_its_parent(tmp_path: Path, how: int) -> None:
    """Its output ends when the last process that holds it has ended."""
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    with subprocess.Popen(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as parent:
        assert parent.stdout
        assert parent.stdout.read(2) == b"xx"
        parent.send_signal(how)

        assert parent.communicate(timeout=30)[0] == b""
