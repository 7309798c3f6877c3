"""Rules are applied in turn, and none touches a word that is kept."""

import re

from pipeline.script.normalise.rule import Rule, apply

LONGER = Rule("longer", re.compile("b"), lambda _: "bbb")
SHORTER = Rule("shorter", re.compile("bbb"), lambda _: "c")


def test_each_rule_reads_what_the_one_before_has_said() -> None:
    assert apply([LONGER, SHORTER], "a b a") == ("a c a", ())
    assert apply([SHORTER, LONGER], "a b a") == ("a bbb a", ())


def test_a_rule_for_figures_is_tried_as_soon_as_there_is_one() -> None:
    """Also one that an earlier rule has put there; and not where the last one is gone."""
    one = Rule("one", re.compile("a"), lambda _: "1")
    none = Rule("none", re.compile("1"), lambda _: "b", figures=True)
    other = Rule("other", re.compile("b"), lambda _: "c", figures=True)

    assert apply([none], "b 1") == ("b b", ())
    assert apply([one, none], "a") == ("b", ())
    assert apply([none, other], "1") == ("b", ())


def test_a_word_that_is_kept_is_not_touched_and_its_place_is_told() -> None:
    text, kept = apply([LONGER], "b b b", kept=((2, 3),))

    assert (text, kept) == ("bbb b bbb", ((4, 5),))


def test_the_place_moves_back_where_what_is_said_is_shorter() -> None:
    assert apply([SHORTER], "bbb x", kept=((4, 5),)) == ("c x", ((2, 3),))


def test_the_place_moves_where_what_is_said_stands_right_before_it() -> None:
    assert apply([LONGER], "bx", kept=((1, 2),)) == ("bbbx", ((3, 4),))


def test_the_place_stays_where_what_is_said_comes_after_it() -> None:
    assert apply([LONGER], "xb", kept=((0, 1),)) == ("xbbb", ((0, 1),))


def test_a_rule_sees_a_word_that_is_kept() -> None:
    before_x = Rule("before x", re.compile("b(?= x)"), lambda _: "c")

    assert apply([before_x], "b x", kept=((2, 3),)) == ("c x", ((2, 3),))


def test_a_match_that_reaches_into_a_word_that_is_kept_is_left() -> None:
    across = Rule("across", re.compile("b x"), lambda _: "c")

    assert apply([across], "b xy", kept=((2, 4),)) == ("b xy", ((2, 4),))
