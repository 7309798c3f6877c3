"""Words that a program changes, and those that it leaves."""

import re

import pytest

from formats.easy_read.wording import contractions, digits, reworded, short_forms


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("We met two people.", "We met 2 people."),
        ("Six of the twenty came.", "6 of the 20 came."),
        ("one in four people", "1 in 4 people"),
        ("One of us has one.", "One of us has one."),
        ("one or two", "one or two"),
        ("twenty-one and two-thirds", "twenty-one and two-thirds"),
        ("two thirds, four hundred", "two thirds, four hundred"),
        ("Write 3, not three, in two places.", "Write 3, not three, in two places."),
        (
            "On a 1 to 5 scale, give a four or a five here.",
            "On a 1 to 5 scale, give a four or a five here.",
        ),
        ("It takes zero to two arguments.", "It takes zero to two arguments."),
        ("A ten-minute walk takes four hours.", "A ten-minute walk takes four hours."),
        ("You can kill two birds with one stone.", "You can kill two birds with one stone."),
        ("She was in two minds about it.", "She was in two minds about it."),
        ("He earns six figures today.", "He earns six figures today."),
        ("It was split in two after the war.", "It was split in two after the war."),
        ("It was three to six months.", "It was 3 to 6 months."),
        ("Sales were the figure six years before.", "Sales were the figure six years before."),
        ("Two-faced people, two of them, came.", "Two-faced people, two of them, came."),
        ("Three Mile Island has a house.", "Three Mile Island has a house."),
        ("The Second World War took six years.", "The Second World War took 6 years."),
        ("Channel Four", "Channel Four"),
        ("For Go 1 two years later it was new.", "For Go 1 two years later it was new."),
        ("The two 18F developers came.", "The two 18F developers came."),
        ("often, weight, tent", "often, weight, tent"),
        ("One child in five is poor.", "One child in five is poor."),
        ("Step one is hard, step two less so.", "Step one is hard, step two less so."),
        ("They won three nil.", "They won three nil."),
        ("It was nineteen eighty four again.", "It was nineteen eighty four again."),
        ("This is my two pence worth.", "This is my two pence worth."),
    ],
)
def test_number_words_are_digits_from_2_to_20_where_they_stand_alone(
    written: str, expected: str
) -> None:
    """Part of a larger number, of a fraction or of a name they are left."""
    assert digits(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("fruit, e.g. pears", "fruit, for example, pears"),
        ("E.g. pears", "For example, pears"),
        ("fruit (i.e. pears)", "fruit (that is, pears)"),
        ("eg this, ie that", "for example, this, that is, that"),
        ("pens, paper, etc.", "pens, paper, and so on."),
        ("pens, etc. are here", "pens, and so on are here"),
        ("(pens and etc.)", "(pens and so on)"),
        ("pens, etc etc", "pens, etc etc"),
        ("pens, paper etc. and ink", "pens, paper etc. and ink"),
        ("IE and EG are names; pie, leg, a.e.g.b", "IE and EG are names; pie, leg, a.e.g.b"),
    ],
)
def test_short_forms_are_written_in_full(written: str, expected: str) -> None:
    """Latin short forms are read as words that nobody knows."""
    assert short_forms(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("We can't and we don't.", "We cannot and we do not."),
        ("Don't wait.", "Do not wait."),
        ("I’m sure they’re here and we’ll go.", "I am sure they are here and we will go."),
        ("It won't, I've said.", "It will not, I have said."),
        ("You should've come.", "You should have come."),
        ("It isn't a problem.", "It is not a problem."),
        ("It's good, isn't it.", "It's good, isn't it."),
        ("Why don't people ask?", "Why don't people ask?"),
        ("Ada's boat, the boats' workers, she'd go", "Ada's boat, the boats' workers, she'd go"),
        ("Why don't people vote", "Why don't people vote"),
        (
            "The show Don't Look Up, and I'm a Celebrity",
            "The show Don't Look Up, and I'm a Celebrity",
        ),
        ("We saw We're Here.", "We saw We're Here."),
        ("isn't this good", "isn't this good"),
        ("can't-do men, she'll've gone", "can't-do men, she'll've gone"),
        ("There's a whole range of tools", "There's a whole range of tools"),
        ("couldn't've", "couldn't've"),
        ("We haven't a clue.", "We haven't a clue."),
        ("She's a right to know.", "She's a right to know."),
        ("Let's help every carer.", "Let's help every carer."),
    ],
)
def test_contractions_are_written_in_full_where_they_can_mean_one_thing(
    written: str, expected: str
) -> None:
    """A possessive, a tag and a question are left as they are."""
    assert contractions(written) == expected


def test_a_second_pass_changes_nothing_more() -> None:
    """The rules do not feed on their own output."""
    once = reworded("Two of us can't come, e.g. Ada, etc. We'll see in ten days.")
    assert reworded(once) == once


def test_a_negation_is_never_lost_in_rewording() -> None:
    """The negative is there whether it is written short or in full."""
    written = "I can't, won't, don't, didn't, shan't and never will; no one isn't."
    assert len(re.findall(r"not\b|n't|never|\bno\b", reworded(written))) == 8
