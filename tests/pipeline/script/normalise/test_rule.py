"""A rule says what it matches, and leaves each kept word where it is."""

import re

from pipeline.script.normalise.rule import Rule, apply

AND = Rule("and", re.compile("&"), lambda _: "and")


def test_a_kept_word_moves_with_what_is_said_before_it() -> None:
    assert apply([AND], "R & Bishara", ((4, 11),)) == ("R and Bishara", ((6, 13),))


def test_a_kept_word_moves_with_what_is_said_right_before_it() -> None:
    assert apply([AND], "&Bishara", ((1, 8),)) == ("andBishara", ((3, 10),))


def test_a_kept_word_is_not_moved_by_what_is_said_after_it() -> None:
    assert apply([AND], "Bishara&", ((0, 7),)) == ("Bisharaand", ((0, 7),))


def test_no_rule_touches_a_kept_word() -> None:
    assert apply([AND], "A&B & C", ((0, 3),)) == ("A&B and C", ((0, 3),))
