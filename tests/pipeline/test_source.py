"""The editor's folder is read safely: no pipe is waited for, no link followed out of it."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import source
from pipeline.source import Reason, Refusal
from tests.unprivileged import public_folder, unprivileged


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        # The address of a socket has room for 100 characters, and a test's folder needs more.
        here = Path.cwd()
        os.chdir(path.parent)
        bound.bind(path.name)
        os.chdir(here)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


PUT: dict[str, tuple[Callable[[Path], object], Reason]] = {
    "nothing": (lambda _: None, Reason.ABSENT),
    "a pipe": (os.mkfifo, Reason.SPECIAL),
    "a socket": (_socket, Reason.SPECIAL),
    "a folder": (Path.mkdir, Reason.SPECIAL),
    "a link to a device": (lambda p: p.symlink_to("/dev/zero"), Reason.OUTSIDE),
    "a link out": (lambda p: p.symlink_to("/etc/passwd"), Reason.OUTSIDE),
    "a link up": (lambda p: p.symlink_to("../../secret.txt"), Reason.OUTSIDE),
    "a link to nothing": (lambda p: p.symlink_to("none.md"), Reason.DENIED),
    "a link to itself": (_loop, Reason.DENIED),
}


@pytest.mark.parametrize(("put", "reason"), PUT.values(), ids=PUT)
def test_what_is_no_file_of_the_folder_is_refused_with_the_reason(
    tmp_path: Path, put: Callable[[Path], object], reason: Reason
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "posts"
    (folder / "in").mkdir(parents=True)
    put(folder / "in" / "x.md")

    found = source.read(folder / "in" / "x.md", folder)

    assert isinstance(found, Refusal)
    assert found.reason is reason
    assert found.why
    assert found.remedy


@pytest.mark.parametrize("name", ["../secret.txt", "in/../../secret.txt", "/etc/passwd"])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "posts" / "in").mkdir(parents=True)

    found = source.read(tmp_path / "posts" / name, tmp_path / "posts")

    assert isinstance(found, Refusal)
    assert found.reason is Reason.OUTSIDE


def test_a_link_inside_the_folder_is_followed_and_the_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "posts" / "in").mkdir(parents=True)
    (tmp_path / "posts" / "in" / "a.md").write_text("words")
    (tmp_path / "posts" / "b.md").symlink_to("in/a.md")
    (tmp_path / "blog").symlink_to("posts")

    assert source.read(tmp_path / "blog" / "b.md", tmp_path / "blog") == b"words"
    assert source.read(tmp_path / "blog" / "in" / "a.md", tmp_path / "posts") == b"words"


def test_a_hidden_file_is_refused_and_a_link_to_one_is_not(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.png").write_bytes(b"words")
    (tmp_path / "a.png").symlink_to(".git/a.png")

    found = source.read(tmp_path / ".git" / "a.png", tmp_path)

    assert isinstance(found, Refusal)
    assert found.reason is Reason.HIDDEN
    assert source.read(tmp_path / "a.png", tmp_path) == b"words"


def test_a_file_is_read_up_to_the_size_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)

    assert source.read(tmp_path / "a", tmp_path, 3_000_000) == b"x" * 3_000_000
    found = source.read(tmp_path / "a", tmp_path, 2_999_999)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.LARGE
    assert source.read_head(tmp_path / "a", tmp_path, 10) == b"x" * 10


def test_a_file_that_may_not_be_read_is_refused() -> None:
    with public_folder() as folder:
        (folder / "a.md").write_text("words")
        (folder / "a.md").chmod(0)
        with unprivileged():
            found = source.read(folder / "a.md", folder)

    assert isinstance(found, Refusal)
    assert (found.reason, found.why) == (Reason.DENIED, "the system says: Permission denied")


def test_files_are_listed_in_the_order_of_their_names_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "a/B/y.md", ".git/x", "a/.x", "Pictures/p.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "link").symlink_to("a")
    listed = source.files(tmp_path, frozenset({"pictures"}))

    assert [path.relative_to(tmp_path).as_posix() for path in listed if isinstance(path, Path)] == [
        "a/B/y.md",
        "a/z.md",
        "b.md",
        "link",
    ]


def test_a_folder_that_may_not_be_entered_is_told_and_the_others_are_listed() -> None:
    with public_folder() as folder:
        (folder / "b").mkdir(mode=0)
        for name in ("a.md", "c.md"):
            (folder / name).touch()
        with unprivileged():
            first, second, third = source.files(folder)

    assert (first, third) == (folder / "a.md", folder / "c.md")
    assert isinstance(second, Refusal)
    assert (second.path, second.reason) == (folder / "b", Reason.DENIED)


def test_folders_may_lie_in_each_other_deeper_than_python_calls_itself(tmp_path: Path) -> None:
    made = [tmp_path / "d"]
    for _ in range(1500):
        made.append(made[-1] / "d")
    for folder in made:
        folder.mkdir()

    assert list(source.files(tmp_path)) == []
    (made[-1] / "a.md").touch()
    assert list(source.files(tmp_path)) == [made[-1] / "a.md"]

    (made[-1] / "a.md").unlink()
    for folder in reversed(made):  # what removes pytest's old folders would call itself too often
        folder.rmdir()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Café 日記.md", "Café 日記.md"),
        (os.fsdecode(b"caf\xe9.md"), "caf�.md"),
        ("a\nb\x1b[31m.md", "a�b�[31m.md"),
    ],
)
def test_a_name_is_shown_so_that_it_can_be_printed_and_written(name: str, shown: str) -> None:
    assert source.printable(name) == shown
    assert source.printable(name).encode()
