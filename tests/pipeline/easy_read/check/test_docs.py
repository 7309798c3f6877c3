"""docs/easy-read-rules.md lists the rules as they are.

Write it again with: python -m tests.pipeline.easy_read.check.test_docs
"""

from pathlib import Path

from pipeline.easy_read.check.people import PEOPLE
from pipeline.easy_read.check.rules import LINES, PAGES, ROWS, RULES, TEXTS, UNASKED

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


if __name__ == "__main__":
    DOCUMENT.write_text(document(), "utf-8")
