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
from pipeline.store.files import drafts_folder
from pipeline.store.lock import locked
from tests.pipeline.publish.two_posts import FIRST, run, tree


def test_every_post_comes_out_in_every_edition(request_of: Request) -> None:
    report = run(request_of)

    assert report.clean
    assert sorted(report.made) == ["first", "second"]
    made = tree(request_of.output)
    for name in ("first.mp3", "first.epub", "index.html", "large-print.pdf"):
        assert f"posts/first/{name}" in made
    assert {"index.html", "feed.xml", "cover.jpg", "report.json"} <= set(made)


def test_a_letter_of_another_script_takes_no_edition_away(request_of: Request) -> None:
    """Whatever typefaces the machine has or has not."""
    (request_of.source / "first.md").write_text(FIRST + "\nTea is 茶 there, and شاي here.\n")
    report = run(request_of)
    assert report.errors == ()
    assert not [finding for finding in report.findings if finding.code == "letter-unshown"]
    assert (request_of.output / "posts/first/large-print.pdf").is_file()


def test_a_letter_that_no_typeface_has_is_told_of_and_stops_nothing(request_of: Request) -> None:
    (request_of.source / "first.md").write_text(FIRST + "\nA bird, 𓅓.\n")
    report = run(request_of)
    assert report.errors == ()
    (finding,) = (f for f in report.findings if f.code == "letter-unshown")
    assert finding.where == "first.md"
    assert "𓅓 (egyptian hieroglyph g017)" in finding.message
    assert (request_of.output / "posts/first/large-print.pdf").is_file()


def test_the_report_lists_each_file_with_its_real_size(request_of: Request) -> None:
    run(request_of)

    report = json.loads((request_of.output / "report.json").read_text())
    files = [file for post in report["posts"] for file in post["files"]] + report["files"]
    assert len(files) > 20
    for file in files:
        assert (request_of.output / file["path"]).stat().st_size == file["size"]
    assert all(post["units"] == post["cues"] for post in report["posts"])


def test_a_post_that_can_not_be_read_fails_alone(request_of: Request) -> None:
    (request_of.source / "bad.md").write_text("---\ntitle: [broken\n---\nText.\n")

    report = run(request_of)

    assert sorted(report.made) == ["first", "second"]
    assert not report.clean
    assert report.errors[0].where.startswith("bad.md")
    assert report.errors[0].remedy
    written = json.loads((request_of.output / "report.json").read_text())
    assert written["errors"][0]["where"].startswith("bad.md")


def test_what_is_not_known_is_refused_with_what_is(request_of: Request) -> None:
    for wrong in ({"only": "third"}, {"formats": ("mp4",)}, {"engine": "hal"}):
        with pytest.raises(SettingsError, match="there is no"):
            run(replace(request_of, **wrong))


def test_output_inside_the_posts_is_refused(request_of: Request) -> None:
    with pytest.raises(SettingsError, match="inside"):
        run(replace(request_of, output=request_of.source / "out"))


def test_a_folder_that_can_not_be_written_is_told(request_of: Request) -> None:
    request_of.output.write_text("a file where the folder should be")

    with pytest.raises(WriteError):
        run(request_of)


def test_the_posts_are_never_written_to(request_of: Request) -> None:
    before = tree(request_of.source)

    run(request_of)

    assert tree(request_of.source) == before


def test_two_runs_in_one_folder_do_not_mix(request_of: Request) -> None:
    with (
        locked(request_of.cache, request_of.output),
        pytest.raises(WriteError, match="another run"),
    ):
        run(request_of)


def test_many_processes_make_the_same_bytes_as_one(request_of: Request) -> None:
    run(request_of)
    many = replace(
        request_of,
        output=request_of.output.with_name("many"),
        cache=request_of.cache.with_name("c3"),
        jobs=2,
    )

    run(many)

    assert tree(many.output) == tree(request_of.output)


def test_the_command_line_ends_with_one_when_a_post_fails(request_of: Request) -> None:
    (request_of.source / "bad.md").write_text("")
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "publish",
        str(request_of.source),
        "--engine",
        "silence",
    ]
    command += ["--output", str(request_of.output), "--jobs", "1"]

    ended = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "ALLWAYS_CACHE": str(request_of.cache)},
    )

    assert ended.returncode == 1
    assert "error: bad.md" in ended.stderr
    assert "2 posts made" in ended.stdout


def test_an_unchanged_run_tells_again_what_is_to_be_mended(request_of: Request) -> None:
    (request_of.source / "first.md").write_text(FIRST + "\n![A tree](tree.png)\n")
    first = run(request_of)

    again = run(request_of)

    assert again.made == ()
    assert again.findings == first.findings
    assert "picture-missing" in [finding.code for finding in again.findings]


def test_a_word_of_the_lexicon_that_posts_have_is_not_called_unused(request_of: Request) -> None:
    (request_of.source / "lexicon.csv").write_text("written,spoken\nsentences,sent ences\nx,y\n")

    report = run(request_of)

    assert [f.where for f in report.findings if f.code == "lexicon-unused"] == ["lexicon.csv:3"]


def test_a_change_of_the_lexicon_alone_is_named_as_the_reason(request_of: Request) -> None:
    run(request_of)
    (request_of.source / "lexicon.csv").write_text("written,spoken\nsentences,sent ences\n")

    report = run(request_of)

    said = ledger.why(ledger.load(request_of.cache, request_of.output), "first")
    assert (report.made, report.spoken) == (("first",), 1)
    assert said is not None
    assert "its pronunciation or wording changed." in said


def test_a_folder_without_posts_is_told(request_of: Request) -> None:
    for post in request_of.source.glob("*.md"):
        post.unlink()

    with pytest.raises(SettingsError, match="no posts"):
        run(request_of)


def test_an_engine_in_the_place_of_a_voice_is_told_of(request_of: Request) -> None:
    with pytest.raises(SettingsError, match="Write --engine silence"):
        run(replace(request_of, voice="silence"))


def test_a_draft_is_made_for_the_editor_alone(request_of: Request) -> None:
    report = run(request_of)

    made = tree(request_of.output)
    drafts = tree(drafts_folder(request_of.cache, request_of.output))
    assert set(drafts) == {f"posts/{slug}/easy-read.html" for slug in report.made}
    assert not any(path.endswith("easy-read.html") for path in made)
    assert not any(b"easy-read.html" in data for data in made.values())


def test_a_draft_is_public_when_the_settings_say_so(request_of: Request) -> None:
    (request_of.source / "publication.toml").write_text("[easy_read]\npublish_drafts = true\n")
    run(request_of)

    made = tree(request_of.output)
    assert "posts/first/easy-read.html" in made
    assert b"easy-read.html" in made["posts/first/index.html"]
    assert not tree(drafts_folder(request_of.cache, request_of.output))


def test_a_date_for_no_post_is_told(request_of: Request) -> None:
    (request_of.source / "publication.toml").write_text("[dates]\nthird = 2020-01-01\n")

    assert "date-unused" in [finding.code for finding in run(request_of).findings]


def test_what_is_not_chosen_is_neither_made_nor_linked(request_of: Request) -> None:
    run(replace(request_of, formats=("epub",)))

    made = tree(request_of.output)
    assert "posts/first/first.epub" in made
    assert "posts/first/first.mp3" in made
    assert "posts/first/easy-read.html" not in made
    assert "feed.xml" not in made
    assert b"easy-read.html" not in made["posts/first/index.html"]
    assert b"feed.xml" not in made["index.html"]
    assert b"feed.xml" not in made["posts/first/index.html"]


def test_one_post_alone_leaves_the_others_as_they_were(request_of: Request) -> None:
    run(request_of)
    (request_of.source / "first.md").write_text(FIRST.replace("More.", "Less."))

    report = run(replace(request_of, only="second"))

    assert [episode.post.slug for episode in report.episodes] == ["second", "first"]
    assert run(request_of).made == ("first",)


# --- what a broken disk, a kill or another process does to our files -----------------------
