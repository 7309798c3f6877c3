"""One run: every post comes out whole, and what fails fails alone."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from pipeline.errors import SettingsError, WriteError
from pipeline.publish.request import Request
from pipeline.store import ledger
from tests.pipeline.publish.two_posts import FIRST, run, tree


def test_every_post_comes_out_in_every_edition(two_posts: Request) -> None:
    report = run(two_posts)

    assert report.clean
    assert sorted(report.made) == ["first", "second"]
    made = tree(two_posts.output)
    for name in ("first.mp3", "first.epub", "index.html", "large-print.pdf"):
        assert f"posts/first/{name}" in made
    assert {"index.html", "feed.xml", "cover.jpg", "report.json"} <= set(made)


def test_the_report_lists_each_file_with_its_real_size(two_posts: Request) -> None:
    run(two_posts)

    report = json.loads((two_posts.output / "report.json").read_text())
    files = [file for post in report["posts"] for file in post["files"]] + report["files"]
    assert len(files) > 20
    for file in files:
        assert (two_posts.output / file["path"]).stat().st_size == file["size"]
    assert all(post["units"] == post["cues"] for post in report["posts"])


def test_a_post_that_can_not_be_read_fails_alone(two_posts: Request) -> None:
    (two_posts.source / "bad.md").write_text("---\ntitle: [broken\n---\nText.\n")

    report = run(two_posts)

    assert sorted(report.made) == ["first", "second"]
    assert not report.clean
    assert report.errors[0].where.startswith("bad.md")
    assert report.errors[0].remedy
    written = json.loads((two_posts.output / "report.json").read_text())
    assert written["errors"][0]["where"].startswith("bad.md")


def test_a_post_that_is_not_there_is_refused(two_posts: Request) -> None:
    with pytest.raises(SettingsError, match="there is no"):
        run(replace(two_posts, only="third"))


def test_a_folder_that_can_not_be_written_is_told(two_posts: Request) -> None:
    two_posts.output.write_text("a file where the folder should be")

    with pytest.raises(WriteError):
        run(two_posts)


def test_the_posts_are_never_written_to(two_posts: Request) -> None:
    before = tree(two_posts.source)

    run(two_posts)

    assert tree(two_posts.source) == before


def test_many_processes_make_the_same_bytes_as_one(two_posts: Request) -> None:
    run(two_posts)
    many = replace(
        two_posts,
        output=two_posts.output.with_name("many"),
        cache=two_posts.cache.with_name("c3"),
        jobs=2,
    )

    run(many)

    assert tree(many.output) == tree(two_posts.output)


def test_the_command_line_ends_with_one_when_a_post_fails(two_posts: Request) -> None:
    (two_posts.source / "bad.md").write_text("")
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "publish",
        str(two_posts.source),
        "--engine",
        "silence",
    ]
    command += ["--output", str(two_posts.output), "--jobs", "1"]

    ended = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "ALLWAYS_CACHE": str(two_posts.cache)},
    )

    assert ended.returncode == 1
    assert "error: bad.md" in ended.stderr
    assert "2 posts made" in ended.stdout


def test_an_unchanged_run_tells_again_what_is_to_be_mended(two_posts: Request) -> None:
    (two_posts.source / "first.md").write_text(FIRST + "\n![A tree](tree.png)\n")
    first = run(two_posts)

    again = run(two_posts)

    assert again.made == ()
    assert again.findings == first.findings
    assert "picture-missing" in [finding.code for finding in again.findings]


def test_a_run_for_another_post_tells_again_what_was_noticed_of_an_unchanged_one(
    two_posts: Request,
) -> None:
    """Its report is the one that a first run of the same posts would write."""
    (two_posts.source / "first.md").write_text(FIRST + "\nA bird, 𓅓.\n")
    first = run(two_posts)
    written = (two_posts.output / "report.json").read_bytes()
    (two_posts.output / "posts/second/second.mp3").unlink()

    again = run(two_posts)

    assert again.made == ("second",)
    assert "letter-unshown" in {finding.code for finding in again.findings}
    assert again.findings == first.findings
    assert (two_posts.output / "report.json").read_bytes() == written


def test_a_change_of_the_lexicon_alone_is_named_as_the_reason(two_posts: Request) -> None:
    run(two_posts)
    (two_posts.source / "lexicon.csv").write_text("written,spoken\nsentences,sent ences\n")

    report = run(two_posts)

    said = ledger.why(ledger.load(two_posts.cache, two_posts.output), "first")
    assert (report.made, report.spoken) == (("first",), 1)
    assert said is not None
    assert "its pronunciation or wording changed." in said


def test_a_date_for_no_post_is_told(two_posts: Request) -> None:
    (two_posts.source / "publication.toml").write_text("[dates]\nthird = 2020-01-01\n")

    assert "date-unused" in [finding.code for finding in run(two_posts).findings]


def test_what_is_not_chosen_is_neither_made_nor_linked(two_posts: Request) -> None:
    run(replace(two_posts, formats=("epub",)))

    made = tree(two_posts.output)
    assert "posts/first/first.epub" in made
    assert "posts/first/first.mp3" in made
    assert "posts/first/easy-read.html" not in made
    assert "feed.xml" not in made
    assert b"easy-read.html" not in made["posts/first/index.html"]
    assert b"feed.xml" not in made["index.html"]
    assert b"feed.xml" not in made["posts/first/index.html"]


def test_one_post_alone_leaves_the_others_as_they_were(two_posts: Request) -> None:
    run(two_posts)
    (two_posts.source / "first.md").write_text(FIRST.replace("More.", "Less."))

    report = run(replace(two_posts, only="second"))

    assert [episode.post.slug for episode in report.episodes] == ["second", "first"]
    assert run(two_posts).made == ("first",)


# --- what a broken disk, a kill or another process does to our files -----------------------
