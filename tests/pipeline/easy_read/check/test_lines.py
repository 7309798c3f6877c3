"""Each rule for lines: a row that it must flag, and one that it must leave."""

import pytest

from pipeline.easy_read.check.rules import LINES
from tests.pipeline.easy_read.check.asking import breaches, hits, of_row

W, E = "warning", "error"
LONG = "We met at the old hall and ate the cake that Ann had made for us all to"

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
    ("ER-W01", E, "They were tokenistic and perfunctory.", "They were kind at the lighthouse."),
    ("ER-W01", E, "The eel swam.", "The Eel River is wide."),
    ("ER-W01", W, "We are colleagues.", "We are friends."),
    ("ER-W05", W, "We utilise boats.", "We use boats."),
    ("ER-W05", W, "Ask prior to it.", "She said “ask prior to it”."),
    ("ER-W06", W, "They hold the purse strings.", "They hold the strings of the kite."),
    ("ER-W07", E, "The CCG met.", "The NHS and the UK met."),
    ("ER-W07", E, "The PTQ met.", "The Park Trust Queue (PTQ) met. The PTQ ate."),
    ("ER-W07", E, "Ask C4CC.", "Part II says BUT."),
    ("ER-W08", E, "Bring food, e.g. bread.", "Bring food, for example bread."),
    ("ER-W08", E, "We came via Leeds.", "We came through Leeds to the viaduct."),
    (
        "ER-W11",
        W,
        "People with learning difficulties met.",
        "People with a learning disability met.",
    ),
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
    ("ER-N06", W, "Bread & butter.", "Bread and butter."),
    ("ER-N06", W, "Bring and/or ask.", "See www.example.org/a~b or write to a@example.org."),
    ("ER-D03", W, f"{LONG}. {LONG}. {LONG}. {LONG}.", f"{LONG}. {LONG}."),
    ("ER-D05", W, "We had bread, butter and jam.", "On Monday, we had bread and butter."),
    ("ER-D05", W, "Ann, Bob and Cal came.", "Ann, who was late, and Bob came."),
    ("ER-L02", W, "This is VERY GOOD news.", "This is NHS IQ news."),
]


@pytest.mark.parametrize(("rule", "level", "flagged", "left"), CASES)
def test_a_rule_flags_one_row_and_leaves_another(
    rule: str, level: str, flagged: str, left: str
) -> None:
    assert (rule, level) in of_row(flagged)
    assert (rule, level) not in of_row(left)


def test_every_rule_for_lines_has_its_case() -> None:
    assert {(rule.id, str(rule.level)) for rule in LINES} == {case[:2] for case in CASES}


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


def test_words_in_quotation_marks_are_to_be_told_without_them() -> None:
    """To write the number as a digit would alter what somebody said."""
    (found,) = (b for b in breaches("- [ ] “Three boats,” she said.") if b.rule == "ER-N01")
    assert "tell it without quotation marks" in found.remedy


def test_a_word_is_explained_in_the_form_that_stands() -> None:
    """Another form of it is a warning, another word an error."""
    meaning = "\n\n## Hard words\n\n**{}**: Step of a ladder."
    row = "- [ ] The rungs broke."
    assert not {("ER-W01", W), ("ER-W01", E)} & hits(row + meaning.format("rungs"))
    assert ("ER-W01", W) in hits(row + meaning.format("rung"))
    assert ("ER-W01", E) in hits(row + meaning.format("broke"))


def test_an_explanation_of_nothing_explains_nothing() -> None:
    assert ("ER-W01", E) in hits("- [ ] The rungs broke.\n\n## Hard words\n\n**rungs**:")


def test_words_in_another_language_are_not_judged() -> None:
    assert not {("ER-W01", E), ("ER-W08", E)} & of_row("She said [bonjour etc]{lang=fr}.")


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
