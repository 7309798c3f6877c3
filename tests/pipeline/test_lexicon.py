"""The lexicon: whole words, case-aware, and told when it matches nothing."""

from pathlib import Path

import pytest

from pipeline import lexicon
from pipeline.errors import SettingsError
from pipeline.lexicon import Lexicon
from pipeline.script.saying import runs

HEADER = ["written", "spoken"]

CASES = {
    "a whole word is said as it is told": ("Bishara,Bish-are-a", "By Bishara.", "By Bish-are-a."),
    "a part of a word is left": ("dr,doctor", "A drôle drop.", "A drôle drop."),
    "small letters stand for both": ("co4cc,co four see see", "Co4CC met.", "co four see see met."),
    "a capital stands for itself": ("US,you ess", "Join us in the US.", "Join us in the you ess."),
    "the longest entry is taken": ("People First,PF|First,1st", "People First.", "PF."),
    "signs are not patterns": ("C++,see plus plus", "Use C++ now.", "Use see plus plus now."),
    "what is said is not looked up again": ("a,b|b,c", "a b", "b c"),
}


def said_of(text: str, words: Lexicon) -> str:
    return "".join(run.text for run in runs(text, "en-GB", words))


@pytest.mark.parametrize(("entries", "text", "said"), CASES.values(), ids=CASES.keys())
def test_words_are_said_as_the_editor_wrote(entries: str, text: str, said: str) -> None:
    rows = [HEADER, *(entry.split(",") for entry in entries.split("|"))]

    assert said_of(text, lexicon.parse(rows)) == said


def test_a_folder_without_a_lexicon_says_words_as_they_are(tmp_path: Path) -> None:
    assert lexicon.load(tmp_path) == Lexicon()
    assert said_of("As it is.", Lexicon()) == "As it is."


def test_an_entry_that_matches_nothing_is_told_with_its_line() -> None:
    found = lexicon.parse([HEADER, ["Leach", "Leech"], ["Lynch", "Linch"]])

    assert [f.where for f in found.unused(["Bernard Leach"])] == ["lexicon.csv:3"]


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ([["word", "sound"]], "lexicon.csv:1"),
        ([HEADER, ["one"]], "lexicon.csv:2"),
        ([], "lexicon.csv:1"),
    ],
)
def test_a_line_that_can_not_be_used_is_named(rows: list[list[str]], where: str) -> None:
    with pytest.raises(SettingsError) as caught:
        lexicon.parse(rows)

    assert caught.value.where == where
