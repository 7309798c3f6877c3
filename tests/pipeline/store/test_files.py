"""What is kept is kept whole, or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import WriteError
from pipeline.store.files import Store, digest, remove, write_all


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_all(tmp_path, [("a/b.txt", b"b"), ("c.txt", b"c")])

    assert (tmp_path / "a/b.txt").read_bytes() == b"b"
    assert (tmp_path / "c.txt").read_bytes() == b"c"


def test_when_one_file_can_not_be_written_all_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "wall").write_bytes(b"a file where a folder should be")

    with pytest.raises(WriteError):
        write_all(tmp_path, [("a.txt", b"new"), ("wall/b.txt", b"b")])

    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "wall"]


def test_a_full_disk_is_told_with_a_remedy_and_leaves_nothing(tmp_path: Path) -> None:
    """A limit on the size of a file stands in for the end of the disk: the same OSError path."""
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from pipeline.errors import WriteError; from pipeline.store.files import write_all\n"
        "try: write_all(Path(sys.argv[1]), [('a', b'1'), ('b', b'2' * 5000)])\n"
        "except WriteError as error: print(error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert "See that the disk has room" in run.stdout
    assert not list(tmp_path.iterdir())


def test_removing_a_file_removes_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    write_all(tmp_path, [("posts/a/x.txt", b""), ("posts/b/y.txt", b"")])

    remove(tmp_path, ["posts/a/x.txt"])

    assert not (tmp_path / "posts/a").exists()
    assert (tmp_path / "posts/b/y.txt").exists()


def test_the_store_gives_back_what_it_was_given(tmp_path: Path) -> None:
    store = Store(tmp_path)
    key = digest("a clip")

    assert (store.has(key), store.get(key)) == (False, None)
    store.put(key, b"sound")
    assert (store.has(key), store.get(key)) == (True, b"sound")


def test_a_digest_tells_where_one_part_ends_and_the_next_begins() -> None:
    assert digest("ab", "c") != digest("a", "bc")
