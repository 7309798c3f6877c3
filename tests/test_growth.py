"""The measure of growth: it passes even work, and refuses what takes as long as the square."""

from tests.growth import grows_evenly


def numbers(size: int) -> list[int]:
    return list(range(size))


def test_a_row_that_is_read_once_grows_evenly() -> None:
    def total(row: list[int]) -> int:
        return sum(row)

    assert grows_evenly(total, numbers, 100_000)


def test_a_row_that_is_read_once_for_each_of_its_numbers_does_not() -> None:
    def pairs(row: list[int]) -> int:
        return sum(one > other for one in row for other in row)

    assert not grows_evenly(pairs, numbers, 150)
