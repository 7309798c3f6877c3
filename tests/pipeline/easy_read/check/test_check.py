"""The checker as others call it: a whole file, one row, what blocks a signature, a report."""

from dataclasses import replace

import pytest

from formats.model import Post
from pipeline.easy_read.check import check, check_row, check_rows, errors, hard_words, unasked
from pipeline.easy_read.draft import draft
from pipeline.easy_read.easy_file import EasyFile, FileRow, Meaning, SourceGroup, read, write
from pipeline.split.sentences import split
from tests.formats.builders import AWKWARD, paragraph, post_of, rich_post
from tests.pipeline.easy_read.check.asking import ERROR, WARNING, breaches, hits

W, E = WARNING, ERROR

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


def test_words_in_quotation_marks_are_to_be_told_without_them() -> None:
    """To write the number as a digit would alter what somebody said."""
    (found,) = (b for b in breaches("- [ ] “Three boats,” she said.") if b.rule == "ER-N01")
    assert "tell it without quotation marks" in found.remedy


def test_headings_entries_and_meanings_are_held_to_the_rules_too() -> None:
    written = (
        "### We don’t know\n\n- [ ] We need:\n  - three boats; quickly\n\n"
        "## Hard words\n\n**boats**: Ships, e.g. small ones."
    )
    found = {(b.rule, b.line) for b in breaches(written)}
    assert {("ER-S07", 3), ("ER-N01", 6), ("ER-S04", 6), ("ER-W08", 10)} <= found


def test_rules_for_english_are_not_asked_of_another_language() -> None:
    """What is the same in all languages is."""
    found = hits("- [ ] Wir sind via Bonn; 25 % kamen (spät).", "de")
    assert found == {("ER-S04", E), ("ER-S08", W), ("ER-N02", W), ("ER-F01", E)}


def file_with(words: str, *meanings: Meaning) -> EasyFile:
    return EasyFile(
        "a.easy.md", "A", whole=(SourceGroup((), (FileRow(words),)),), meanings=meanings
    )


def test_a_hard_word_comes_with_what_it_may_mean() -> None:
    found = hard_words(file_with("Tokenism is a pastiche."), 0, "en", ())
    assert {word.word.lower(): bool(word.meaning) for word in found} == {
        "tokenism": True,
        "pastiche": False,
    }
    assert hard_words(file_with("Tokenism is a pastiche."), 0, "fr", ()) == ()


def test_the_editors_own_meaning_goes_before_ours() -> None:
    own = (("tokenism", "Only for show."),)
    (found,) = hard_words(file_with("We end tokenism."), 0, "en", own)
    assert found.meaning == "Only for show."
    assert hard_words(file_with("We end tokenism."), 0, "en", (("tokenism", ""),)) == ()


def test_a_word_that_the_file_explains_is_not_told_again() -> None:
    meanings = (Meaning("tokenism", "Only for show."), Meaning("good pastiche", "A copy."))
    file = file_with("Tokenism is a good pastiche.", *meanings)
    assert hard_words(file, 0, "en", ()) == ()
    assert hard_words(replace(file, meanings=meanings[:1]), 0, "en", ())[0].word == "pastiche"


def test_all_rows_are_told_as_each_is() -> None:
    rows = range(len(FILE.rows))
    each = tuple(check_row(FILE, row, "en-GB", ()) for row in rows)
    assert check_rows(FILE, "en-GB", ()) == each
