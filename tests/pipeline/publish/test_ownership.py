"""What is ours in the output folder, and nobody else's, is removed when it is no longer made."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from formats.model import FileCard
from pipeline.errors import SettingsError, WriteError
from pipeline.publish.request import Request
from pipeline.store import ledger
from tests.pipeline.publish.two_posts import run, tree


def lose(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


@pytest.mark.parametrize("lost", ["cache", "out/report.json"])
def test_a_post_that_is_gone_is_removed_though_one_of_our_lists_was_lost(
    request_of: Request, lost: str
) -> None:
    run(request_of)
    (request_of.source / "second.md").unlink()
    lose(request_of.output.parent / lost)

    run(request_of)

    assert not (request_of.output / "posts/second").exists()
    assert (request_of.output / "posts/first/first.mp3").exists()


@pytest.mark.parametrize("lost", ["nothing", "cache", "out/report.json"])
def test_nothing_is_removed_after_an_error_but_by_the_next_run_without(
    request_of: Request, lost: str
) -> None:
    """One list of what is left stands in the cache, one in the output."""
    run(request_of)
    (request_of.source / "second.md").unlink()
    (request_of.source / "bad.md").write_text("")
    run(request_of)
    assert (request_of.output / "posts/second/second.mp3").exists()

    (request_of.source / "bad.md").unlink()
    lose(request_of.output.parent / lost)
    run(request_of)

    assert not (request_of.output / "posts/second").exists()
    assert "left" not in json.loads((request_of.output / "report.json").read_text())


def test_a_run_for_one_post_removes_nothing(request_of: Request) -> None:
    run(request_of)
    (request_of.source / "second.md").unlink()

    run(replace(request_of, only="first"))
    assert (request_of.output / "posts/second/second.mp3").exists()

    run(request_of)
    assert not (request_of.output / "posts/second").exists()


def test_a_post_that_a_run_wrote_and_did_not_come_to_list_is_removed_too(
    request_of: Request,
) -> None:
    """The report can't be written; then that is mended, and the post withdrawn."""
    wall = request_of.output / "report.json/wall"
    wall.mkdir(parents=True)
    with pytest.raises(WriteError):
        run(request_of)
    assert (request_of.output / "posts/second/second.mp3").exists()

    shutil.rmtree(wall.parent)
    (request_of.source / "second.md").unlink()
    run(request_of)

    assert not (request_of.output / "posts/second").exists()


@pytest.mark.parametrize(
    "name",
    ["../victim.txt", "{root}/victim.txt", "posts/../../victim.txt", ".htaccess", "posts/My notes"],
)
def test_a_path_that_was_put_in_our_lists_removes_nothing_of_others(
    request_of: Request, name: str
) -> None:
    run(request_of)
    path = name.format(root=request_of.output.parent)
    victim = request_of.output / path
    victim.touch()
    known = ledger.load(request_of.cache, request_of.output)
    cards = (*known.blog_files, FileCard(path, "text/plain", 0, ""))
    ledger.save(request_of.cache, request_of.output, replace(known, blog_files=cards, left=(path,)))
    report = json.loads((request_of.output / "report.json").read_text())
    report["files"].append({"path": path})
    report["left"] = [path]
    (request_of.output / "report.json").write_text(json.dumps(report))
    (request_of.source / "second.md").unlink()

    assert run(request_of).clean

    assert victim.exists()
    assert not (request_of.output / "posts/second").exists()


# --- one output folder, one folder of posts ------------------------------------------------


def other_posts(request: Request, name: str = "third.md") -> Request:
    folder = request.source.with_name("others")
    folder.mkdir()
    (folder / name).write_text("# Another\n\nWords.\n")
    return replace(request, source=folder)


def test_posts_of_another_folder_are_refused(request_of: Request) -> None:
    """Even where one has the same name."""
    run(request_of)
    before = tree(request_of.output)

    with pytest.raises(SettingsError, match=r"made from the posts in .*posts.*OUTPUT=") as told:
        run(other_posts(request_of, "first.md"))

    assert tree(request_of.output) == before
    assert told.value.where == str(request_of.output)


def test_one_file_of_the_folder_alone_is_refused(request_of: Request) -> None:
    run(request_of)

    with pytest.raises(SettingsError, match="would be removed"):
        run(replace(request_of, source=request_of.source / "first.md"))


def test_another_single_file_is_refused(request_of: Request) -> None:
    run(replace(request_of, source=request_of.source / "first.md"))

    with pytest.raises(SettingsError, match="would be removed"):
        run(replace(request_of, source=request_of.source / "second.md"))


def test_a_folder_that_was_renamed_goes_on(request_of: Request) -> None:
    run(request_of)
    moved = request_of.source.rename(request_of.source.with_name("my-posts"))

    assert run(replace(request_of, source=moved)).clean
    assert run(replace(request_of, source=moved)).made == ()


def test_a_new_name_of_the_folder_is_noticed(request_of: Request) -> None:
    """It is the title of a blog that has none."""
    run(request_of)
    run(replace(request_of, source=request_of.source.rename(request_of.source.with_name("canal"))))

    assert b"Canal" in (request_of.output / "index.html").read_bytes()


def test_a_folder_named_by_another_way_is_the_same(
    request_of: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(request_of)
    monkeypatch.chdir(request_of.source)

    assert run(replace(request_of, source=Path())).made == ()


def test_other_posts_are_refused_though_the_cache_was_deleted(request_of: Request) -> None:
    run(request_of)
    shutil.rmtree(request_of.cache)

    with pytest.raises(SettingsError, match="made from other posts"):
        run(other_posts(request_of))


def test_posts_that_can_not_be_read_are_not_taken_for_others(request_of: Request) -> None:
    run(request_of)
    shutil.rmtree(request_of.cache)
    for post in request_of.source.glob("*.md"):
        post.write_text("")

    report = run(request_of)

    assert len(report.errors) == 2
    assert (request_of.output / "posts/first/first.mp3").exists()


def test_when_the_output_is_deleted_as_it_says_other_posts_are_made(request_of: Request) -> None:
    run(request_of)
    shutil.rmtree(request_of.output)

    assert run(other_posts(request_of)).made == ("third",)


def test_posts_that_take_the_place_of_all_others_in_a_folder_are_made(request_of: Request) -> None:
    run(request_of)
    for post in request_of.source.glob("*.md"):
        post.unlink()
    (request_of.source / "own.md").write_text("# My own\n\nWords.\n")

    assert run(request_of).made == ("own",)
    assert [path.name for path in (request_of.output / "posts").iterdir()] == ["own"]
