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
    two_posts: Request, lost: str
) -> None:
    run(two_posts)
    (two_posts.source / "second.md").unlink()
    lose(two_posts.output.parent / lost)

    run(two_posts)

    assert not (two_posts.output / "posts/second").exists()
    assert (two_posts.output / "posts/first/first.mp3").exists()


@pytest.mark.parametrize("lost", ["nothing", "cache", "out/report.json"])
def test_nothing_is_removed_after_an_error_but_by_the_next_run_without(
    two_posts: Request, lost: str
) -> None:
    """One list of what is left stands in the cache, one in the output."""
    run(two_posts)
    (two_posts.source / "second.md").unlink()
    (two_posts.source / "bad.md").write_text("")
    run(two_posts)
    assert (two_posts.output / "posts/second/second.mp3").exists()

    (two_posts.source / "bad.md").unlink()
    lose(two_posts.output.parent / lost)
    run(two_posts)

    assert not (two_posts.output / "posts/second").exists()
    assert "left" not in json.loads((two_posts.output / "report.json").read_text())


def test_the_pages_of_a_subject_that_no_post_has_any_more_are_removed(two_posts: Request) -> None:
    first = two_posts.source / "first.md"
    plain = first.read_text()
    first.write_text(plain.replace("---\n", "---\ntags: [Sea]\n", 1))
    run(two_posts)
    assert (two_posts.output / "tags/sea/index.html").exists()

    first.write_text(plain)
    run(two_posts)

    assert not (two_posts.output / "tags").exists()
    assert (two_posts.output / "years").exists()
    assert (two_posts.output / "posts/first/first.mp3").exists()


def test_a_run_for_one_post_removes_nothing(two_posts: Request) -> None:
    run(two_posts)
    (two_posts.source / "second.md").unlink()

    run(replace(two_posts, only="first"))
    assert (two_posts.output / "posts/second/second.mp3").exists()

    run(two_posts)
    assert not (two_posts.output / "posts/second").exists()


def test_a_post_that_a_run_wrote_and_did_not_come_to_list_is_removed_too(
    two_posts: Request,
) -> None:
    """The report can't be written; then that is mended, and the post withdrawn."""
    wall = two_posts.output / "report.json/wall"
    wall.mkdir(parents=True)
    with pytest.raises(WriteError):
        run(two_posts)
    assert (two_posts.output / "posts/second/second.mp3").exists()

    shutil.rmtree(wall.parent)
    (two_posts.source / "second.md").unlink()
    run(two_posts)

    assert not (two_posts.output / "posts/second").exists()


@pytest.mark.parametrize(
    "name",
    ["../victim.txt", "{root}/victim.txt", "posts/../../victim.txt", ".htaccess", "posts/My notes"],
)
def test_a_path_that_was_put_in_our_lists_removes_nothing_of_others(
    two_posts: Request, name: str
) -> None:
    run(two_posts)
    path = name.format(root=two_posts.output.parent)
    victim = two_posts.output / path
    victim.touch()
    known = ledger.load(two_posts.cache, two_posts.output)
    cards = (*known.blog_files, FileCard(path, "text/plain", 0, ""))
    ledger.save(two_posts.cache, two_posts.output, replace(known, blog_files=cards, left=(path,)))
    report = json.loads((two_posts.output / "report.json").read_text())
    report["files"].append({"path": path})
    report["left"] = [path]
    (two_posts.output / "report.json").write_text(json.dumps(report))
    (two_posts.source / "second.md").unlink()

    assert run(two_posts).clean

    assert victim.exists()
    assert not (two_posts.output / "posts/second").exists()


# --- one output folder, one folder of posts ------------------------------------------------


def other_posts(request: Request, name: str = "third.md") -> Request:
    folder = request.source.with_name("others")
    folder.mkdir()
    (folder / name).write_text("# Another\n\nWords.\n")
    return replace(request, source=folder)


def test_posts_of_another_folder_are_refused(two_posts: Request) -> None:
    """Even where one has the same name."""
    run(two_posts)
    before = tree(two_posts.output)

    with pytest.raises(SettingsError, match=r"made from the posts in .*posts.*OUTPUT=") as told:
        run(other_posts(two_posts, "first.md"))

    assert tree(two_posts.output) == before
    assert told.value.where == str(two_posts.output)


def test_one_file_of_the_folder_alone_is_refused(two_posts: Request) -> None:
    run(two_posts)

    with pytest.raises(SettingsError, match="would be removed"):
        run(replace(two_posts, source=two_posts.source / "first.md"))


def test_another_single_file_is_refused(two_posts: Request) -> None:
    run(replace(two_posts, source=two_posts.source / "first.md"))

    with pytest.raises(SettingsError, match="would be removed"):
        run(replace(two_posts, source=two_posts.source / "second.md"))


def test_a_folder_that_was_renamed_goes_on(two_posts: Request) -> None:
    run(two_posts)
    moved = two_posts.source.rename(two_posts.source.with_name("my-posts"))

    assert run(replace(two_posts, source=moved)).clean
    assert run(replace(two_posts, source=moved)).made == ()


def test_a_new_name_of_the_folder_is_noticed(two_posts: Request) -> None:
    """It is the title of a blog that has none."""
    run(two_posts)
    run(replace(two_posts, source=two_posts.source.rename(two_posts.source.with_name("canal"))))

    assert b"Canal" in (two_posts.output / "index.html").read_bytes()


def test_a_folder_named_by_another_way_is_the_same(
    two_posts: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(two_posts)
    monkeypatch.chdir(two_posts.source)

    assert run(replace(two_posts, source=Path())).made == ()


def test_other_posts_are_refused_though_the_cache_was_deleted(two_posts: Request) -> None:
    run(two_posts)
    shutil.rmtree(two_posts.cache)

    with pytest.raises(SettingsError, match="made from other posts"):
        run(other_posts(two_posts))


def test_posts_that_can_not_be_read_are_not_taken_for_others(two_posts: Request) -> None:
    run(two_posts)
    shutil.rmtree(two_posts.cache)
    for post in two_posts.source.glob("*.md"):
        post.write_text("")

    report = run(two_posts)

    assert len(report.errors) == 2
    assert (two_posts.output / "posts/first/first.mp3").exists()


def test_when_the_output_is_deleted_as_it_says_other_posts_are_made(two_posts: Request) -> None:
    run(two_posts)
    shutil.rmtree(two_posts.output)

    assert run(other_posts(two_posts)).made == ("third",)


def test_posts_that_take_the_place_of_all_others_in_a_folder_are_made(two_posts: Request) -> None:
    run(two_posts)
    for post in two_posts.source.glob("*.md"):
        post.unlink()
    (two_posts.source / "own.md").write_text("# My own\n\nWords.\n")

    assert run(two_posts).made == ("own",)
    assert [path.name for path in (two_posts.output / "posts").iterdir()] == ["own"]
