"""The rules for numbers and signs: a row that each must flag, and one that it must leave."""

import pytest

from tests.pipeline.easy_read.check.asking import ERROR, WARNING, breaches, of_row

W, E = WARNING, ERROR

CASES: list[tuple[str, str, str, str]] = [
    ("ER-N01", E, "We saw three boats.", "We saw 3 boats. One was red."),
    ("ER-N01", E, "Two boats came.", "We went to Three Rivers."),
    ("ER-N01", W, "I was in two minds.", "I was in a mind to go."),
    ("ER-N02", W, "25% of us came.", "1 in 4 of us came."),
    ("ER-N02", W, "About 25 per cent came.", "Each percentage is 25."),
    ("ER-N03", W, "It cost 12,500 pounds.", "It was in 1996, at 2.30pm."),
    ("ER-N03", W, "It is 2.5 miles.", "Ring 020 7946 0000. It costs £2.50."),
    ("ER-N03", W, "It cost £3 million.", "It cost £300."),
    ("ER-N04", E, "It was World War II.", "Vitamin C and I went."),
    ("ER-N04", E, "Read part (iv) first.", "Read part (a) first."),
    ("ER-N05", W, "We met on May 5, 2026.", "We met on Tuesday 5 May 2026."),
    ("ER-N05", W, "We met on 05/05/2026.", "We met at 2:30pm."),
    ("ER-N05", W, "We met at 14:30.", "We may meet 5 people."),
    ("ER-N06", W, "Bread & butter.", "Bread and butter at H&M, 24/7."),
    ("ER-N06", W, "Bring and/or ask.", "See www.example.org/a~b or write to a@example.org."),
]


@pytest.mark.parametrize(("rule", "level", "flagged", "left"), CASES)
def test_a_rule_flags_one_row_and_leaves_another(
    rule: str, level: str, flagged: str, left: str
) -> None:
    assert (rule, level) in of_row(flagged)
    assert (rule, level) not in of_row(left)


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("We don’t know.", "Write: do not"),
        ("25% of us came.", "Write: 1 in 4"),
        ("32% of us came.", "Write: about 1 in 3"),
        ("We met on May 5, 2026.", "Write: Tuesday 5 May 2026"),
        ("We met on 5th May 2026.", "Write: Tuesday 5 May 2026"),
        ("It was World War II.", "Write: 2"),
        ("Ask prior to it.", "Write: before"),
        ("We saw three boats.", "Write: 3"),
    ],
)
def test_a_remedy_says_what_to_write(words: str, remedy: str) -> None:
    assert remedy in {breach.remedy for breach in breaches(f"- [ ] {words}", post=words)}
