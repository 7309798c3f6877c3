"""What has not changed is kept, what has changed or was damaged is made anew, with a reason."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from pipeline.publish.request import Request
from pipeline.store import ledger
from pipeline.store.files import sealed, unsealed
from pipeline.store.ledger import Ledger
from tests.pipeline.publish.two_posts import FIRST, flip, run, tree


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


def test_another_picture_under_the_same_name_is_taken(request_of: Request) -> None:
    picture = request_of.source / "sea.png"
    Image.new("RGB", (40, 30), "navy").save(picture)
    (request_of.source / "first.md").write_text(f"{FIRST}\n![The sea](sea.png)\n")
    run(request_of)
    Image.new("RGB", (40, 30), "teal").save(picture)

    assert run(request_of).made == ("first",)
    assert (request_of.output / "posts/first/pictures/sea.png").read_bytes() == picture.read_bytes()


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


def test_what_was_left_half_written_is_swept_away_even_when_nothing_changed(
    request_of: Request,
) -> None:
    """In the cache another run may be writing, so only what is a day old."""
    run(request_of)
    for path in ("out/.part-a", "cache/.part-old", "cache/.part-new"):
        (request_of.output.parent / path).mkdir()
    os.utime(request_of.cache / ".part-old", (0, 0))

    assert run(request_of).made == ()

    assert [path.name for path in request_of.output.parent.rglob(".part-*")] == [".part-new"]


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
    request = replace(request_of, formats=("mp3",))
    run(request)
    before = tree(request.output)
    path = request.output / "report.json" if which == "report" else kept_in(request)
    path.write_bytes(BROKEN[name])

    assert run(request).clean
    assert tree(request.output) == before
    assert run(request).made == ()


@pytest.mark.parametrize("which", ["report", "ledger"])
def test_a_folder_where_a_file_of_ours_should_be_gives_way(request_of: Request, which: str) -> None:
    request = replace(request_of, formats=("mp3",))
    run(request)
    path = request.output / "report.json" if which == "report" else kept_in(request)
    path.unlink()
    path.mkdir()

    assert run(request).clean
    assert path.is_file()


@pytest.mark.parametrize("name", BROKEN)
def test_a_ledger_of_another_shape_is_none(request_of: Request, name: str) -> None:
    """Also where its checksum is right, as after a slip of ours."""
    run(replace(request_of, formats=("mp3",)))
    kept_in(request_of).write_bytes(sealed(BROKEN[name]))

    assert ledger.load(request_of.cache, request_of.output) == Ledger()


def test_a_ledger_of_which_a_byte_was_changed_is_none(request_of: Request) -> None:
    run(replace(request_of, formats=("mp3",)))
    whole = kept_in(request_of).read_bytes()
    assert b'"cues": ' in whole

    kept_in(request_of).write_bytes(whole.replace(b'"cues": ', b'"cues":7', 1))

    assert ledger.load(request_of.cache, request_of.output) == Ledger()


def test_a_ledger_of_another_version_is_none(request_of: Request) -> None:
    run(replace(request_of, formats=("mp3",)))
    data = unsealed(kept_in(request_of).read_bytes()) or b""
    assert ledger.load(request_of.cache, request_of.output) != Ledger()

    for version in (ledger.VERSION - 1, ledger.VERSION + 1):
        kept_in(request_of).write_bytes(
            sealed(
                data.replace(f'"version": {ledger.VERSION}'.encode(), b'"version": %d' % version)
            )
        )
        assert ledger.load(request_of.cache, request_of.output) == Ledger()


# --- what is removed, and what is not ------------------------------------------------------
