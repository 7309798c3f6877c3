"""What is printed of a run, the most serious first, and each thing once."""

from decimal import Decimal
from pathlib import Path

import pytest

from formats.model import FileCard
from pipeline.cli import main
from pipeline.cli.messages import (
    print_findings,
    print_undescribed,
    tell,
    tell_estimate,
    tell_import,
)
from pipeline.errors import ReadError, fault
from pipeline.findings import Finding, Level
from pipeline.importing import Imported, ImportRequest
from pipeline.importing.blog_name import BlogName
from pipeline.publish.estimate import Estimate
from pipeline.store.report import Report


def test_an_error_that_many_posts_have_is_told_once_with_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ALLWAYS_CACHE", str(tmp_path / "cache"))
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "publication.toml").write_text('[voice]\nengine = "command"\ncommand = ["false"]\n')
    for name in ("one", "two", "three"):
        (posts / f"{name}.md").write_text(f"# {name}\n\nThe sea was calm.\n")

    assert main(["publish", str(posts), "--output", str(tmp_path / "out")]) == 1

    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("error")]
    assert len(told) == 1
    assert told[0].startswith("error: one.md, three.md, two.md: ")


def test_faults_of_some_posts_are_written_down_and_the_log_is_told_once(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = [fault(ValueError(name), f"{name}.md") for name in ("one", "two")]

    tell(Report(errors=(*faults, ReadError("m", where="three.md"))), posts.parent / "out")

    told = capsys.readouterr().err
    log = (posts.parent / "cache/faults.log").read_text()
    assert told.count("faults.log") == 1
    assert "ValueError: one" in log
    assert "ValueError: two" in log
    assert "three" not in log


def test_errors_that_are_no_faults_are_not_written_down(posts: Path) -> None:
    tell(Report(errors=(ReadError("m", where="three.md"),)), posts.parent / "out")

    assert not (posts.parent / "cache/faults.log").exists()


def _finding(level: Level, code: str, where: str) -> Finding:
    return Finding(level, code, where, "What it is.", "What to do.")


def test_the_most_serious_findings_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    levels = (Level.NOTE, Level.ERROR, Level.WARNING)

    print_findings([_finding(level, "a-code", "a.md:1") for level in levels])

    assert capsys.readouterr().out.splitlines() == [
        "error: a.md:1: What it is. What to do. [a-code]",
        "warning: a.md:1: What it is. What to do. [a-code]",
        "note: a.md:1: What it is. What to do. [a-code]",
    ]


def test_no_kind_of_finding_hides_another(capsys: pytest.CaptureFixture[str]) -> None:
    many = [_finding(Level.NOTE, "common-kind", f"{n}.md:1") for n in range(40)]

    print_findings([*many, _finding(Level.NOTE, "rare-kind", "rare.md")])

    assert capsys.readouterr().out.splitlines() == [
        "note: 0.md:1: What it is. What to do. [common-kind]",
        "  … and 39 more of this kind (1.md:1, 2.md:1, 3.md:1, …): report.json has them all.",
        "note: rare.md: What it is. What to do. [rare-kind]",
    ]


def test_a_place_with_several_findings_of_a_kind_is_named_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_findings([_finding(Level.NOTE, "a-code", where) for where in ("a", "b", "b", "")])

    assert capsys.readouterr().out.splitlines()[1:] == [
        "  … and 3 more of this kind (b): report.json has them all."
    ]


def test_as_many_of_a_kind_are_printed_in_full_as_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_findings([_finding(Level.NOTE, "a-code", where) for where in "abc"], 3)

    assert len(capsys.readouterr().out.splitlines()) == 3


def test_what_was_made_is_counted_and_shown_where_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell(Report(made=("a",), kept=2, spoken=3), Path("out"))

    assert capsys.readouterr().out.splitlines() == [
        "1 post made, 2 kept as they were; 3 clips spoken; 0 files in out/.",
        "Open out/index.html in a browser.",
    ]


def test_a_part_of_the_program_or_a_voice_that_has_changed_is_told_with_what_it_cost(
    capsys: pytest.CaptureFixture[str],
) -> None:
    upgraded = {"the part of Allways that makes epub": 10, "the voice or its pace": 1}
    tell(Report(made=("a",), upgraded=upgraded), Path("out"))

    again = "has changed: its work was done again for"
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"The part of Allways that makes epub {again} 10 posts.",
        f"The voice or its pace {again} 1 post.",
    ]


def test_where_nothing_changed_only_that_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    tell(Report(kept=2), Path("out"))

    assert capsys.readouterr().out == "Nothing has changed: 2 posts up to date in out/.\n"


def test_what_was_made_of_all_posts_alone_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """As after a check, whose result stands in the accessibility statement."""
    tell(Report(kept=2, blog_files=(FileCard("a.html", "text/html", 1, ""),)), Path("out"))

    said = (
        "No post has changed: 2 posts up to date in out/; what is made of all posts was made again."
    )
    assert capsys.readouterr().out == f"{said}\n"


def test_places_of_one_error_come_in_the_order_of_their_lines(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    errors = tuple(ReadError("it is empty.", where=f"a.md:{line}") for line in (10, 9))

    tell(Report(errors=errors), posts)

    told = capsys.readouterr()
    assert told.err == "error: a.md:9, a.md:10: it is empty.\n"
    assert "see the 2 errors above" in told.out


@pytest.mark.parametrize(
    ("requests", "cost", "told"),
    [
        (0, "0", ""),
        (1, "0", "That takes up to 1 request to the server.\n"),
        (2, "1.5", "That takes up to 2 requests to the server, about 1.50 at your price.\n"),
    ],
)
def test_what_a_run_would_take_is_told(
    requests: int, cost: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_estimate(Estimate(1, 2, 1234, requests, 90_000, Decimal(cost)))

    assert capsys.readouterr().out == (
        "To speak: 1 post, 2 clips, 1,234 characters, about 2 minutes of sound.\n"
        f"{told}Nothing was made.\n"
    )


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(20, "less than a minute"), (61, "about 1 minute"), (600, "about 10 minutes")],
)
def test_how_long_a_slow_voice_takes_is_told_with_how_it_is_known(
    seconds: float, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_estimate(Estimate(1, 2, 1234, 0, 90_000, Decimal(0), seconds))

    assert (
        f"On this computer, that takes {told} to speak, measured on one sentence just now.\n"
        in capsys.readouterr().out
    )


def test_everything_that_came_of_an_import_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    many = tuple(f"post-{n}" for n in range(12))
    found = Imported(("a",), ("b",), ("c", "d"), many, ("f",), inside=True)

    tell_import(found, ImportRequest("posts/blog.xml", Path("posts")))

    moved = "Its posts are read from their new files from now on: you can take"
    assert capsys.readouterr().out.splitlines() == [
        "1 new post in posts/.",
        "Written again, since they have changed in posts/blog.xml: b.",
        "2 posts imported before.",
        "Left as they are, because you have changed, renamed or deleted them: "
        + ", ".join(many[:10])
        + " and 2 more.",
        "Not imported, because there are other posts or files of these names: f.",
        f"{moved} posts/blog.xml out of posts/.",
        "They are yours now: change them as you like. Then: make publish SOURCE=posts",
    ]


@pytest.mark.parametrize(
    ("written", "said"), [(True, "posts/publication.toml says so now"), (False, "write at the top")]
)
def test_what_the_blog_is_called_after_an_import_is_told(
    capsys: pytest.CaptureFixture[str], *, written: bool, said: str
) -> None:
    name = BlogName(('title = "Notes"',), written=written)
    tell_import(Imported(("a",), name=name), ImportRequest("blog.xml", Path("posts")))

    out = capsys.readouterr().out
    assert said in out
    assert 'title = "Notes"' in out


def test_an_import_without_posts_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    tell_import(Imported(), ImportRequest("notes.xyz", Path("posts")))

    assert capsys.readouterr().out == "No post was found in notes.xyz.\n"


def test_an_import_of_a_page_that_only_a_browser_shows_says_what_helps(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell_import(Imported(), ImportRequest("https://a.org/app", Path("posts")))

    assert "save it there" in capsys.readouterr().out


def test_pictures_without_a_description_are_listed_with_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_undescribed([_finding(Level.WARNING, "picture-without-alt", f"a.md:{n}") for n in (3, 9)])

    assert capsys.readouterr().out.splitlines() == [
        "",
        "Without a description, 2 pictures:",
        "  a.md:3: What it is.",
        "  a.md:9: What it is.",
        "Say what each shows in the post, or in a line of pictures.csv: its name,what it shows",
        "If a picture only decorates, write: its name,decorative",
    ]


def test_if_every_picture_is_described_nothing_is_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_undescribed([])

    assert capsys.readouterr().out == ""
