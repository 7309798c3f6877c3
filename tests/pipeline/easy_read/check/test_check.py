"""The checker as others call it: a whole file, one row, what blocks a signature, a report."""

from dataclasses import replace
from pathlib import Path

import pytest

from formats.model import Post
from pipeline.cli import main
from pipeline.easy_read.check import check, check_row, errors, unasked
from pipeline.easy_read.check.people import PEOPLE
from pipeline.easy_read.check.report import measured
from pipeline.easy_read.check.subject import checked
from pipeline.easy_read.draft import draft
from pipeline.easy_read.easy_file import EasyFile, read, write
from pipeline.split.sentences import split
from tests.formats.builders import AWKWARD, paragraph, post_of, rich_post

FILE = read(
    """---
post: tide
---

# The tide

## The main points

> s1 We saw 3 boats.

- [ ] We saw three boats.

## The whole post

> s1 We saw 3 boats.

- [ ] We didn’t see 4 boats.
- [ ] They were *obsequious*.
""",
    "tide.easy.md",
)


def post() -> Post:
    return split(post_of(paragraph("We saw 3 boats.")))


def test_a_breach_names_rule_row_line_and_remedy() -> None:
    found = check(FILE, post(), "en-GB", (), {})
    (breach,) = (b for b in found if b.rule == "ER-S07")
    assert (breach.row, breach.line, str(breach.level)) == (2, 17, "error")
    assert breach.message == "“didn’t” can be read as the opposite."
    assert breach.remedy == "Write: did not"


def test_breaches_come_in_the_order_of_the_file() -> None:
    found = check(FILE, post(), "en-GB", (), {})
    assert [b.line for b in found] == sorted(b.line for b in found)


def test_a_breach_is_a_finding_for_whoever_shows_those() -> None:
    breach = next(b for b in check(FILE, post(), "en-GB", (), {}) if b.rule == "ER-S07")
    finding = breach.finding("tide.easy.md")
    assert (finding.code, finding.where) == ("ER-S07", "tide.easy.md:17")
    assert (finding.level, finding.message) == (breach.level, breach.message)


def test_one_row_is_told_as_in_the_whole_file() -> None:
    """But for what concerns the whole text, which changes with other rows."""
    every = {b for b in check(FILE, post(), "en-GB", (), {}) if b.row == 2}
    row = set(check_row(FILE, 1, "en-GB", ()))
    assert {"ER-S07", "ER-F01", "ER-F03"} <= {b.rule for b in row}
    assert row <= every


def test_a_row_of_a_file_without_the_post_is_held_to_no_facts() -> None:
    alone = read("# The tide\n\n- [ ] Ann saw 4 boats, not 3.", "t.easy.md")
    assert not any(b.rule.startswith("ER-F") for b in check_row(alone, 0, "en-GB", ()))


def test_the_words_that_readers_know_are_the_editors() -> None:
    assert any(b.rule == "ER-W01" for b in check_row(FILE, 2, "en-GB", ()))
    own = (("obsequious", ""),)
    assert not any(b.rule == "ER-W01" for b in check_row(FILE, 2, "en-GB", own))


def test_errors_block_a_signature_and_warnings_do_not() -> None:
    blocking = errors(FILE, post(), "en-GB", (), {})
    assert {"ER-N01", "ER-S07", "ER-F01"} <= {b.rule for b in blocking}
    assert all(b.level == "error" for b in blocking)
    good = read("# The tide\n\n> s1 We saw 3 boats.\n\n- [ ] We saw 3 boats.", "t.easy.md")
    assert errors(good, post(), "en-GB", (), {}) == ()


def test_an_old_signature_does_not_block_a_new_one() -> None:
    good = read("# The tide\n\n- [ ] We saw 3 boats.", "t.easy.md").with_facts(signed="old")
    assert any(b.rule == "ER-H02" for b in check(good, post(), "en-GB", (), {}))
    assert errors(good, post(), "en-GB", (), {}) == ()


@pytest.mark.parametrize("name", [*AWKWARD, "rich"])
def test_any_draft_can_be_checked_and_has_the_facts_of_its_post(name: str) -> None:
    """The draft says what the post says: no rule of fidelity may find anything else."""
    made = split({**AWKWARD, "rich": rich_post()}[name])
    file = draft(made)
    found = check(read(write(file), file.name), made, made.language, (), {})
    assert [b for b in found if b.rule.startswith("ER-F") and b.level == "error"] == []


def test_the_rules_that_were_not_asked_are_named() -> None:
    assert unasked("en-GB") == ()
    assert "ER-W01" in unasked("cy")
    assert "ER-S01" not in unasked("cy")


def test_a_text_is_measured() -> None:
    file = read(
        "# The tide\n\n- [ ] We saw eels.\n- [ ] We need:\n  - moss\n  - boats\n\n"
        "## Hard words\n\n**eels**: Long fish.",
        "t.easy.md",
    )
    found = measured(checked(file, None, "en-GB"), 1, 3)
    assert (found.rows, found.words, found.long, found.sentences) == (2, 7, 0, 4)
    assert (found.hard, found.explained, found.pictures) == (2, 1, 0)
    assert found.words_a_row == 3.5


def test_a_main_point_that_is_not_written_is_no_row() -> None:
    empty: EasyFile = replace(FILE, main_points=())
    assert measured(checked(empty, None, "en-GB"), 1, 1).rows == 0


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "tide.md").write_text("# The tide\n\nWe saw 3 boats. We went.\n", "utf-8")
    settings = 'title = "T"\nemail = "a@example.org"\n'
    (folder / "publication.toml").write_text(settings, "utf-8")
    return folder


def asked(posts: Path) -> int:
    return main(["easy-read", "check", "tide", "--source", str(posts)])


def test_the_command_lists_what_is_wrong_and_what_people_decide(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "tide.easy.md").write_text(write(FILE), "utf-8")
    assert asked(posts) == 1
    said = capsys.readouterr().out
    assert "Row 2, line 17: We didn’t see 4 boats.\n" in said
    assert "  error: “didn’t” can be read as the opposite. Write: did not [ER-S07]\n" in said
    assert "Main points: 1 rows, 4.0 words a row" in said
    assert all(question in said for _, question in PEOPLE)
    assert "that a program can decide" in said


def test_a_draft_that_is_not_written_yet_can_be_checked(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(posts) == 0
    said = capsys.readouterr().out
    assert "There is no tide.easy.md yet" in said
    assert not (posts / "tide.easy.md").exists()


def test_a_text_in_another_language_is_told_what_was_not_asked(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "publication.toml").write_text('language = "cy"\nemail = "a@example.org"\n', "utf-8")
    asked(posts)
    assert "Not asked, because they are for English: ER-S03, " in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_told_with_its_line(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (posts / "tide.easy.md").write_text("# The tide\n\n| a | b |\n", "utf-8")
    assert asked(posts) != 0
    assert "tide.easy.md:3" in capsys.readouterr().err
