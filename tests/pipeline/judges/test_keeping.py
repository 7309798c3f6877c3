"""What was found is kept beside what was checked, and the next publish says it in the statement."""

from datetime import date
from pathlib import Path

from formats.model import ProgramCheck
from pipeline.judges.check import Verdict
from pipeline.judges.keeping import keep
from pipeline.publish.request import Request
from pipeline.store import checked
from tests.pipeline.publish.two_posts import run, tree

DAY = date(2026, 5, 31)
VERDICTS = (
    Verdict("links", 12, 1),
    Verdict("feed", 1, 2, notes=3),
    Verdict("hearing", 9, 0, "no ears"),
    Verdict("EPUBCheck", 2, 4),
    Verdict("axe", 12, 0, "no browser"),
)


def published(folder: Path) -> Request:
    """Two posts, made."""
    posts = folder / "posts"
    posts.mkdir()
    (posts / "first.md").write_text("# First\n\nWords.\n")
    (posts / "second.md").write_text("# Second\n\nMore words.\n")
    request = Request(
        posts, folder / "out", folder / "cache", formats=("mp3",), engine="silence", jobs=1
    )
    run(request)
    return request


def statement(request: Request) -> str:
    """The statement as it stands."""
    return (request.output / "accessibility.html").read_text("utf-8")


def test_own_checks_are_one_and_a_program_that_was_absent_read_nothing(tmp_path: Path) -> None:
    request = published(tmp_path)
    keep(request.output, VERDICTS, DAY)

    found = checked.load(request.output, "")
    assert found is not None
    own, *others = found.programs
    assert (own.name, own.files, own.faults, own.notes) == ("", 12, 3, 3)
    assert [(one.name, one.files, one.faults) for one in others] == [
        ("EPUBCheck", 2, 4),
        ("axe", 0, 0),
    ]
    assert isinstance(own, ProgramCheck)


def test_a_folder_that_publish_did_not_make_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text('{"files": [{"path": "../x"}], "posts": []}')

    assert not keep(tmp_path, VERDICTS, DAY)
    assert not (tmp_path / checked.FILE).exists()


def test_the_next_publish_says_what_was_found_and_that_it_still_holds(tmp_path: Path) -> None:
    request = published(tmp_path)
    assert "No program has checked this website yet." in statement(request)

    assert keep(request.output, VERDICTS, DAY)
    run(request)

    assert "31 May 2026" in statement(request)
    assert "has changed since then" not in statement(request)
    before = tree(request.output)
    run(request)
    assert tree(request.output) == before


def test_a_check_of_what_has_changed_since_is_called_old(tmp_path: Path) -> None:
    request = published(tmp_path)
    keep(request.output, VERDICTS, DAY)
    (request.source / "first.md").write_text("# First\n\nOther words.\n")
    run(request)

    assert "has changed since then" in statement(request)


def test_a_file_that_was_changed_by_hand_was_not_what_is_published(tmp_path: Path) -> None:
    request = published(tmp_path)
    (request.output / "index.html").write_text("Mine.")
    keep(request.output, VERDICTS, DAY)
    run(request)

    assert "has changed since then" in statement(request)
