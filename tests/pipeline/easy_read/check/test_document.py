"""The rules for a whole text: each flags one, and leaves another."""

import pytest

from pipeline.easy_read.check import check
from pipeline.easy_read.easy_file import read
from pipeline.split.sentences import split
from tests.formats.builders import paragraph, post_of
from tests.pipeline.easy_read.check.asking import ERROR, WARNING, hits, of_row

W, E = WARNING, ERROR
LONG = "We met at the old hall and ate the cake that Ann had made for us all to"
ROW = "- [ ] We met at the sea to see if the boats come in.\n"
POINTS = "## The main points\n\n- [ ] The tide comes in.\n\n## The whole post\n\n"

CASES: list[tuple[str, str, str, str]] = [
    ("ER-D03", W, f"{LONG}. {LONG}. {LONG}. {LONG}.", f"{LONG}. {LONG}."),
    ("ER-D05", W, "We had bread, butter and jam.", "On Monday, we had bread and butter."),
    ("ER-D05", W, "Ann, Bob and Cal came.", "Ann, who was late, and Bob came."),
]

TEXTS: list[tuple[str, str, str, str]] = [
    ("ER-D01", W, ROW * 90, ROW * 80),
    ("ER-D04", W, ROW * 9, f"{ROW * 5}\n### The sea\n\n{ROW * 5}"),
    ("ER-D07", E, ROW * 30, POINTS + ROW * 30),
    ("ER-D07", E, ROW * 30, ROW * 3),
    ("ER-R01", W, "- [ ] Organisational participation necessitates it.", "- [ ] We met her."),
]


@pytest.mark.parametrize(("rule", "level", "flagged", "left"), CASES)
def test_a_rule_flags_one_row_and_leaves_another(
    rule: str, level: str, flagged: str, left: str
) -> None:
    assert (rule, level) in of_row(flagged)
    assert (rule, level) not in of_row(left)


@pytest.mark.parametrize(("rule", "level", "flagged", "left"), TEXTS)
def test_a_rule_flags_one_text_and_leaves_another(
    rule: str, level: str, flagged: str, left: str
) -> None:
    assert (rule, level) in hits(flagged)
    assert (rule, level) not in hits(left)


def test_a_title_of_signs_alone_is_none() -> None:
    post = split(post_of(paragraph("The tide.")))
    found = check(read("# …\n\n- [ ] We met.", "t.easy.md"), post, "en", (), {})
    assert any(b.rule == "ER-D07" for b in found)
