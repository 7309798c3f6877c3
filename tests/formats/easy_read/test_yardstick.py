"""A word is hard if it is not among the most common of English."""

import pytest

from formats.easy_read.yardstick import counted, hard, is_common, is_first


@pytest.mark.parametrize(
    "word", ["council", "People's", "services", "stopped", "well-known", "apologies", "recognise"]
)
def test_a_common_word_and_its_plain_forms_are_not_hard(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["tokenism", "co-production", "paternalistic", "placation"])
def test_a_rare_word_is_hard(word: str) -> None:
    assert not is_common(word)


def test_names_addresses_and_numbers_are_left_out() -> None:
    text = (
        "Arnstein’s ladder of placation, at example.org/tokenism, a@paternal.org, 4by4; does n’t."
    )
    assert [found[0] for found in hard(text)] == ["placation"]


def test_a_hyphenated_word_is_one_word() -> None:
    assert [found[0] for found in hard("A co-production, well-known.")] == ["co-production"]


@pytest.mark.parametrize("word", ["people", "meeting", "meetings", "helped"])
def test_some_words_are_among_the_first(word: str) -> None:
    assert is_first(word)
    assert is_common(word)


@pytest.mark.parametrize("word", ["initiative", "eels", "co-production"])
def test_others_are_not(word: str) -> None:
    assert not is_first(word)


def test_the_words_that_a_text_is_measured_by_are_no_names() -> None:
    assert counted("On Monday Ann met 3 co-workers at www.example.org.") == [
        "met",
        "co-workers",
        "at",
    ]
