"""Written words are said as the lexicon has them, and else by the rules."""

import pytest

from pipeline.lexicon import Entry, Lexicon
from pipeline.script.lines import Run
from pipeline.script.saying import runs


def said(text: str, *entries: Entry, language: str = "en-GB") -> list[Run]:
    """The runs of a text, with some entries in the lexicon."""
    return list(runs(text, language, Lexicon(entries)))


def test_rules_say_what_the_lexicon_has_not() -> None:
    assert said("At 3 pm.") == [Run("At three PM.", "en-GB")]


def test_a_word_of_the_lexicon_is_a_run_of_its_own_with_its_sounds() -> None:
    assert said("By the Usk at 3 pm.", Entry("Usk", "Isk", "ʌsk")) == [
        Run("By the ", "en-GB"),
        Run("Isk", "en-GB", "ʌsk"),
        Run(" at three PM.", "en-GB"),
    ]


def test_what_the_lexicon_says_is_read_by_no_rule() -> None:
    assert said("Dr", Entry("Dr", "3 pm")) == [Run("3 pm", "en-GB")]


@pytest.mark.parametrize(
    ("text", "heard"),
    [("R&D", "R and D"), ("R & D", "R and D"), ("&D", "and D"), ("R&", "R and"), ("(&)", "(and)")],
)
def test_a_sign_that_is_said_as_a_word_stands_apart_from_letters(text: str, heard: str) -> None:
    found = said(text, Entry("&", "and"), language="cy")

    assert "".join(run.text for run in found) == heard
