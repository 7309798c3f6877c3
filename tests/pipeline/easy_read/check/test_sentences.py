"""The rules for sentences: a row that each must flag, and one that it must leave."""

import pytest

from tests.pipeline.easy_read.check.asking import ERROR, WARNING, hits, of_row

W, E = WARNING, ERROR
LONG = "We met at the old hall and ate the cake that Ann had made for us all to"
ROW = "- [ ] We met at the sea to see if the boats come in.\n"

CASES: list[tuple[str, str, str, str]] = [
    ("ER-S01", W, LONG, "We met at the old hall and ate the cake that Ann made for us."),
    ("ER-S01", E, f"{LONG} eat on the day of the big game in the park.", f"{LONG} eat."),
    ("ER-S03", W, "We met and we ate, but it rained.", "We had bread and so many cups."),
    ("ER-S04", W, "Now, as we know, it is late.", "The fee is £1,500, and we paid."),
    ("ER-S04", E, "We met; we ate.", "We met. We ate."),
    ("ER-S05", W, "The plan was carefully made by us.", "We were tired, and got to the bridge."),
    ("ER-S05", W, "It has been agreed.", "He is interested. She is disabled."),
    ("ER-S06", E, "It is not unusual.", "It is not usual."),
    ("ER-S06", E, "We cannot do it without you.", "We cannot do it, and we left without you."),
    ("ER-S06", W, "No people in the hall had no food.", "Neither Ann nor Bob came."),
    ("ER-S07", E, "We don’t know.", "We do not know Ann’s name."),
    ("ER-S07", E, "We dont know.", "The don knows."),
    ("ER-S07", W, "We'll see what it's like.", "We will see Ann's boat."),
    ("ER-S08", W, "We met (in the hall).", "We met at the Tide Trust (TT)."),
    ("ER-S08", W, "We met – and ate.", "We met at half-past ten."),
    ("ER-S08", W, "Pages 3–5 say it.", "Pages 3 to 5 say it."),
    ("ER-S09", E, "We met. We ate.", "We met Dr. Green at 3pm."),
]

TEXTS: list[tuple[str, str, str, str]] = [
    ("ER-S02", W, "- [ ] We met at the sea to see if the boats come in at noon.", ROW),
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
