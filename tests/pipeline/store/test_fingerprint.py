"""The digest of a folder changes with what may be read of it, and with nothing else."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.store import fingerprint
from tests.coming import coming_and_going
from tests.unprivileged import public_folder, unprivileged

ROOT = Path(fingerprint.__file__).parents[2]


def test_every_kind_of_file_that_makes_an_edition_is_part_of_the_program() -> None:
    """What judges alone have changes no edition."""
    paths = [p for folder in ("formats", "pipeline") for p in (ROOT / folder).rglob("*.*")]
    kinds = {p.suffix for p in paths if p.is_file() and "judges" not in p.parts}

    assert {".py", ".css", ".typ"} <= kinds
    assert kinds - {".pyc"} <= set(fingerprint.CODE)


def _packages(folder: Path, *versions: str) -> str:
    """The digest of the program where these versions of two packages are the first on the path."""
    for old in folder.glob("*.dist-info"):
        shutil.rmtree(old)
    for version in versions:
        (folder / f"{version}.dist-info").mkdir()
    (folder / "allways-1.dist-info").mkdir()
    (folder / "allways-1.dist-info" / "METADATA").write_text(
        "Name: allways\nRequires-Dist: Sea.Tide[wave]>=1; python_version > '3'\n"
        "Requires-Dist: moon; extra == 'dev'\n\nRequires-Dist: of the text\n"
    )
    code = "from pipeline.store import fingerprint; print(fingerprint.program())"
    asked = [sys.executable, "-c", code]
    here = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        asked, cwd=ROOT, env=here, check=True, capture_output=True, text=True
    ).stdout


def test_another_version_of_what_the_program_requires_is_seen(tmp_path: Path) -> None:
    """However its name is written; what only an extra requires is in no edition."""
    before = _packages(tmp_path, "sea_tide-1.0", "moon-1.0", "of-1.0")
    assert _packages(tmp_path, "sea_tide-1.0", "moon-2.0", "of-2.0") == before
    assert _packages(tmp_path, "sea_tide-1.1", "moon-1.0", "of-1.0") != before
    assert _packages(tmp_path, "moon-1.0", "of-1.0") != before


def _digest(posts: Path, *others: str) -> str:
    return fingerprint.digest_of(fingerprint.files(posts), *others)


def _posts(folder: Path) -> Path:
    (folder / "posts" / "pictures").mkdir(parents=True)
    (folder / "posts" / "a.md").write_text("words")
    (folder / "posts" / "pictures" / "a.png").write_bytes(b"picture")
    return folder / "posts"


@pytest.mark.parametrize("name", ["a.md", "pictures/a.png", "pictures/b.png", "README.md"])
def test_a_file_that_is_new_or_changed_is_seen(tmp_path: Path, name: str) -> None:
    posts = _posts(tmp_path)
    before = _digest(posts)

    assert _digest(posts) == before
    (posts / name).write_text("other words")
    assert _digest(posts) != before


def test_a_file_that_has_another_name_is_seen(tmp_path: Path) -> None:
    posts = _posts(tmp_path)
    before = _digest(posts)
    (posts / "a.md").rename(posts / "b.md")

    assert _digest(posts) != before


def test_a_file_of_the_same_stamp_is_not_read_again() -> None:
    """The sample posts have lain there for a while; what was said of them is believed."""
    known = fingerprint.files(ROOT / "source_posts")
    told = {name: replace(state, digest="told") for name, state in known.items()}

    assert all(state.stamp for state in known.values())
    assert fingerprint.files(ROOT / "source_posts", told) == told


def test_other_words_of_the_same_length_and_time_are_seen(tmp_path: Path) -> None:
    posts = _posts(tmp_path)
    before, times = fingerprint.files(posts), (posts / "a.md").stat()
    (posts / "a.md").write_text("sword")
    os.utime(posts / "a.md", ns=(times.st_atime_ns, times.st_mtime_ns))

    after = fingerprint.files(posts, before)
    assert fingerprint.digest_of(after) != fingerprint.digest_of(before)


def test_a_link_is_followed_each_time(tmp_path: Path) -> None:
    """It may lead to another file, and its own stamp stays the same."""
    posts = _posts(tmp_path)
    (posts / "link.md").symlink_to("a.md")

    assert fingerprint.files(posts)["link.md"].stamp == ()


def test_what_else_was_asked_for_counts_too(tmp_path: Path) -> None:
    posts = _posts(tmp_path)

    assert len({_digest(posts, *more) for more in ((), ("mp3",), ("mp3", "epub"))}) == 3


def test_a_file_that_can_not_be_read_for_another_reason_is_seen(tmp_path: Path) -> None:
    posts = _posts(tmp_path)
    os.mkfifo(posts / "b.md")
    before = _digest(posts)
    (posts / "b.md").unlink()
    (posts / "b.md").symlink_to("none.md")

    assert _digest(posts) != before


def test_what_is_hidden_or_lies_outside_changes_nothing(tmp_path: Path) -> None:
    posts = _posts(tmp_path)
    (tmp_path / "secret.txt").write_text("one")
    (posts / "link.md").symlink_to("../secret.txt")
    (posts / "folder").symlink_to("..")
    before = _digest(posts)

    (tmp_path / "secret.txt").write_text("two")
    (posts / ".git").mkdir()
    (posts / ".git" / "pack").write_bytes(b"x")
    (posts / ".a.md.swp").write_bytes(b"x")
    assert _digest(posts) == before


def test_pipes_links_to_nothing_and_odd_names_have_a_digest(tmp_path: Path) -> None:
    posts = _posts(tmp_path)
    os.mkfifo(posts / "pipe.md")
    (posts / "link.md").symlink_to("none.md")
    (posts / os.fsdecode(b"caf\xe9.md")).write_text("words")

    assert _digest(posts) == _digest(posts)


def test_files_may_come_and_go_meanwhile(tmp_path: Path) -> None:
    posts = _posts(tmp_path)
    with coming_and_going({posts / "4913": "x", posts / "tmp.md": "words"}):
        assert all(_digest(posts) for _ in range(300))


def test_what_can_not_be_read_is_seen_when_it_can() -> None:
    with public_folder() as folder:
        (folder / "a.md").write_text("words")
        (folder / "a.md").chmod(0)
        _digest(folder)  # the program's own files, while they may be read
        with unprivileged():
            before = _digest(folder)
        (folder / "a.md").chmod(0o644)

        assert _digest(folder) != before


def test_a_large_file_never_lies_in_memory_as_a_whole(tmp_path: Path) -> None:
    """A film beside the posts: as large as twice the memory that the program may have."""
    posts = _posts(tmp_path)
    with (posts / "film.mp4").open("wb") as film:
        film.truncate(250_000_000)
    code = (
        "import resource, sys; from pathlib import Path; from pipeline.store import fingerprint\n"
        "fingerprint.program(); before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "fingerprint.files(Path(sys.argv[1]))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(posts)], check=True, capture_output=True, text=True
    )

    grown = int(run.stdout) // (1024 if sys.platform == "darwin" else 1)
    assert grown < 50_000  # kB
