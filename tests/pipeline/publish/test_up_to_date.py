"""A folder of posts becomes a folder of editions: whole, once, and with a reason."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import SettingsError, WriteError
from pipeline.publish.request import Request
from pipeline.store import ledger
from pipeline.store.files import sealed, unsealed
from pipeline.store.ledger import Ledger
from pipeline.store.lock import locked
from tests.pipeline.publish.runs import FIRST, run, tree


def test_every_post_comes_out_in_every_edition(request_of: Request) -> None:
    report = run(request_of)

    assert report.clean
    assert sorted(report.made) == ["first", "second"]
    made = tree(request_of.output)
    for name in ("first.mp3", "first.epub", "index.html", "easy-read.html", "large-print.pdf"):
        assert f"posts/first/{name}" in made
    assert {"index.html", "feed.xml", "cover.jpg", "report.json"} <= set(made)


def test_the_report_lists_each_file_with_its_real_size(request_of: Request) -> None:
    run(request_of)

    report = json.loads((request_of.output / "report.json").read_text())
    files = [file for post in report["posts"] for file in post["files"]] + report["files"]
    assert len(files) > 20
    for file in files:
        assert (request_of.output / file["path"]).stat().st_size == file["size"]
    assert all(post["units"] == post["cues"] for post in report["posts"])


def test_an_unchanged_run_makes_nothing(request_of: Request) -> None:
    run(request_of)
    before = tree(request_of.output)

    report = run(request_of)

    assert (report.made, report.kept) == ((), 2)
    assert tree(request_of.output) == before


def test_a_changed_sentence_costs_one_clip_and_says_so(request_of: Request) -> None:
    run(request_of)
    (request_of.source / "first.md").write_text(FIRST.replace("two sentences", "three sentences"))

    report = run(request_of)

    assert (report.made, report.kept, report.spoken) == (("first",), 1, 1)
    said = ledger.why(ledger.load(request_of.cache, request_of.output), "first")
    assert said is not None
    assert "pronunciation" not in said
    assert "voice" not in said
    assert "its words changed" in said
    assert "1 of its" in said


def test_a_sentence_put_in_does_not_make_the_rest_be_spoken_anew(request_of: Request) -> None:
    run(request_of)
    (request_of.source / "first.md").write_text(FIRST.replace("More.", "New here.\n\nMore."))

    assert run(request_of).spoken == 1


def test_a_warm_build_and_a_cold_build_are_byte_equal(request_of: Request) -> None:
    run(request_of)
    (request_of.source / "first.md").write_text(FIRST.replace("More.", "Less."))
    run(request_of)
    cold = replace(
        request_of,
        output=request_of.output.with_name("cold"),
        cache=request_of.cache.with_name("c2"),
    )

    run(cold)

    assert tree(cold.output) == tree(request_of.output)


def test_a_file_that_was_lost_is_made_again(request_of: Request) -> None:
    run(request_of)
    lost = request_of.output / "posts/first/transcript.vtt"
    before = lost.read_bytes()
    lost.unlink()

    assert run(request_of).made == ("first",)
    assert lost.read_bytes() == before


def test_what_was_damaged_in_the_cache_is_made_again(request_of: Request) -> None:
    run(request_of)
    before = tree(request_of.output)
    for clip in (request_of.cache / "kept").rglob("*"):
        if clip.is_file():
            clip.write_bytes(clip.read_bytes()[:-7])
    (request_of.output / "posts/first/first.mp3").unlink()
    (request_of.output / "cover.jpg").unlink()

    run(request_of)

    assert tree(request_of.output) == before


def test_a_cover_that_was_damaged_in_the_cache_is_drawn_again(request_of: Request) -> None:
    run(request_of)
    before = (request_of.output / "cover.jpg").read_bytes()
    for path in (request_of.cache / "kept").rglob("*"):
        if path.is_file() and path.read_bytes().endswith(before):
            path.write_bytes(path.read_bytes()[:-99] + b"!" * 99)
    (request_of.source / "first.md").write_text(FIRST.replace("More.", "Less."))

    run(request_of)

    assert (request_of.output / "cover.jpg").read_bytes() == before


def test_a_post_that_can_not_be_read_fails_alone(request_of: Request) -> None:
    (request_of.source / "bad.md").write_text("---\ntitle: [broken\n---\nText.\n")

    report = run(request_of)

    assert sorted(report.made) == ["first", "second"]
    assert not report.clean
    assert report.errors[0].where.startswith("bad.md")
    assert report.errors[0].remedy
    written = json.loads((request_of.output / "report.json").read_text())
    assert written["errors"][0]["where"].startswith("bad.md")


def test_after_a_failure_the_next_run_tries_again(request_of: Request) -> None:
    bad = request_of.source / "bad.md"
    bad.write_text("")
    run(request_of)
    assert run(request_of).errors

    bad.write_text("# Mended\n\nWords.\n")

    report = run(request_of)
    assert (report.made, report.errors) == (("bad",), ())


def test_a_post_that_is_gone_takes_its_files_with_it(request_of: Request) -> None:
    run(request_of)
    (request_of.source / "second.md").unlink()

    run(request_of)

    assert not (request_of.output / "posts/second").exists()
    assert (request_of.output / "posts/first/first.mp3").exists()


def test_one_post_alone_is_made_when_asked_for(request_of: Request) -> None:
    report = run(replace(request_of, only="second"))

    assert report.made == ("second",)
    assert not (request_of.output / "posts/first").exists()


def test_what_is_not_known_is_refused_with_what_is(request_of: Request) -> None:
    for wrong in ({"only": "third"}, {"editions": ("mp4",)}, {"voice": "hal"}):
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
        "--voice",
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


def test_a_date_for_no_post_is_told(request_of: Request) -> None:
    (request_of.source / "publication.toml").write_text("[dates]\nthird = 2020-01-01\n")

    assert "date-unused" in [finding.code for finding in run(request_of).findings]


def test_what_is_not_chosen_is_neither_made_nor_linked(request_of: Request) -> None:
    run(replace(request_of, editions=("epub",)))

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


def flip(path: Path) -> None:
    """Change a byte in the middle, and leave the size as it was."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def kept_in(request: Request) -> Path:
    (path,) = (request.cache / "ledgers").glob("*.json")
    return path


@pytest.mark.parametrize(
    "name", ["posts/first/first.mp3", "posts/first/index.html", "feed.xml", "cover.jpg"]
)
def test_a_file_that_was_damaged_is_made_again(request_of: Request, name: str) -> None:
    run(request_of)
    before = tree(request_of.output)
    flip(request_of.output / name)

    run(request_of)

    assert tree(request_of.output) == before


def test_a_file_that_was_cut_is_made_again_whatever_its_time(request_of: Request) -> None:
    run(request_of)
    path = request_of.output / "posts/first/first.mp3"
    before, at = path.read_bytes(), path.stat().st_mtime_ns
    path.write_bytes(before[:-1])
    os.utime(path, ns=(at, at))

    assert run(request_of).made == ("first",)
    assert path.read_bytes() == before


def test_a_file_that_was_only_touched_is_left_alone(request_of: Request) -> None:
    """Its new time is kept, so that its bytes are not looked at each time."""
    run(request_of)
    path = request_of.output / "posts/first/first.mp3"
    os.utime(path, (1, 1))

    report = run(request_of)

    assert (report.made, report.kept) == ((), 2)
    known = ledger.load(request_of.cache, request_of.output)
    assert known.times["posts/first/first.mp3"] == path.stat().st_mtime_ns == 10**9


def test_a_damage_is_not_taken_for_sound_after_a_run_for_another_post(request_of: Request) -> None:
    run(request_of)
    before = tree(request_of.output)
    flip(request_of.output / "posts/first/first.mp3")
    run(replace(request_of, only="second"))

    run(request_of)

    assert tree(request_of.output) == before


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
def test_a_broken_file_of_ours_is_made_anew(request_of: Request, which: str, name: str) -> None:
    request = replace(request_of, editions=("mp3",))
    run(request)
    before = tree(request.output)
    path = request.output / "report.json" if which == "report" else kept_in(request)
    path.write_bytes(BROKEN[name])

    assert run(request).clean
    assert tree(request.output) == before
    assert run(request).made == ()


@pytest.mark.parametrize("which", ["report", "ledger"])
def test_a_folder_where_a_file_of_ours_should_be_gives_way(request_of: Request, which: str) -> None:
    request = replace(request_of, editions=("mp3",))
    run(request)
    path = request.output / "report.json" if which == "report" else kept_in(request)
    path.unlink()
    path.mkdir()

    assert run(request).clean
    assert path.is_file()


@pytest.mark.parametrize("name", BROKEN)
def test_a_ledger_of_another_shape_is_none(request_of: Request, name: str) -> None:
    """Also where its checksum is right, as after a slip of ours."""
    run(replace(request_of, editions=("mp3",)))
    kept_in(request_of).write_bytes(sealed(BROKEN[name]))

    assert ledger.load(request_of.cache, request_of.output) == Ledger()


def test_a_ledger_of_another_version_is_none(request_of: Request) -> None:
    run(replace(request_of, editions=("mp3",)))
    data = unsealed(kept_in(request_of).read_bytes()) or b""
    assert ledger.load(request_of.cache, request_of.output) != Ledger()

    for version in (ledger.VERSION - 1, ledger.VERSION + 1):
        kept_in(request_of).write_bytes(
            sealed(
                data.replace(f'"version": {ledger.VERSION}'.encode(), b'"version": %d' % version)
            )
        )
        assert ledger.load(request_of.cache, request_of.output) == Ledger()
