"""One run at a time in one output folder, and none is shut out by one that has ended."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import WriteError
from pipeline.store.lock import locked

HOLD = (
    "import sys, time; from pathlib import Path; from pipeline.store.lock import locked\n"
    "with locked(Path(sys.argv[1]), Path(sys.argv[2])):\n"
    "    print('held', flush=True); time.sleep(1000)\n"
)


def test_a_second_run_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    with (
        locked(tmp_path, tmp_path / "out"),
        pytest.raises(WriteError, match="another run"),
        locked(tmp_path, tmp_path / "out"),
    ):
        pass

    with locked(tmp_path, tmp_path / "out"):
        pass


def test_another_output_folder_is_another_matter(tmp_path: Path) -> None:
    with locked(tmp_path, tmp_path / "out"), locked(tmp_path, tmp_path / "other"):
        pass


def test_a_link_to_an_output_folder_is_that_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "out")

    with (
        locked(tmp_path, tmp_path / "out"),
        pytest.raises(WriteError, match="another run"),
        locked(tmp_path, tmp_path / "link"),
    ):
        pass


def test_a_link_that_leads_to_itself_is_a_folder_like_any(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(tmp_path / "out")

    with locked(tmp_path, tmp_path / "out"):
        pass


def test_a_run_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path), str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(WriteError, match="another run"), locked(tmp_path, tmp_path / "out"):
            pass
        other.send_signal(signal.SIGKILL)

    with locked(tmp_path, tmp_path / "out"):
        pass


@pytest.mark.parametrize("cache", ["/dev/null", "/dev/null/cache", "{folder}/file", "/proc/cache"])
def test_a_cache_that_can_not_be_written_is_told(tmp_path: Path, cache: str) -> None:
    (tmp_path / "file").touch()

    with (
        pytest.raises(WriteError, match="Set ALLWAYS_CACHE"),
        locked(Path(cache.format(folder=tmp_path)), tmp_path / "out"),
    ):
        pass


def test_a_folder_in_place_of_the_lock_is_told(tmp_path: Path) -> None:
    with locked(tmp_path, tmp_path / "out"):
        (lock,) = tmp_path.rglob("*.lock")
    lock.unlink()
    lock.mkdir()

    with pytest.raises(WriteError, match="Is a directory"), locked(tmp_path, tmp_path / "out"):
        pass
