"""What is kept is kept whole, or not at all."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import WriteError
from pipeline.store.files import (
    DAY,
    PartFiles,
    Store,
    digest,
    prune,
    remove,
    sealed,
    sweep,
    unsealed,
    write_all,
)


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

    assert "Check that the disk has room" in run.stdout
    assert not list(tmp_path.iterdir())


def test_a_part_that_is_not_placed_leaves_no_trace(tmp_path: Path) -> None:
    with PartFiles(tmp_path) as parts:
        kept = parts.write(lambda file: file.write(b"kept"))
        parts.write(lambda file: file.write(b"dropped"))
        parts.place([("folder/a", kept)])

    assert [path.name for path in tmp_path.rglob("*")] == ["folder", "a"]
    assert (tmp_path / "folder/a").read_bytes() == b"kept"


def test_nothing_is_seen_before_all_parts_are_placed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")

    with PartFiles(tmp_path) as parts:
        written = [(name, parts.write(lambda file: file.write(b"new"))) for name in ("a", "b")]
        assert (tmp_path / "a").read_bytes() == b"old"
        assert not (tmp_path / "b").exists()
        parts.place(written)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == b"new"


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


def test_every_changed_byte_of_what_is_kept_is_noticed() -> None:
    kept = sealed(b"a clip")

    assert unsealed(kept) == b"a clip"
    assert unsealed(sealed(b"")) == b""
    for at in range(len(kept)):
        assert unsealed(kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :]) is None
    for broken in (b"", kept[:-1], kept + b"x", kept[:64], b"a clip"):
        assert unsealed(broken) is None


def test_what_was_damaged_in_the_store_is_not_kept(tmp_path: Path) -> None:
    store, key = Store(tmp_path), digest("a cover")
    store.put(key, b"picture")
    path = tmp_path / "kept" / key[:2] / key
    path.write_bytes(path.read_bytes()[:-1] + b"!")

    assert (store.has(key), store.get(key)) == (False, None)


@pytest.mark.parametrize("name", ["../victim.txt", "a/../../victim.txt", "/{root}/victim.txt"])
def test_a_name_that_leads_out_of_the_folder_removes_nothing(tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim.txt"
    victim.touch()
    (tmp_path / "out/a").mkdir(parents=True)

    remove(tmp_path / "out", [name.format(root=tmp_path)])

    assert victim.exists()


def test_nothing_is_removed_through_a_folder_that_lies_elsewhere(tmp_path: Path) -> None:
    write_all(tmp_path, [("elsewhere/victim.txt", b"")])
    (tmp_path / "out").mkdir()
    (tmp_path / "out/posts").symlink_to(tmp_path / "elsewhere")

    remove(tmp_path / "out", ["posts/victim.txt"])

    assert (tmp_path / "elsewhere/victim.txt").exists()


def test_a_link_is_removed_and_what_it_leads_to_is_not(tmp_path: Path) -> None:
    write_all(tmp_path, [("victim.txt", b"")])
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.txt").symlink_to(tmp_path / "victim.txt")

    remove(tmp_path / "out", ["a.txt"])

    assert not (tmp_path / "out/a.txt").is_symlink()
    assert (tmp_path / "victim.txt").exists()


def test_a_folder_with_the_name_of_a_file_is_not_removed(tmp_path: Path) -> None:
    write_all(tmp_path, [("index.html/own.txt", b"")])

    remove(tmp_path, ["index.html"])

    assert (tmp_path / "index.html/own.txt").exists()


def test_an_empty_folder_gives_way_to_a_file_and_a_full_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    write_all(tmp_path, [("b/own.txt", b"")])

    write_all(tmp_path, [("a", b"1")])
    with pytest.raises(WriteError, match="not empty"):
        write_all(tmp_path, [("a", b"2"), ("b", b"2")])

    assert (tmp_path / "a").read_bytes() == b"1"


KILLED = (
    "import os, signal, sys; from pathlib import Path\n"
    "from pipeline.store.files import write_all\n"
    "def files():\n"
    "    yield 'a.txt', b'new'\n"
    "    os.kill(os.getpid(), signal.SIGKILL)\n"
    "write_all(Path(sys.argv[1]), files())\n"
)


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert len(list(tmp_path.iterdir())) == 2

    sweep(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"old"


def test_what_another_run_is_writing_is_spared(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    (left,) = tmp_path.iterdir()

    sweep(tmp_path, DAY)
    assert left.exists()

    os.utime(left, (0, 0))
    sweep(tmp_path, DAY)
    assert not left.exists()


# --- the size of the cache -----------------------------------------------------------------


def stored(root: Path, ages: dict[str, float]) -> Store:
    """A store with 36 bytes and a checksum under each key, last used so many days ago."""
    store = Store(root)
    for key, age in ages.items():
        store.put(key, bytes(36))
        when = time.time() - age * DAY
        os.utime(root / "kept" / key[:2] / key, (when, when))
    return store


def left(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "kept").rglob("*") if path.is_file())


def test_what_was_not_used_for_longest_is_removed_until_the_rest_is_small_enough(
    tmp_path: Path,
) -> None:
    stored(tmp_path, {"a": 3, "b": 9, "c": 5, "d": 2})

    prune(tmp_path, 400, time.time())
    assert left(tmp_path) == ["a", "b", "c", "d"]
    prune(tmp_path, 399, time.time())
    assert left(tmp_path) == ["a", "c", "d"]
    prune(tmp_path, 200, time.time())
    assert left(tmp_path) == ["a", "d"]


def test_what_a_run_uses_stays_however_small_the_limit_is(tmp_path: Path) -> None:
    store = stored(tmp_path, {"old": 9, "used": 9, "recent": 0.9})

    assert store.has("used")
    store.put("new", b"")
    prune(tmp_path, 0, time.time())

    assert left(tmp_path) == ["new", "recent", "used"]


def test_what_a_run_of_many_days_used_at_its_beginning_stays(tmp_path: Path) -> None:
    stored(tmp_path, {"old": 9, "used": 4})

    prune(tmp_path, 0, begun=time.time() - 5 * DAY)

    assert left(tmp_path) == ["used"]


def test_what_was_used_before_the_clock_was_set_back_is_the_oldest(tmp_path: Path) -> None:
    store = stored(tmp_path, {"a": 9, "ahead": -9, "used": -9})

    store.get("used")
    prune(tmp_path, 250, time.time())

    assert left(tmp_path) == ["a", "used"]


def test_only_what_was_stored_is_removed(tmp_path: Path) -> None:
    stored(tmp_path, {"old": 9})
    (tmp_path / "ledgers").mkdir()
    (tmp_path / "ledgers/a.json").write_bytes(bytes(1000))
    os.utime(tmp_path / "ledgers/a.json", (0, 0))

    prune(tmp_path, 0, time.time())

    assert left(tmp_path) == []
    assert (tmp_path / "ledgers/a.json").exists()


def test_a_store_that_holds_nothing_is_not_pruned(tmp_path: Path) -> None:
    prune(tmp_path, 0, time.time())

    assert list(tmp_path.iterdir()) == []
