"""Of posts with one name, each gets a name of its own, and the oldest keeps the plain one."""

from datetime import UTC, datetime

from pipeline.readers.shared.unique import unique


def year(number: int) -> datetime:
    """The first day of a year."""
    return datetime(number, 1, 1, tzinfo=UTC)


def test_the_oldest_keeps_the_name_wherever_it_stands() -> None:
    assert unique(["a", "a", "b", "a"], [year(2021), year(2019), None, year(2020)]) == [
        "a-3",
        "a",
        "b",
        "a-2",
    ]


def test_one_without_a_date_comes_after_those_with_one() -> None:
    assert unique(["a", "a"], [None, year(2020)]) == ["a-2", "a"]


def test_a_number_that_another_has_already_is_passed_over() -> None:
    assert unique(["a-2", "a", "a"], [None, None, None]) == ["a-2", "a", "a-3"]
