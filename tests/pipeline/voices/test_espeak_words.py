"""The events of espeak-ng become words in the order in which they are heard."""

import pytest

from pipeline.voices.espeak_words import words

TEXT = "Of the co-op, 25 [[t aI d]] here"


def test_a_word_begins_with_its_first_part_and_a_word_without_an_event_joins_that_before() -> None:
    events = [(0, 0), (7, 50), (10, 70), (14, 120), (15, 90), (19, 200), (28, 300)]
    assert words(TEXT, events) == (
        ("Of the", 0),
        ("co-op,", 50),
        ("25", 90),
        ("[[t aI d]]", 200),
        ("here", 300),
    )


def test_a_text_without_spaces_is_read_character_by_character() -> None:
    events = [(0, 0), (1, 50), (2, 90), (5, 130)]
    said = (("今", 0), ("天", 50), ("很 好 ，", 90), ("我", 130))
    assert words("今天很好，我", events) == said


def test_what_is_cut_off_before_the_sound_is_not_counted() -> None:
    assert words("a b", [(0, 10), (2, 90)], trimmed=30) == (("a", 0), ("b", 60))


def test_an_event_at_a_space_is_of_the_word_before_if_the_next_has_its_own() -> None:
    assert words("🎉 Party", [(0, 0), (1, 50), (2, 90)]) == (("🎉", 0), ("Party", 90))


def test_an_event_at_a_space_is_of_the_next_word_if_that_has_no_other() -> None:
    assert words("Ltd., the", [(0, 0), (5, 50)]) == (("Ltd.,", 0), ("the", 50))


@pytest.mark.parametrize(
    "events",
    [[(0, 50), (2, 10)], [(0, 50), (2, 50)], [(2, 50)], []],
    ids=["order", "at once", "the first without", "none"],
)
def test_no_word_has_a_time_where_the_times_are_not_in_order(events: list[tuple[int, int]]) -> None:
    assert words("a b", events) == ()
