"""The rules for words: a row that each must flag, and one that it must leave."""

import pytest

from tests.pipeline.easy_read.check.asking import ERROR, WARNING, hits, of_row

W, E = WARNING, ERROR
WORD = "\n## Hard words\n\n**rungs**: Steps.\n\n**eels**: Long fish.\n\n**moss**: A plant.\n"

CASES: list[tuple[str, str, str, str]] = [
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
    ("ER-L02", W, "This is VERY GOOD news.", "This is NHS IQ news."),
]

TEXTS: list[tuple[str, str, str, str]] = [
    ("ER-W02", W, f"- [ ] Rungs, eels and moss.\n{WORD}", f"- [ ] Rungs and eels.\n{WORD}"),
    ("ER-W02", W, f"- [ ] See:\n  - the rungs\n{WORD}", f"- [ ] See the rungs.\n{WORD}"),
    ("ER-W04", W, "- [ ] The disabled initiative met.", "- [ ] The people met us at the house."),
    (
        "ER-W09",
        W,
        "- [ ] A coproduction.\n- [ ] A co-production.",
        "- [ ] A co-production.\n- [ ] The co-production.",
    ),
    (
        "ER-W09",
        W,
        "- [ ] We met.\n\n## Hard words\n\n**customer**: Who pays.\n\n**client**: Who pays.",
        "- [ ] We met.\n\n## Hard words\n\n**client**: Who pays.\n\n**clients**: Who pays.",
    ),
    ("ER-W10", W, "- [ ] The organisation met.", "- [ ] The hospital met."),
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
