"""What is shown, or not even that, and never said in any language."""

import pytest

from pipeline.script.normalise import cleaned, spoken

CLEANED = {
    "soft\u00adhyphen and zero\u200bwidth": "softhyphen and zerowidth",
    "One line\nand another": "One line, and another",
    "As Smith wrote.[1] And so": "As Smith wrote. And so",
    "As Smith wrote. [1] And so": "As Smith wrote. And so",
    "A line[9]and more": "A line and more",
    "He sang [6]a song": "He sang a song",
    "Both say so.[1][2–4]": "Both say so.",
}


@pytest.mark.parametrize(("written", "said"), CLEANED.items())
@pytest.mark.parametrize("language", ["en-GB", "cy"])
def test_what_no_language_says_is_cleaned_away(written: str, said: str, language: str) -> None:
    assert spoken(written, language) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a\x00b", "a b"),
        ("• first", "first"),
        ("so , then,.", "so , then."),
        ("wide   and\t open", "wide and open"),
        ("میخواهم\u200cها", "میخواهم\u200cها"),
    ],
)
def test_only_what_is_never_said_is_taken_away(written: str, said: str) -> None:
    assert cleaned(written) == said


@pytest.mark.parametrize(
    "written", ["Keep [1] and [12] of the list.", "See [3] below.", "Who? [1] is the best."]
)
def test_a_number_in_brackets_that_is_a_word_of_its_own_is_kept(written: str) -> None:
    assert cleaned(written) == written
