"""One word and how it is said: for which language, and spelled from its sounds."""

import pytest

from pipeline.errors import SettingsError
from pipeline.lexicon import Entry, Lexicon
from pipeline.lexicon.entry import checked, is_tag


@pytest.mark.parametrize(
    ("tag", "language", "found"),
    [
        ("en", "en-GB", 1),
        ("en-GB", "en-US", 0),
        ("en-gb", "en-GB", 1),
        ("", "cy", 1),
        ("e", "en", 0),
    ],
)
def test_an_entry_serves_its_language(tag: str, language: str, found: int) -> None:
    words = Lexicon([Entry("Usk", "Isk", language=tag)])

    assert len(words.find("Usk", language)) == found


def test_a_word_that_nobody_spelled_is_spelled_from_its_sounds() -> None:
    assert checked(Entry("Nish", "", "nɪʃ")).spoken == "nish"
    assert checked(Entry("Nish", "Neesh", "nɪʃ")).spoken == "Neesh"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (Entry("Nish", "", "n!ʃ"), '"!"'),
        (Entry("Nish", "", "ˈ"), "no sound"),
        (Entry("Nish", "Neesh", language="English (UK)"), "not a language"),
    ],
)
def test_sounds_or_a_language_that_nobody_knows_are_refused(entry: Entry, reason: str) -> None:
    with pytest.raises(SettingsError, match=reason) as caught:
        checked(entry)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("tag", "one"),
    [("en", True), ("zh-Hant-TW", True), ("e", False), ("en_GB", False), ("", False)],
)
def test_a_tag_is_known_by_its_form(tag: str, one: bool) -> None:  # noqa: FBT001 - a case
    assert is_tag(tag) is one
