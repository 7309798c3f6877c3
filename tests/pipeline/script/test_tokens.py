"""Words are found in any text, each with its place."""

import pytest

from pipeline.script.tokens import apart, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tide, “came” (in).", ["The", "tide", "came", "in"]),
        ("co-production – it’s 5\xa0p.m. now", ["co-production", "it’s", "5", "p.m.", "now"]),
        ("tide—and wind…rain", ["tide", "and", "wind", "rain"]),
        ("£1.2m & 25% 🎉 – …", ["£1.2m", "&", "25%", "🎉"]),
        ("今天,好 yes", ["今", "天", "好", "yes"]),
        ("L’été d’Ys.", ["L’été", "d’Ys"]),
        ("", []),
    ],
)
def test_words_stand_without_the_punctuation_around_them(text: str, words: list[str]) -> None:
    assert [text[word.start : word.stop] for word in tokens(text)] == words


def test_the_same_word_has_the_same_key_however_it_is_written() -> None:
    (one,), (other,) = tokens("“Don’t!”"), tokens("don\u00ad't")
    assert one.key == other.key == "don't"


def test_places_count_from_where_the_text_begins() -> None:
    assert [(word.start, word.stop) for word in tokens("a tide", 7)] == [(7, 8), (9, 13)]


def test_words_are_apart_at_a_space_and_a_dash_and_where_there_is_nothing() -> None:
    assert [apart(sign) for sign in (" ", "—", "", "a", "-")] == [True, True, True, False, False]
