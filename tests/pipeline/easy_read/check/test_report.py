"""What a check prints: what is wrong where, how hard the text is, and what people decide."""

from pipeline.easy_read.check import check
from pipeline.easy_read.check.people import PEOPLE
from pipeline.easy_read.check.report import measured, told
from pipeline.easy_read.check.subject import checked
from pipeline.easy_read.easy_file import read
from pipeline.split.sentences import split
from tests.formats.builders import paragraph, post_of


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
    file = read("# The tide\n\n## The main points\n\n- [ ]\n", "t.easy.md")
    assert measured(checked(file, None, "en-GB"), 1, 2).rows == 0


def test_a_report_counts_what_is_kept_and_never_says_that_the_text_is_easy() -> None:
    file = read("# The tide\n\n- [ ] We saw 3 boats; we ate.", "t.easy.md")
    post = split(post_of(paragraph("We saw 3 boats; we ate.")))
    found = check(file, post, "en-GB", (), {})
    lines = list(told(checked(file, post, "en-GB"), found, ("ER-W01",)))
    at = lines.index("Row 1, line 3: We saw 3 boats; we ate.")
    assert any(one.startswith("  error: There is a semicolon (;).") for one in lines[at:])
    assert "Not asked, because they are for English: ER-W01." in lines
    assert "Main points: no rows." in lines
    assert any(line.startswith("Rules kept: ") for line in lines)
    assert lines[-1 - len(PEOPLE) - 1] == "Only people can decide:"
    assert not any("is Easy Read" in line for line in lines)
