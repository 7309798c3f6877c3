"""Sentences after every rule, and those that no rule may touch."""

import pytest

from pipeline.easy_read.rewrite import rewrite


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Prior to this, we’d utilized six tools.", "Before this, we’d used 6 tools."),
        ("There's a plan to learn.", "There is a plan to learn."),
        ("She does n't use the term.", "She does not use the term."),
        ("We’re excited, and we’ve met two teams.", "We are excited. We have met 2 teams."),
        (
            "We use pens, paper, etc. — and so it is.",
            "We use pens, paper, and so on — and so it is.",
        ),
        ("A child has a one in four chance.", "A child has a 1 in 4 chance."),
        ("The Rio de Janeiro team can't utilise it.", "The Rio de Janeiro team cannot utilise it."),
        ("Two of us are back; we’ve met Ada.", "2 of us are back; we have met Ada."),
        (
            "If they don't come in order to help, wait.",
            "If they do not come in order to help, wait.",
        ),
    ],
)
def test_a_sentence_is_rewritten_by_every_rule_that_fits(written: str, expected: str) -> None:
    """In a negation or a condition only the short ways of writing are undone."""
    assert rewrite(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "Ada said “we don’t utilise it”.",
        'Ada said "we don\'t" twice.',
        "She called it 'numerous' things.",
        "Why don't people utilise it?",
        "Use `prior to` in two places.",
        "It isn’t *just* two.",
        "Ada &#8220;utilized&#8221; it.",
        "See https://example.org/e.g. in order to go.",
        "We met two, not three, people.",
        "If it rains, two of us come.",
        "The choice is four or a five.",
        "It takes one or two days.",
        "Some wait for review, e.g. .",
        "There's a lot of bots here.",
        "He gave me a high five.",
        "Twenty-one people came, and two left.",
        "I have two dogs and one cat.",
        "In 2020 the choice was four or a five.",
        "A problem that is two fold.",
        "One in three, or four and a half in twelve, is enough.",
        "Don't Reinvent the Wheel",
        "Rapidly Deploy Working Prototypes",
        "We're Hiring and Growing Teams",
        "Mark Hopson: I'm a contracting lead.",
        "JT: You may need developers, designers, etc.",
        "It's over, he said, and we're going home.",
        "I'm at two meetings, says Ada.",
        "You can’t beat this opportunity - Ryan Ahearn, Consulting Engineer",
        f"The benefits are {'very ' * 20}great, she writes in a letter: We’re glad.",
        "I’m off for two weeks. — Ada Lee (@ada) April 3, 2013",
        "One child in five has two homes or more.",
        "A large number of forms was sent.",
        "The centre is open between 9.30 and 10.30am.",
        "You can ask for a chair, and she will bring one.",
        "They were paid in lieu of notice.",
        "Sometimes you’ve gotta go the old way.",
        "The music ain't worth nothing, and we can't play it.",
        "Let's get us all on the same page.",
        "— Scott Weber I’m thankful for two teams.",
        "There's the details of the lease.",
        "After each session, the two of us would talk.",
        "She wants it, but it is four years later, Ada Strydom said.",
        "The sign says: don't walk.",
        "There’s a wise saying: if you’re not paying for it, you’re the product.",
        "For the Adesso Parto (Now I’m leaving) programme, she has six people.",
        "Chaque personne utilise divers moyens qui lui permettent de mieux travailler.",
        "L’intégration commence avant le premier jour de travail",
        "It’s the plan, and we utilise it, she told them.",
        "",
        "   ",
        "x" * 2_001 + " utilise",
    ],
)
def test_words_that_are_not_ours_to_change_stay(written: str) -> None:
    """Quotations, questions, code, addresses; numbers that belong together or to a phrase."""
    assert rewrite(written) == written


def test_a_second_pass_changes_nothing_more() -> None:
    """The rules do not feed on their own output."""
    written = "In order to win, we’ve met two teams at 3 p.m. on May 5, 2026, etc."
    assert rewrite(rewrite(written)) == rewrite(written)
