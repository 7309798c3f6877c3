"""The words that an editor is asked to listen to, and those that need no one's ear."""

import pytest

from pipeline.lexicon import Entry, Lexicon
from pipeline.script.suspects import INITIALS, MIXED, NAME, UNKNOWN, Suspect, suspects


def words(*texts: str, language: str = "en-GB", lexicon: Lexicon | None = None) -> list[str]:
    """The suspects of some texts."""
    return [each.word for each in suspects(texts, lexicon or Lexicon(), language)]


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("Ceinwen", NAME), ("Bishara", NAME), ("Łódź", NAME), ("SMIL", INITIALS),
        ("USWDS", INITIALS), ("EnerGuide", MIXED), ("PyPI", MIXED), ("tokenwise", ""),
        ("champtions", UNKNOWN), ("commoditzation", UNKNOWN), ("NRCan", MIXED),
    ],
)  # fmt: skip
def test_a_word_is_told_with_what_is_unusual_in_it(word: str, why: str) -> None:
    told = suspects([f"We met {word} there."], Lexicon(), "en-GB")

    assert told == ((Suspect(word, 1, why),) if why else ())


@pytest.mark.parametrize(
    "text",
    [
        "Organisations centred on programmes, organisational colours and marvellous jewellery.",
        "Runners' re-used co-production’s worksheets; coproduced, uncollected, nonprofit.",
        "NHS, PDF, BBC and HTML are spelled; NASA and the UK are known to all. PDFs too.",
        "YouTube and GitHub are words with capitals.",
        "Write to huda@bishara.example, see https://ceinwen.example/glossop or bishara.org.",
        "In 1994 it was 3rd of 12, at 10am, for £3.50, on 4 May; n't x.",
        "WHO WOULD SHOUT LIKE THIS?",
        "See IMG_0283 and #ceinwen.",
        "x" * 100_000,
        "a-" * 50_000,
        "",
    ],
)
def test_words_that_are_said_right_are_left_out(text: str) -> None:
    assert words(text) == []


def test_the_most_frequent_come_first_and_then_the_alphabet() -> None:
    assert words("Huda, Ceinwen.", "Shahana and Shahana’s Ceinwen; Bishara") == [
        "Ceinwen", "Shahana", "Bishara", "Huda",
    ]  # fmt: skip


def test_a_capital_at_the_head_of_a_sentence_is_no_other_word() -> None:
    (told,) = suspects(["Champtions.", "The champtions"], Lexicon(), "en")

    assert told == Suspect("champtions", 2, UNKNOWN)


def test_what_the_lexicon_has_is_left_out() -> None:
    known = Lexicon([Entry("Huda B", "Hooda bee"), Entry("Ceinwen", "Kine-wen")])

    assert words("Huda B Bishara’s Ceinwen’s bowl", lexicon=known) == ["Bishara"]


@pytest.mark.parametrize("language", ["cy", "tlh", "", "x-private"])
def test_a_language_without_a_word_list_has_no_suspects(language: str) -> None:
    assert words("Ceinwen champtions", language=language) == []


def test_another_language_has_its_own_list() -> None:
    assert words("Le gouvernement français de Ceinwen", language="fr") == ["Ceinwen"]
