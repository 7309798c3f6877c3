"""Sentences that become two, and those whose halves need each other."""

import pytest

from formats.easy_read.splits import split


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "This can be a challenge, but it is worth the effort.",
            "This can be a challenge. But it is worth the effort.",
        ),
        ("The app must be fast; it must be stable.", "The app must be fast. It must be stable."),
        (
            "Our office is young, and we have yet to plan.",
            "Our office is young. We have yet to plan.",
        ),
        (
            "Our guide is for everyone; we have written it.",
            "Our guide is for everyone. We have written it.",
        ),
        ("It is large , and we use it .", "It is large . We use it ."),
        (
            "Demand had grown for services, and we needed staff.",
            "Demand had grown for services. We needed staff.",
        ),
    ],
)
def test_two_halves_that_stand_alone_become_two_sentences(written: str, expected: str) -> None:
    """The "but" stays, since it says how they belong together."""
    assert split(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "Sign up, and we will write to you.",
        "A great team, and we love it.",
        "When it rains, we stop, and we wait.",
        "We hope the site is good, and it is fast.",
        "These can be solved, but we need to get serious, he says.",
        "We know what works, and we use it.",
        "We bought paint, wood, and we built it.",
        "They needed to go, and it became clear the office was a provider.",
        "It is old; nobody minds.",
        "We met; we ate; we left.",
        "It is true, and it is a shame that nobody came.",
        "He wanted to play, and he was.",
        "She came, and he left!",
        "You are entitled to a copy, and they must give you one.",
        "You can ask for a chair, and we will bring one.",
    ],
)
def test_halves_that_need_each_other_stay(written: str) -> None:
    """An order that is a condition, no verb, a clause that reaches over, what somebody says."""
    assert split(written) == written
