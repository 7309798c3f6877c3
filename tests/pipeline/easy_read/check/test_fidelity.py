"""What a text says is what the post says, whatever its words."""

import pytest

from tests.pipeline.easy_read.check.asking import breaches, hits

W, E, N = "warning", "error", "note"
SOURCE = (
    "In 1969 Sherry Arnstein of Boston wrote that 25% of 80 towns did not ask residents, on"
    " 5 May 1969, and said “nobody has given us power” at https://example.org/ladder."
)
ALL = "Sherry Arnstein of Boston wrote of 80 towns on 5 May 1969."

CASES: list[tuple[str, str, str, str]] = [
    ("ER-F01", E, "In 1968 towns did not ask.", "In 1969 towns did not ask."),
    ("ER-F01", E, "70 towns did not ask.", "1 in 4 towns did not ask."),
    ("ER-F01", E, "Towns in Leeds did not ask.", "Arnstein's towns did not ask."),
    ("ER-F01", E, "Kowalski did not ask.", "Some towns did not ask."),
    ("ER-F01", E, "On 6 May towns did not ask.", "On Monday 5 May 1969 towns did not ask."),
    ("ER-F01", E, "See https://example.org/step, not this.", "Not https://example.org/ladder."),
    ("ER-F03", E, "Towns did ask people.", "Towns did not ask people."),
    ("ER-F03", E, "Towns did not ask, and never met, with no food.", "Towns never asked."),
    ("ER-F03", W, "Towns did not ask people.", "Towns did not ask, and nobody had power."),
    ("ER-F04", E, "“Nobody gave us power” is not true.", "“nobody has given us power”"),
    ("ER-F04", E, "They said ‘we have no power’.", "They have no ‘power’."),
]


def beside(words: str, source: str = SOURCE) -> str:
    return f"> s1 {source}\n\n- [ ] {words}"


@pytest.mark.parametrize(("rule", "level", "flagged", "left"), CASES)
def test_a_rule_flags_one_row_and_leaves_another(
    rule: str, level: str, flagged: str, left: str
) -> None:
    assert (rule, level) in hits(beside(flagged), post=SOURCE)
    assert (rule, level) not in hits(beside(left), post=SOURCE)


def test_a_number_of_another_sentence_is_a_warning() -> None:
    """It may be in the wrong place, or the editor has put two sentences together."""
    written = (
        f"{beside('We saw 3 boats.', 'We saw 5 boats.')}\n\n{beside('And 3 cats.', 'And 3 cats.')}"
    )
    found = hits(written, post="We saw 5 boats. And 3 cats.")
    assert ("ER-F01", W) in found
    assert ("ER-F01", E) not in found


def test_what_is_left_out_is_listed() -> None:
    (found,) = (b for b in breaches(beside("Towns did not ask."), post=SOURCE) if b.level == N)
    assert found.rule == "ER-F02"
    for fact in ("1969", "80", "Arnstein", "Boston", "https://example.org/ladder"):
        assert fact in found.message


def test_a_fact_that_another_row_has_is_not_left_out() -> None:
    written = f"{beside('Towns did not ask.', ALL)}\n- [ ] {ALL}"
    assert "ER-F02" not in {b.rule for b in breaches(written, post=ALL)}


def test_a_sentence_that_is_left_out_whole_is_listed_with_its_facts() -> None:
    (found,) = (
        b for b in breaches(f"> s1 {ALL}\n\n> s2 No.\n\n- [ ] No.", post=ALL) if b.level == N
    )
    assert "Arnstein" in found.message


@pytest.mark.parametrize(
    ("source", "row"),
    [
        ("They were unhappy.", "They were not happy."),
        ("They left unless they were paid.", "If they were not paid, they left."),
        ("Few came.", "Not many came."),
        ("They failed to come.", "They did not come."),
        ("They refused to come.", "They did not want to come."),
        ("He is homeless.", "He has no home."),
        ("It is not impossible.", "It is possible."),
        ("It isn't true.", "It is not true."),
    ],
)
def test_a_denial_may_be_said_in_another_way(source: str, row: str) -> None:
    assert ("ER-F03", E) not in hits(beside(row, source), post=source)


@pytest.mark.parametrize("word", ["informed", "involved", "discussed", "united", "important"])
def test_a_word_that_only_begins_like_a_denial_is_none(word: str) -> None:
    found = hits(beside("They were not told.", f"They were {word}."), post=f"They were {word}.")
    assert ("ER-F03", E) in found


def test_a_row_may_name_who_is_meant_elsewhere() -> None:
    """What "she" drew is plainer with her name, if the post has it."""
    post = "Ann Green came. She drew it."
    assert ("ER-F01", E) not in hits(beside("Ann Green drew it.", "She drew it."), post=post)


def test_a_name_that_the_editor_explains_is_known() -> None:
    row = beside("Asda is open.", "It is open.")
    assert ("ER-F01", E) in hits(row, post="It is open.")
    assert ("ER-F01", E) not in hits(
        f"{row}\n\n## Hard words\n\n**Asda**: A shop.", post="It is open."
    )


def test_a_sentence_that_the_post_has_no_more_is_not_held_against_the_row() -> None:
    assert ("ER-F03", E) not in hits("> gone We did not ask.\n\n- [ ] We asked.", post="We asked.")
