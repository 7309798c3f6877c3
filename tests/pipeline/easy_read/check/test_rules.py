"""The table of rules: each has its case, and docs/easy-read-rules.md lists them as they are.

Write it again with: python -m tests.pipeline.easy_read.check.test_rules
"""

from pathlib import Path

from pipeline.easy_read.check.people import PEOPLE
from pipeline.easy_read.check.rules import LINES, PAGES, ROWS, RULES, TEXTS, UNASKED
from tests.pipeline.easy_read.check import test_document as document_cases
from tests.pipeline.easy_read.check import test_fidelity as fidelity
from tests.pipeline.easy_read.check import test_numbers as numbers
from tests.pipeline.easy_read.check import test_sentences as sentences
from tests.pipeline.easy_read.check import test_words as words

DOCUMENT = Path(__file__).parents[4] / "docs" / "easy-read-rules.md"

_TITLE = "Each line: the title, headings, rows, lists and meanings"


def document() -> str:
    """The document: its words, and tables that are made of the rules."""
    parts = [
        (_TITLE, LINES),
        ("Rows beside the post", ROWS),
        ("The text as a whole", TEXTS),
        ("The page that is made", PAGES),
    ]
    tables = "\n".join(_table(title, rules) for title, rules in parts)
    people = "\n".join(f"| {rule} | {what} |" for rule, what in (*PEOPLE, *UNASKED))
    head, title, _ = DOCUMENT.read_text("utf-8").partition(f"## {_TITLE}")
    assert title, "the tables are gone"
    last = "## What only people can decide\n\n| id | question |\n|---|---|"
    return f"{head}{tables}\n{last}\n{people}\n"


def _table(title: str, rules: tuple[object, ...]) -> str:
    rows = (rule for rule in RULES if rule in rules)
    lines = "\n".join(
        f"| {rule.id} | {rule.level} | {rule.what}. | {rule.source}"
        f"{'; English' if rule.english else ''} |"
        for rule in rows
    )
    return f"## {title}\n\n| id | level | what is looked at | from |\n|---|---|---|---|\n{lines}\n"


def test_the_document_lists_the_rules_as_they_are() -> None:
    assert DOCUMENT.read_text("utf-8") == document()


def test_every_rule_says_what_it_finds_and_where_it_is_from() -> None:
    assert all(rule.what and rule.source for rule in RULES)


def test_every_rule_has_a_row_or_text_that_it_flags_and_one_that_it_leaves() -> None:
    modules = (sentences, words, numbers, document_cases, fidelity)
    tried = {c[:2] for m in modules for c in (*m.CASES, *getattr(m, "TEXTS", ()))}
    alone = {("ER-P04", "error"), ("ER-P04", "warning"), ("ER-H02", "error"), ("ER-F02", "note")}
    alone |= {("ER-F01", "warning")}  # in tests of their own
    pages = {(rule.id, str(rule.level), rule.check) for rule in PAGES}
    rules = {(rule.id, str(rule.level), rule.check) for rule in RULES} - pages
    assert {rule[:2] for rule in rules} == tried | alone


def test_no_rule_is_there_twice_with_one_level() -> None:
    known = [(rule.id, rule.level, rule.check) for rule in RULES]
    assert len(set(known)) == len(known)


if __name__ == "__main__":
    DOCUMENT.write_text(document(), "utf-8")
