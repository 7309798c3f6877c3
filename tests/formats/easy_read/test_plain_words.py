"""Long phrases that become plain ones, and the same words where they mean something else."""

import pytest

from formats.easy_read.plain_words import PHRASES, RULES


def _plain(text: str) -> str:
    for rule in RULES:
        text = rule(text)
    return text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("In order to do this we met.", "To do this we met."),
        ("It means that in order to vote you come.", "It means that to vote you come."),
        ("We talk to people, in order to learn.", "We talk to people, to learn."),
        ("Prior to retiring she worked here.", "Before retiring she worked here."),
        ("There are approximately 50,000 trips.", "There are about 50,000 trips."),
        ("We conducted numerous interviews.", "We conducted many interviews."),
        ("They utilize the Standards.", "They use the Standards."),
        ("The shop is closed at the present time.", "The shop is closed at the moment."),
        ("Despite the fact that it rained, we met.", "Although it rained, we met."),
        ("They paid in excess of £5.", "They paid more than £5."),
        ("Get help on a daily basis.", "Get help every day."),
        ("It is used by a large number of people.", "It is used by many people."),
        ("The majority of the members came.", "Most of the members came."),
        ("The pilot commenced in March.", "The pilot started in March."),
        ("This will assist agencies.", "This will help agencies."),
        ("We sent it on a regular basis.", "We sent it regularly."),
        ("Additionally, we moved the datasets.", "Also, we moved the datasets."),
        ("Lenders are permitted to change it.", "Lenders are allowed to change it."),
        ("For additional information, write to us.", "For more information, write to us."),
    ],
)
def test_a_phrase_of_one_sense_becomes_the_plain_one(written: str, expected: str) -> None:
    """With the capital of the sentence, and in the form that the verb had."""
    assert _plain(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "They knew in order to be successful they had to change.",
        "It is important in order to keep order.",
        "It is used in order to make bread.",
        "Test the policy before it is finalized in order to find problems.",
        "We use what we have in order to win.",
        "I asked about their objectives in order to gain empathy.",
        "We need help in order to:",
        "Such a large number of people came.",
        "It was subsequently to be published.",
        "He took place of honour there.",
        "An approximately 40% increase was seen.",
        "The reasons are numerous.",
        "They went from budget to purchase requests.",
        "A large number of them left.",
        "The player had two assists.",
        "It ensures food assistance, and unemployment insurance.",
        "The vast majority of the work is done.",
        "Additionally, we have also included links.",
        "See our frequently asked questions.",
        "Subsequently, we have worked with them.",
        "It is at Stratford-upon-Avon.",
        "The Assistance Programme and Prior To Print are names.",
        "An additional information desk was there.",
        "Bears are common, with around 17,000 individuals.",
        "www.example.org/utilize",
        "Moderate tests before interviews take place.",
        "They were paid in lieu of notice.",
        "Protesters demonstrated that afternoon outside.",
        "He drove at a speed in excess of 70mph.",
        "At the present time, there are 30 of us.",
        "This is despite the fact that it rained.",
        "The delay is due to the fact that it rained.",
        "Exercise on a regular basis can help.",
        "You can rent it on a weekly basis.",
        "Women are the majority of the workforce.",
        "Section 9 commenced in 2015.",
        "As a result of which, we stopped.",
        "The fall was as a result of the rain.",
        "He is ill as a result of being wet.",
        "They can assist in making it.",
        "He was sacked for the reason that follows.",
        "Schools provide for additional support needs.",
        "We hope in the near future to open.",
        "We must, moreover, act.",
    ],
)
def test_a_phrase_with_another_sense_stays(written: str) -> None:
    """Each of these has gone wrong, or could."""
    assert _plain(written) == written


def test_every_row_of_the_table_is_used() -> None:
    """No row is hidden by one before it."""
    for phrase in PHRASES:
        before = next(
            iter(sorted(phrase.only_after - {"^", ","})), "" if phrase.only_after else "they"
        )
        after = next(iter(sorted(phrase.only_before - {"#", ".", "a-z"})), "")
        after = after or ({"#": "5", ".": "."}.get("".join(phrase.only_before), "things"))
        assert _plain(f"{before} {phrase.written} {after}") != f"{before} {phrase.written} {after}"


def test_every_row_of_the_table_is_left_in_a_name() -> None:
    """With capitals inside a sentence, any of them may be part of one."""
    for phrase in PHRASES:
        written = f"they saw {phrase.written.title()} things"
        assert _plain(written) == written


def test_every_row_of_the_table_is_left_beside_each_neighbour_that_it_refuses() -> None:
    """There it has another sense."""
    for phrase in PHRASES:
        for before in sorted(phrase.not_after):
            assert f"{before} {phrase.written} 5" in _plain(f"{before} {phrase.written} 5")
        for after in sorted(phrase.not_before - {"#", ".", "a-z"}):
            assert f"{phrase.written} {after}" in _plain(f"they {phrase.written} {after}")


def test_a_plain_phrase_is_never_itself_a_hard_one() -> None:
    """A second pass changes nothing more."""
    for phrase in PHRASES:
        assert _plain(f"we {phrase.plain} things") == f"we {phrase.plain} things"
