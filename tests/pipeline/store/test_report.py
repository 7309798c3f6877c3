"""The report: what a run came to, for other programs and for the next run."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from formats.model import Episode, FileCard, Pieces, Post
from pipeline.errors import ReadError
from pipeline.findings import Finding, Level
from pipeline.store.proof import Proof
from pipeline.store.report import (
    FILE,
    Report,
    counted,
    files_of,
    findings_of,
    parsed,
    to_json,
    told,
)
from tests.formats.builders import PUBLICATION

DAY = datetime(2026, 1, 5, tzinfo=UTC)
SOUND = FileCard("posts/tide/tide.mp3", "audio/mpeg", 5, "digest", "mp3")
FEED = FileCard("feed.xml", "application/rss+xml", 7, "digest", "podcast")
TIDE = Episode(
    Post("tide", "Tide", "en-GB", (), DAY, DAY, ()), 61_234, 9, 1, 1, ("V",), (), (SOUND,)
)
PROOF = Proof(("V",), False, 160, 24_000, 9, (9,), (("s1", 9),), 1, None, None, None, None)  # noqa: FBT003 - the field's own order
NOTE = Finding(Level.NOTE, "a-code", "tide.md:3", "What it is.", "What to do.")
WHOLE = Report(
    episodes=(TIDE,),
    blog_files=(FEED,),
    findings=(NOTE,),
    errors=(ReadError("it is empty.", where="ebb.md", remedy="Write."),),
    proofs={"tide": PROOF},
    words=(("Usk", "cy"),),
    left=("posts/old/old.mp3",),
)


def test_everything_a_program_may_ask_stands_in_it() -> None:
    value = json.loads(to_json(WHOLE, PUBLICATION))

    assert value["publication"] == {"title": "Tide & Time", "base_url": "https://example.org/"}
    (post,) = value["posts"]
    assert (post["slug"], post["seconds"], post["voices"]) == ("tide", 61.234, ["V"])
    assert post["files"][0]["path"] == SOUND.path
    assert value["lexicon"] == [["Usk", "cy"]]
    assert value["errors"] == [{"where": "ebb.md", "message": "it is empty.", "remedy": "Write."}]


def test_what_is_left_stands_in_it_only_where_something_is() -> None:
    assert json.loads(to_json(WHOLE, PUBLICATION))["left"] == ["posts/old/old.mp3"]
    assert "left" not in json.loads(to_json(Report(), PUBLICATION))


def test_the_seconds_of_the_steps_stand_in_it_only_where_they_are_asked_for() -> None:
    took = to_json(WHOLE, PUBLICATION, seconds={"prepare": 0.25})

    assert json.loads(took)["seconds"] == {"prepare": 0.25}
    assert "seconds" not in json.loads(to_json(WHOLE, PUBLICATION))
    assert to_json(WHOLE, PUBLICATION, seconds=None) == to_json(WHOLE, PUBLICATION)


def test_its_findings_are_read_again_as_they_were() -> None:
    assert findings_of(to_json(WHOLE, PUBLICATION)) == (NOTE,)


def test_every_file_of_ours_is_listed_also_those_that_are_left() -> None:
    assert files_of(to_json(WHOLE, PUBLICATION)) == {SOUND.path, FEED.path, "posts/old/old.mp3"}


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"files": 5}', b"\xff", b"[" * 100_000])
def test_a_broken_report_lists_nothing(data: bytes) -> None:
    assert files_of(data) == frozenset()


def test_half_of_a_pair_of_characters_is_written_as_json_writes_it() -> None:
    finding = Finding(Level.NOTE, "a-code", "a\ud800.md", "What it is.")

    assert findings_of(to_json(Report(findings=(finding,)), PUBLICATION)) == (finding,)


@pytest.mark.parametrize(
    ("report", "clean"),
    [
        (Report(findings=(NOTE,)), True),
        (Report(findings=(Finding(Level.WARNING, "a-code", "", ""),)), True),
        (Report(findings=(Finding(Level.ERROR, "a-code", "", ""),)), False),
        (Report(errors=(ReadError("it is empty."),)), False),
    ],
)
def test_a_run_is_clean_without_an_error_in_it(report: Report, clean: bool) -> None:  # noqa: FBT001 - a case
    assert report.clean is clean


def test_one_thing_is_counted_as_one() -> None:
    assert [counted(n, "post") for n in (0, 1, 2)] == ["0 posts", "1 post", "2 posts"]


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 101 + b"1" + b"}" * 101])
def test_what_nests_without_end_is_no_report(data: bytes) -> None:
    with pytest.raises(ValueError, match="deep"):
        parsed(data)


def test_brackets_in_words_are_no_nesting() -> None:
    words = "[" * 200 + '\\"{'

    assert parsed(json.dumps({"a": words}).encode()) == {"a": words}


def test_the_findings_of_one_kind_are_found_in_the_report_of_an_output_folder(
    tmp_path: Path,
) -> None:
    one, other = (Finding(Level.NOTE, code, "a.md", "m") for code in ("one-kind", "other-kind"))
    (tmp_path / FILE).write_bytes(to_json(Report(findings=(one, other, one)), PUBLICATION))

    assert told(tmp_path, "one-kind") == (one, one)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"findings": [{"level": "x"}]}'])
def test_a_folder_without_a_report_tells_nothing(data: bytes, tmp_path: Path) -> None:
    assert told(tmp_path, "one-kind") == ()

    (tmp_path / FILE).write_bytes(data)
    assert told(tmp_path, "one-kind") == ()


def test_what_is_kept_of_posts_gives_the_same_report() -> None:
    other = replace(TIDE, post=replace(TIDE.post, slug="ebb", title='"posts": []'), digest="2")
    report = replace(
        WHOLE, episodes=(replace(TIDE, digest="1"), other), proofs={"tide": PROOF, "ebb": PROOF}
    )
    plain = to_json(report, PUBLICATION)
    first = Pieces()

    assert to_json(report, PUBLICATION, first) == plain
    assert to_json(report, PUBLICATION, Pieces(first.used)) == plain
    assert to_json(replace(report, proofs={}), PUBLICATION, Pieces(first.used)) == plain
    assert [post["slug"] for post in json.loads(plain)["posts"]] == ["tide", "ebb"]
