"""What has not changed is kept, what has changed or was damaged is made anew, with a reason."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from pipeline.errors import SettingsError, WriteError
from pipeline.publish.request import Request
from pipeline.store import ledger
from pipeline.store.lock import locked
from tests.pipeline.publish.two_posts import FIRST, flip, run, tree
from tests.program import ROOT


def test_an_unchanged_run_makes_nothing(two_posts: Request) -> None:
    run(two_posts)
    before = tree(two_posts.output)

    report = run(two_posts)

    assert (report.made, report.kept) == ((), 2)
    assert tree(two_posts.output) == before


def test_an_unchanged_run_loads_nothing_that_works(two_posts: Request) -> None:
    """It would take longer to load than all the rest."""
    run(two_posts)
    code = (
        "import sys; from pathlib import Path; from pipeline.publish import progress, up_to_date; "
        "from pipeline.publish.request import Request; folders = map(Path, sys.argv[1:]); "
        "asked = Request(*folders, engine='silence', jobs=1); "
        "done = up_to_date.publish(asked, progress.Quiet()); "
        "heavy = {'numpy', 'multiprocessing', 'importlib.metadata', 'formats.registry'}; "
        "print(done.kept, heavy & sys.modules.keys())"
    )
    folders = [two_posts.source, two_posts.output, two_posts.cache]
    asked = [sys.executable, "-c", code, *map(str, folders)]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "2 set()\n"


def test_a_changed_sentence_costs_one_clip_and_says_so(two_posts: Request) -> None:
    run(two_posts)
    (two_posts.source / "first.md").write_text(FIRST.replace("two sentences", "three sentences"))

    report = run(two_posts)

    assert (report.made, report.kept, report.spoken) == (("first",), 1, 1)
    said = ledger.why(ledger.load(two_posts.cache, two_posts.output), "first")
    assert said is not None
    assert "pronunciation" not in said
    assert "voice" not in said
    assert "its words changed" in said
    assert "1 of its" in said


def test_another_picture_under_the_same_name_is_taken(two_posts: Request) -> None:
    picture = two_posts.source / "sea.png"
    Image.new("RGB", (40, 30), "navy").save(picture)
    (two_posts.source / "first.md").write_text(f"{FIRST}\n![The sea](sea.png)\n")
    run(two_posts)
    Image.new("RGB", (40, 30), "teal").save(picture)

    assert run(two_posts).made == ("first",)
    assert (two_posts.output / "posts/first/pictures/sea.png").read_bytes() == picture.read_bytes()


def test_a_sentence_put_in_does_not_make_the_rest_be_spoken_anew(two_posts: Request) -> None:
    run(two_posts)
    (two_posts.source / "first.md").write_text(FIRST.replace("More.", "New here.\n\nMore."))

    assert run(two_posts).spoken == 1


def test_a_warm_build_and_a_cold_build_are_byte_equal(two_posts: Request) -> None:
    run(two_posts)
    (two_posts.source / "first.md").write_text(FIRST.replace("More.", "Less."))
    run(two_posts)
    cold = replace(
        two_posts,
        output=two_posts.output.with_name("cold"),
        cache=two_posts.cache.with_name("c2"),
    )

    run(cold)

    assert tree(cold.output) == tree(two_posts.output)


def test_a_file_that_was_lost_is_made_again(two_posts: Request) -> None:
    run(two_posts)
    lost = two_posts.output / "posts/first/transcript.vtt"
    before = lost.read_bytes()
    lost.unlink()

    assert run(two_posts).made == ("first",)
    assert lost.read_bytes() == before


def test_what_was_damaged_in_the_cache_is_made_again(two_posts: Request) -> None:
    run(two_posts)
    before = tree(two_posts.output)
    for clip in (two_posts.cache / "kept").rglob("*"):
        if clip.is_file():
            clip.write_bytes(clip.read_bytes()[:-7])
    (two_posts.output / "posts/first/first.mp3").unlink()
    (two_posts.output / "cover.jpg").unlink()

    run(two_posts)

    assert tree(two_posts.output) == before


def test_a_cover_that_was_damaged_in_the_cache_is_drawn_again(two_posts: Request) -> None:
    run(two_posts)
    before = (two_posts.output / "cover.jpg").read_bytes()
    for path in (two_posts.cache / "kept").rglob("*"):
        if path.is_file() and path.read_bytes().endswith(before):
            path.write_bytes(path.read_bytes()[:-99] + b"!" * 99)
    (two_posts.source / "first.md").write_text(FIRST.replace("More.", "Less."))

    run(two_posts)

    assert (two_posts.output / "cover.jpg").read_bytes() == before


def test_after_a_failure_the_next_run_tries_again(two_posts: Request) -> None:
    bad = two_posts.source / "bad.md"
    bad.write_text("")
    run(two_posts)
    assert run(two_posts).errors

    bad.write_text("# Mended\n\nWords.\n")

    report = run(two_posts)
    assert (report.made, report.errors) == (("bad",), ())


def test_a_post_that_is_gone_takes_its_files_with_it(two_posts: Request) -> None:
    run(two_posts)
    (two_posts.source / "second.md").unlink()

    run(two_posts)

    assert not (two_posts.output / "posts/second").exists()
    assert (two_posts.output / "posts/first/first.mp3").exists()


def test_one_post_alone_is_made_when_asked_for(two_posts: Request) -> None:
    report = run(replace(two_posts, only="second"))

    assert report.made == ("second",)
    assert not (two_posts.output / "posts/first").exists()


@pytest.mark.parametrize(
    "name", ["posts/first/first.mp3", "posts/first/index.html", "feed.xml", "cover.jpg"]
)
def test_a_file_that_was_damaged_is_made_again(two_posts: Request, name: str) -> None:
    run(two_posts)
    before = tree(two_posts.output)
    flip(two_posts.output / name)

    run(two_posts)

    assert tree(two_posts.output) == before


def test_a_file_that_was_cut_is_made_again_whatever_its_time(two_posts: Request) -> None:
    run(two_posts)
    path = two_posts.output / "posts/first/first.mp3"
    before, at = path.read_bytes(), path.stat().st_mtime_ns
    path.write_bytes(before[:-1])
    os.utime(path, ns=(at, at))

    assert run(two_posts).made == ("first",)
    assert path.read_bytes() == before


def test_a_file_that_was_only_touched_is_left_alone(two_posts: Request) -> None:
    """Its new time is kept, so that its bytes are not looked at each time."""
    run(two_posts)
    path = two_posts.output / "posts/first/first.mp3"
    os.utime(path, (1, 1))

    report = run(two_posts)

    assert (report.made, report.kept) == ((), 2)
    known = ledger.load(two_posts.cache, two_posts.output)
    assert known.times["posts/first/first.mp3"][0] == path.stat().st_mtime_ns == 10**9


def test_a_damage_is_not_taken_for_sound_after_a_run_for_another_post(two_posts: Request) -> None:
    run(two_posts)
    before = tree(two_posts.output)
    flip(two_posts.output / "posts/first/first.mp3")
    run(replace(two_posts, only="second"))

    run(two_posts)

    assert tree(two_posts.output) == before


def test_what_was_left_half_written_is_swept_away_even_when_nothing_changed(
    two_posts: Request,
) -> None:
    """In the cache another run may be writing, so only what is a day old."""
    run(two_posts)
    for path in ("out/.part-a", "cache/.part-old", "cache/.part-new"):
        (two_posts.output.parent / path).mkdir()
    os.utime(two_posts.cache / ".part-old", (0, 0))

    assert run(two_posts).made == ()

    assert [path.name for path in two_posts.output.parent.rglob(".part-*")] == [".part-new"]


def kept_in(request: Request) -> Path:
    (path,) = (request.cache / "ledgers").glob("*.json")
    return path


BROKEN = {
    "empty": b"",
    "cut": b'{"version": 1, "posts": [',
    "no JSON": b"hello",
    "no UTF-8": b"\xff\xfe{}",
    "a list": b"[]",
    "a number": b"7",
    "another shape": b'{"version": 3, "run": [], "posts": {"first": 5}, "files": 0}',
    "deep": b"[" * 100_000,
    "wrong deep inside": b'{"files": [], "posts": [{"slug": 5, "files": [{"path": 7}]}]}',
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("which", ["report", "ledger"])
def test_a_broken_file_of_ours_is_made_anew(two_posts: Request, which: str, name: str) -> None:
    request = replace(two_posts, formats=("mp3",))
    run(request)
    before = tree(request.output)
    path = request.output / "report.json" if which == "report" else kept_in(request)
    path.write_bytes(BROKEN[name])

    assert run(request).clean
    assert tree(request.output) == before
    assert run(request).made == ()


@pytest.mark.parametrize("which", ["report", "ledger"])
def test_a_folder_where_a_file_of_ours_should_be_gives_way(two_posts: Request, which: str) -> None:
    request = replace(two_posts, formats=("mp3",))
    run(request)
    path = request.output / "report.json" if which == "report" else kept_in(request)
    path.unlink()
    path.mkdir()

    assert run(request).clean
    assert path.is_file()


def test_what_the_cache_has_over_its_limit_is_removed_by_a_run_that_makes_something(
    two_posts: Request,
) -> None:
    small = replace(two_posts, formats=("mp3",), cache_limit=0)
    run(small)
    clips = {path for path in (two_posts.cache / "kept").rglob("*") if path.is_file()}
    for path in clips:
        os.utime(path, (0, 0))
    run(small)
    assert all(path.exists() for path in clips)  # nothing was to be made
    (two_posts.source / "first.md").write_text(FIRST.replace("More", "Less"))

    assert run(small).spoken == 1

    assert len([path for path in clips if path.exists()]) < len(clips)
    assert run(small).made == ()


# --- what is removed, and what is not ------------------------------------------------------


def test_output_inside_the_posts_is_refused(two_posts: Request) -> None:
    with pytest.raises(SettingsError, match="inside"):
        run(replace(two_posts, output=two_posts.source / "out"))


def test_two_runs_in_one_folder_do_not_mix(two_posts: Request) -> None:
    with (
        locked(two_posts.cache, two_posts.output),
        pytest.raises(WriteError, match="another run"),
    ):
        run(two_posts)


def test_a_cluster_without_dask_is_told_in_words(two_posts: Request, tmp_path: Path) -> None:
    """Where it is not asked for, nobody misses it."""
    hides = tmp_path / "hides.py"
    hides.write_text(
        "import sys; sys.modules['distributed'] = None\n"
        "from pipeline.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    words = [str(two_posts.source), "--output", str(two_posts.output), "--jobs", "1"]
    words += ["--engine", "silence", "--formats", "mp3"]

    def publish(*more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, str(hides), "publish", *words, *more],
            env={**os.environ, "PYTHONPATH": str(ROOT), "ALLWAYS_CACHE": str(two_posts.cache)},
            capture_output=True,
            text=True,
            check=False,
        )

    refused = publish("--cluster", "local:2")
    assert refused.returncode == 2
    assert "--cluster needs Dask distributed, which is not installed." in refused.stderr
    assert "make cluster" in refused.stderr
    assert not (two_posts.output / "posts").exists()
    assert publish().returncode == 0
