"""A run that is stopped, or finds the disk full, leaves whole files and no process behind."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.pipeline.publish.two_posts import tree

REPORT = "report.json"  # it tells of the errors too

RUN = """\
import os, resource, signal, sys
from pathlib import Path
from pipeline.cli import main
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's "&" has it ignored
    Path(sys.argv[1]).write_text(str(os.getpid()))
    if limit := int(sys.argv[2]):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    sys.exit(main(sys.argv[3:]))
"""

# A program that speaks; where there is a file "stop" it sends that signal to the run at the
# word "fog" and goes on for ever, and it holds the file "held" as long as it lives.
PROGRAM = """\
import fcntl, io, os, sys, time, wave
from pathlib import Path
here = Path(__file__).parent
words = sys.stdin.buffer.read().decode()
if "fog" in words and (here / "stop").exists():
    held = open(here / "held", "w")
    fcntl.flock(held, fcntl.LOCK_EX)
    os.kill(int((here / "pid").read_text()), int((here / "stop").read_text()))
    time.sleep(1000)
count = 1200 * len(words)
samples = b"".join(
    int(8000 * (1 if i // 50 % 2 else -1)).to_bytes(2, "little", signed=True) for i in range(count)
)
out = io.BytesIO()
with wave.open(out, "wb") as file:
    file.setparams((1, 2, 22050, count, "NONE", ""))
    file.writeframes(samples)
sys.stdout.buffer.write(out.getvalue())
"""


def set_up(folder: Path, sea: str = "calm") -> Path:
    """A folder with posts, a program that speaks them, and one that runs a publish."""
    posts = folder / "posts"
    posts.mkdir()
    (posts / "sea.md").write_text(f"# Sea\n\nThe sea was {sea}.\n")
    (posts / "mist.md").write_text("# Mist\n\nThe fog came in.\n")
    command = json.dumps([sys.executable, str(folder / "speak.py")])
    (posts / "publication.toml").write_text(f'[voice]\nengine = "command"\ncommand = {command}\n')
    (folder / "speak.py").write_text(PROGRAM)
    (folder / "run.py").write_text(RUN)
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return set_up(tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run makes that nothing disturbs."""
    place = set_up(tmp_path_factory.mktemp("whole"))
    assert run(place).returncode == 0
    return tree(place / "out")


def run(
    place: Path, jobs: int = 1, limit: int = 0, *, cluster: str = ""
) -> "subprocess.CompletedProcess[str]":
    """A publish, with a limit on the size of a file if there is one."""
    words = [sys.executable, str(place / "run.py"), str(place / "pid"), str(limit), "publish"]
    words += [str(place / "posts"), "--output", str(place / "out"), "--jobs", str(jobs)]
    words += ["--formats", "mp3,epub,transcript,podcast", "--cluster", cluster]
    root = str(Path(__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": root, "ALLWAYS_CACHE": str(place / "cache")}
    return subprocess.run(
        words, capture_output=True, text=True, check=False, timeout=120, env=environment
    )


def held(place: Path) -> bool:
    """Whether the program that speaks is still at work."""
    with (place / "held").open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def wait_until_free(place: Path) -> None:
    """Wait for the program that speaks to end; a limit, so that one that never does is told."""
    end = time.monotonic() + 120
    while held(place):
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_run_that_was_stopped_leaves_nothing_and_the_next_one_makes_it_whole(
    place: Path, whole: dict[str, bytes], how: signal.Signals
) -> None:
    (place / "stop").write_text(str(int(how)))

    ended = run(place, 2)  # it returns when the last process that holds its output has ended

    assert ended.returncode == (-how if how is signal.SIGKILL else 1)
    if how is not signal.SIGKILL:
        assert "Stopped. What was finished is kept; run again to go on." in ended.stderr
    assert "Traceback" not in ended.stderr
    wait_until_free(place)
    (place / "stop").unlink()
    assert run(place).returncode == 0
    assert tree(place / "out") == whole


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_on_a_cluster_that_was_stopped_leaves_nothing_and_the_next_one_makes_it_whole(
    place: Path, whole: dict[str, bytes], how: signal.Signals
) -> None:
    """A thread of Dask's can't be interrupted: what is being spoken then may end first."""
    (place / "stop").write_text(str(int(how)))
    (place / "speak.py").write_text(PROGRAM.replace("time.sleep(1000)", "time.sleep(10)"))

    ended = run(place, cluster="local:2")

    assert ended.returncode == (-how if how is signal.SIGKILL else 1)
    assert "Traceback" not in ended.stderr
    wait_until_free(place)
    (place / "stop").unlink()
    (place / "speak.py").write_text(PROGRAM)
    assert run(place).returncode == 0
    assert tree(place / "out") == whole


def test_a_run_that_is_not_to_hear_of_its_terminal_goes_on(place: Path) -> None:
    """As `nohup` has it."""
    (place / "speak.py").write_text(PROGRAM.replace("time.sleep(1000)", "pass"))
    (place / "stop").write_text(str(int(signal.SIGHUP)))
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert run(place).returncode == 0
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("limit", [100, 3_000, 20_000, 60_000])
def test_where_the_disk_is_full_each_file_is_as_before_or_whole(
    tmp_path: Path, whole: dict[str, bytes], limit: int
) -> None:
    """A limit on the size of a file stands in for the end of the disk: the same error."""
    place = set_up(tmp_path, "rough, and then rougher")
    assert run(place).returncode == 0
    before = tree(place / "out")
    (place / "posts/sea.md").write_text("# Sea\n\nThe sea was calm.\n")

    ended = run(place, limit=limit)

    after = tree(place / "out")
    assert ended.returncode == 1
    assert "Check that the disk has room" in ended.stderr
    assert "fault of Allways" not in ended.stderr
    assert after.keys() == before.keys()
    del after["report.json"]  # it tells of the errors too
    assert all(data in {before[name], whole[name]} for name, data in after.items())
    assert run(place).returncode == 0
    assert tree(place / "out") == whole


def test_where_no_process_can_be_started_it_says_so(place: Path) -> None:
    """What processes share is a file too, and may be as small as one byte here."""
    ended = run(place, 2, limit=1)

    assert ended.returncode == 1
    assert "run again with --jobs 1" in ended.stderr
    assert "fault of Allways" not in ended.stderr


@pytest.mark.parametrize("gone", ["out", "cache"])
def test_what_is_deleted_while_a_run_is_at_work_is_made_again(
    place: Path, whole: dict[str, bytes], gone: str
) -> None:
    (place / "speak.py").write_text(
        PROGRAM.replace(
            "count =", f"import shutil; shutil.rmtree(here / '{gone}', ignore_errors=True)\ncount ="
        )
    )

    assert "fault of Allways" not in run(place).stderr
    (place / "speak.py").write_text(PROGRAM)
    assert run(place).returncode == 0
    assert tree(place / "out") == whole
